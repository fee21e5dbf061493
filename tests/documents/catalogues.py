"""A German catalogue made for a test, so that documents in another language can be looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from customerbook.model import texts

_WORDS = {
    "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday": (
        "Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag"
    ),
    "{weekday}, {day} {month} {year}": "{weekday}, {day}. {month} {year}",
    "{day} {month} {year}": "{day}. {month} {year}",
    "Visit": "Besuch",
    "Confirmation of your visit": "Bestätigung Ihres Besuchs",
    "What we agreed": "Vereinbart",
    "By {when} at the latest.": "Spätestens am {when}.",
    "{day}, {time}": "{day}, {time} Uhr",
    "page {number} of {count}": "Seite {number} von {count}",
}
_MARKS = {"between thousands": (",", "."), "before decimals": (".", ",")}


@contextmanager
def made_catalogue(language: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a catalogue with a few German words stand for a language."""
    made = Catalog(locale="de")
    for english, german in _WORDS.items():
        made.add(english, german)
    for context, (english, german) in _MARKS.items():
        made.add(english, german, context=context)
    path = folder / "translations" / language / "LC_MESSAGES" / "customerbook.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)
    with monkeypatch.context() as patched:
        patched.setattr(texts, "resources", lambda: folder)
        texts.catalogue.cache_clear()
        yield
    texts.catalogue.cache_clear()
