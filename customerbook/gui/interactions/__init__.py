"""Logging a contact: the form of F2, F3 and F4, and the parts other forms share with it."""
