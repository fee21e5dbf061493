import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.cli.output import padded, print_table, sentence, shortened, width


def test_columns_stand_below_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("1", "王小明", "x"), ("2", "Ελένη", "y"), ("3", "e\u0301", "z")]
    print_table(("No.", "Name", "What"), rows)
    lines = capsys.readouterr().out.splitlines()
    places = {width(line[: line.index(mark)]) for line, mark in zip(lines[1:], "xyz", strict=True)}
    assert places == {width(lines[0][: lines[0].index("What")])}


def test_a_table_without_headers_has_rows_only(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("", ""), [("a", "b")])
    assert capsys.readouterr().out == "a  b\n"


def test_the_last_column_is_never_cut_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("A", "B"), [("x" * 300, "y" * 300)])
    assert capsys.readouterr().out.splitlines()[1] == "x" * 39 + "…  " + "y" * 300


@given(st.text(), st.integers(2, 60))
def test_padding_is_exact(text: str, wide: int) -> None:
    assert width(padded(sentence(text), wide)) == wide
    assert width(shortened(sentence(text), wide)) <= wide


@given(st.text())
def test_nothing_printed_steers_a_terminal(text: str) -> None:
    line = sentence(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line)
    assert not any(c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u2028" for c in line)


def test_letters_of_every_script_are_printed() -> None:
    for text in ("Nguyễn Thị Mai", "ليلى حداد", "प्रिया शर्मा", "می\u200cخواهم", "王小明"):
        assert sentence(text) == text
