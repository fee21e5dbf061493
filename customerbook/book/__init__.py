"""What one can do: a module a noun; an operation is a right, a transaction and a change."""
