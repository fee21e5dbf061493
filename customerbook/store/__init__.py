"""How a book lies on disk: an encrypted file, its keys, its tables and its search index."""
