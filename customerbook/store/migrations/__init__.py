"""The steps from one shape of the book to the next: numbered scripts, frozen once released."""
