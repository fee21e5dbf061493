"""Secrets go to a keyring in memory, empty for every test; the computer's own is never touched.

`keyring` asks the environment which backend to use, so it is imported only where the program does.
"""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.guards.memory_keyring import MemoryKeyring

os.environ["PYTHON_KEYRING_BACKEND"] = "tests.guards.memory_keyring.MemoryKeyring"


@pytest.fixture
def memory_keyring(monkeypatch: pytest.MonkeyPatch) -> "type[MemoryKeyring]":
    """The keyring in memory, which counts as one of the real ones for this test."""
    from customerbook.store import keychain  # noqa: PLC0415
    from tests.guards.memory_keyring import MemoryKeyring  # noqa: PLC0415

    name = f"{MemoryKeyring.__module__}.{MemoryKeyring.__qualname__}"
    monkeypatch.setattr(keychain, "REAL_BACKENDS", frozenset({name}))
    return MemoryKeyring


@pytest.fixture(autouse=True)
def _empty_keyring() -> Iterator[None]:
    yield
    backend = sys.modules.get("tests.guards.memory_keyring")
    if backend is not None:
        backend.MemoryKeyring.secrets.clear()
