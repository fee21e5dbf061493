"""Customer Book: an encrypted book of customers, interactions and promises for a small shop."""
