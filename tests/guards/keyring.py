"""Secrets go to a keyring in memory, empty for every test; the computer's own is never touched.

`keyring` asks the environment which backend to use, so it is imported only where the program does.
"""

import os
import sys
from collections.abc import Iterator

import pytest

os.environ["PYTHON_KEYRING_BACKEND"] = "tests.guards.memory_keyring.MemoryKeyring"


@pytest.fixture(autouse=True)
def _empty_keyring() -> Iterator[None]:
    yield
    backend = sys.modules.get("tests.guards.memory_keyring")
    if backend is not None:
        backend.MemoryKeyring.secrets.clear()
