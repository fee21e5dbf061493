from datetime import date
from pathlib import Path

import pytest

from customerbook.documents import words
from customerbook.documents.typecase import Span
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import MethodKind
from customerbook.model.followup import FollowUpKind
from customerbook.model.interaction import Nature, Outcome
from tests.documents.catalogues import made_catalogue

DAY = date(2026, 11, 21)


def test_dates_are_written_out() -> None:
    assert words.written_date(DAY, "en") == "21 November 2026"
    assert words.written_day(DAY, "en") == "Saturday, 21 November 2026"
    assert words.written_date(DAY, "en-US") == "November 21, 2026"
    assert words.written_day(DAY, "en-US") == "Saturday, November 21, 2026"


def test_days_of_every_year() -> None:
    assert words.yearly_day(5, 3, 1980, "en") == "3 May 1980"
    assert words.yearly_day(5, 3, None, "en") == "3 May"
    assert words.yearly_day(5, 3, None, "en-US") == "May 3"
    assert words.yearly_day(2, 29, None, "en") == "29 February"
    assert words.yearly_day(5, 0, None, "en") == "May"
    assert words.yearly_day(5, 0, 1980, "en") == "May 1980"


def test_amounts() -> None:
    assert words.money(131260, "EUR", "en") == "1,312.60\u00a0EUR"
    assert words.money(-5, "EUR", "en") == "-0.05\u00a0EUR"
    assert words.money(1200, "JPY", "en") == "1,200\u00a0JPY"
    assert words.money(1234567, "KWD", "en") == "1,234.567\u00a0KWD"


def test_every_kind_has_a_name() -> None:
    for channel in Channel:
        assert words.channel_name(channel, "en")
    for direction in Direction:
        assert words.direction_name(direction, "en")
    for nature in Nature:
        assert words.nature_name(nature, "en")
    for outcome in Outcome:
        assert words.outcome_name(outcome, "en")
    for method in MethodKind:
        assert words.method_name(method, "en")
    for kind in FollowUpKind:
        assert words.followup_name(kind, "en")
    assert words.language_name("de-AT", "en") == "German"
    assert words.language_name("tlh", "en") == "tlh"


def test_matter_names_what_is_known() -> None:
    assert words.matter(Nature.COMPLAINT, "Wheels", "en") == "Complaint: Wheels"
    assert words.matter(Nature.COMPLAINT, "", "en") == "Complaint"
    assert words.matter(None, "Wheels", "en") == "Wheels"
    assert words.matter(None, "", "en") == ""


def test_facts_in_sentences_are_taken_as_they_are() -> None:
    spans = words.sentence("Call {phone} {{now}}.", phone=Span("{email} %s", strong=True))
    assert spans == [
        Span("Call "),
        Span("{email} %s", strong=True),
        Span(" {"),
        Span("now}"),
        Span("."),
    ]


def test_words_come_from_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with made_catalogue("de", tmp_path, monkeypatch):
        assert words.written_language("de", "DE") == "de"
        assert words.written_day(DAY, "de") == "Samstag, 21. November 2026"
        assert words.money(131260, "EUR", "de") == "1.312,60\u00a0EUR"
        assert words.channel_name(Channel.VISIT, "de") == "Besuch"


def test_a_language_without_a_catalogue_is_written_in_english() -> None:
    assert words.written_language("xx", "DE") == "en"
    assert words.written_language("en-US", "DE") == "en-US"
    assert words.written_language("en", "US") == "en-US"
    assert words.written_language("xx", "US") == "en-US"
