"""Before a book is open: first run, sign-in, lock, and what helps when the passphrase is lost."""
