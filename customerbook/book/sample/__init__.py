"""A book of invented customers to look around in: a bicycle workshop in Munich."""

from customerbook.book.sample.making import CUSTOMERS, INTERACTIONS, make_sample, written_rows

__all__ = ["CUSTOMERS", "INTERACTIONS", "make_sample", "written_rows"]
