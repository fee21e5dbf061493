"""The collector works between tests, on the thread of the tests, as in the program.

In a worker it would delete widgets that nobody holds any more; Qt does not survive that.
"""

import gc
from collections.abc import Iterator

import pytest

gc.disable()


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    yield
    gc.collect(1)
