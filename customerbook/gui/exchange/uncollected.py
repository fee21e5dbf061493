"""Making very many records without stopping the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be searched for garbage meanwhile.

    Looking through some hundred thousand records that are all in use holds every thread for a
    third of a second, again and again; what has to be thrown away is thrown away all the same.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
