"""The language of longer words keeps what a program fills in, and parts what it parts."""

import pytest

from customerbook.model import spoken
from customerbook.model.texts import _, ngettext
from tests.pseudo import pseudo_language


@pytest.mark.parametrize("text", ["Save", "Find a name, a number, a town, a note", "Today"])
def test_texts_grow_by_sixty_percent_between_brackets(text: str) -> None:
    with pseudo_language():
        said = _(text)
    assert said[0] == "["
    assert said[-1] == "]"
    assert len(said) >= 1.6 * len(text) - 1
    assert _(text) == text


def test_placeholders_and_plurals_stay() -> None:
    with pseudo_language():
        assert "7" in ngettext("{n} customer", "{n} customers", 7).format(n=7)
        one, many = (ngettext("{n} customer", "{n} customers", n) for n in (1, 2))
        assert one != many
        assert _("{date}, {time}").format(date="A", time="B").count("]") == 1


def test_lists_of_names_keep_their_number() -> None:
    with pseudo_language():
        assert len(set(spoken.weekday_names())) == 7
        assert len(set(spoken.short_month_names())) == 12
        months = spoken.month_names()
    assert len(months) == 12
    assert all(
        len(pseudo) > len(name) for pseudo, name in zip(months, spoken.month_names(), strict=True)
    )


def test_without_growth_there_are_the_brackets_alone() -> None:
    with pseudo_language(1.0):
        assert len(_("Customers")) == len("[Customers]")
