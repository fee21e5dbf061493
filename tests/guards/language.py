"""Texts are English at the start of every test, whatever language the test before has chosen."""

from collections.abc import Iterator

import pytest

from customerbook.model.texts import use_language


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")
