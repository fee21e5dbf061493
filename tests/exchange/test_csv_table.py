import csv
import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.exchange.bytes import letters
from customerbook.exchange.csv_table import Table, open_table, records


def _table(data: str | bytes, separator: str | None = None) -> Table:
    raw = data.encode() if isinstance(data, str) else data
    return open_table(letters(raw), separator)


def _rows(data: str | bytes) -> list[list[str]]:
    return [cells for _line, cells in _table(data).rows()]


# The cases every reader of CSV has to know: https://github.com/max-mapper/csv-spectrum
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('first,last,address\nJo,Doe,"1 any st., WW"\n', [["Jo", "Doe", "1 any st., WW"]]),
        ('first,last,phone\n1,"",""\n2,3,4\n', [["1", "", ""], ["2", "3", "4"]]),
        ('first,last\n1,"ha ""ha"" ha"\n3,4\n', [["1", 'ha "ha" ha'], ["3", "4"]]),
        ('first,note\n1,"{""type"": ""Point""}"\n', [["1", '{"type": "Point"}']]),
        ('first,last,note\n1,2,3\n"Once \na",5,6\n', [["1", "2", "3"], ["Once \na", "5", "6"]]),
        ('first,last\n1,"ha \n""ha"" \nha"\n3,4\n', [["1", 'ha \n"ha" \nha'], ["3", "4"]]),
        ("first,last,note\n1,2,3\n4,5,ʤ\n", [["1", "2", "3"], ["4", "5", "ʤ"]]),
        ("first,last,note\n1,2,3\n", [["1", "2", "3"]]),
    ],
)  # fmt: skip
def test_spectrum(text: str, rows: list[list[str]], end: str) -> None:
    table = _table(text.replace("\n", end))
    assert table.headers[0] == "first"
    assert [cells for _line, cells in table.rows()] == rows


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator: str) -> None:
    text = "Vorname,Nachname,Telefon\nAnna,Groß,0891\nBob,Klein,0892\n".replace(",", separator)
    table = _table(text)
    assert table.separator == separator
    assert table.headers == ("Vorname", "Nachname", "Telefon")


def test_commas_in_cells_of_a_table_with_semicolons() -> None:
    text = 'Name;Betrag;Bemerkung\nAnna;1,50;"rot, blau; grün"\nBob;2,50;a, b, c, d\n'
    assert _rows(text) == [["Anna", "1,50", "rot, blau; grün"], ["Bob", "2,50", "a, b, c, d"]]


def test_one_column_is_not_split_at_the_commas_in_its_cells() -> None:
    assert _rows("Name\nBerg, Anna\nTal, Bob\n") == [["Berg, Anna"], ["Tal, Bob"]]


def test_a_chosen_separator_is_taken() -> None:
    assert [cells for _line, cells in _table("a;b\nc;d\n", ",").rows()] == [["a;b"], ["c;d"]]


def test_a_line_that_names_the_separator() -> None:
    table = _table("sep=|\nName|Telefon\nAnna|0891\n")
    assert (table.separator, table.headers) == ("|", ("Name", "Telefon"))
    assert list(table.rows()) == [(3, ["Anna", "0891"])]


def test_apostrophes_as_quotes() -> None:
    text = "'Name','Telefon'\n'Berg, Anna','0891'\n"
    assert _rows(text) == [["Berg, Anna", "0891"]]


def test_space_before_quotes() -> None:
    assert _rows('Name, Telefon\n"Anna", "089, 1"\n') == [["Anna", "089, 1"]]


def test_a_trailing_empty_column() -> None:
    table = _table("Name,Telefon,\nAnna,0891,\n")
    assert table.headers == ("Name", "Telefon", "")
    assert list(table.rows()) == [(2, ["Anna", "0891", ""])]


def test_blank_lines_and_rows_of_separators_are_passed_over() -> None:
    table = _table("\n\nName,Telefon\n\nAnna,0891\n,,\n   \nBob,0892\n")
    assert list(table.rows()) == [(5, ["Anna", "0891"]), (8, ["Bob", "0892"])]


def test_a_title_above_the_headers() -> None:
    table = _table("Kundenliste 2024\n\nName;Telefon\nAnna;0891\nBob;0892\n")
    assert table.headers == ("Name", "Telefon")
    assert [cells for _line, cells in table.rows()] == [["Anna", "0891"], ["Bob", "0892"]]


def test_remarks_above_the_headers() -> None:
    text = 'Notes:\n"Exported on a Friday, with care."\n\nFirst Name,Last Name,URL\nAnna,Groß,\n'
    table = _table(text)
    assert table.headers == ("First Name", "Last Name", "URL")
    assert list(table.rows()) == [(5, ["Anna", "Groß", ""])]


def test_a_table_without_headers_loses_no_row() -> None:
    for text in ("Anna Groß;0891234567\nBob;0892222222\n", "Anna;München\nBob;Ulm\n"):
        table = _table(text)
        assert table.headers == ()
        assert len(list(table.rows())) == 2


def test_unknown_headers_over_numbers_are_headers() -> None:
    text = "Wer,Wo man anruft\nAnna,0891234567\nBob,0892222222\nEva,0893333333\n"
    assert _table(text).headers == ("Wer", "Wo man anruft")


def test_lines_are_counted_in_the_file() -> None:
    table = _table('Name,Notiz\r\nAnna,"eins\r\nzwei\r\ndrei"\r\nBob,x\r\n')
    assert [line for line, _cells in table.rows()] == [2, 5]


def test_a_long_cell_is_read_whole() -> None:
    (row,) = _rows('Name,Notiz\nAnna,"' + "x" * 300_000 + '"\n')
    assert len(row[1]) == 300_000


@pytest.mark.parametrize(
    "broken",
    [
        '"Broken,0,x',
        'Broken,0,"x',
        '"Broken"s,0,x',
        'Broken,"0"1,x',
        'Broken,26" wheel,x',
        '"Bro"ken","0","x"',
    ],
)
def test_a_broken_quote_costs_its_own_row_only(broken: str) -> None:
    good = [["Anna", "1", "a"], ["Bob", "2", "b, c"], ["Eva", "3", "d\ne"], ["Tim", "4", "f"]]
    text = "Name,Telefon,Notiz\n"
    text += f'Anna,1,a\n{broken}\nBob,2,"b, c"\nEva,3,"d\ne"\nTim,4,f\n'
    found = _rows(text)
    assert [row for row in found if row[0] in {"Anna", "Bob", "Eva", "Tim"}] == good
    assert len(found) == 5
    assert "Bro" in found[1][0]


def test_a_quote_without_an_end_costs_its_own_row_only() -> None:
    lines = ["Name,Telefon", '"Broken,0', *(f"Name {n},{n}" for n in range(5000))]
    assert len(_rows("\n".join(lines))) == 5001


def test_a_quote_without_an_end_is_given_up_after_two_million_letters() -> None:
    text = 'Name,Telefon\n"Broken,0\n' + f"Anna,{'1' * 1000}\n" * 2100
    assert len(_rows(text)) == 2101


def test_a_quote_that_closes_far_below_swallows_nothing() -> None:
    lines = ["Name,Telefon,Rad", '"Broken,0,a', *(f"Name {n},{n},b" for n in range(50)), 'Z,9,26"']
    found = _rows("\n".join(lines))
    assert [row[0] for row in found[1:]] == [*(f"Name {n}" for n in range(50)), "Z"]


def test_many_broken_quotes_take_no_longer_than_the_length() -> None:
    lines = ['"x,1', 'y",2', '"z""",3', '""', '"'] * 4000
    assert len(list(records(iter(line + "\n" for line in lines), ",", '"', 2))) > 4000


def test_the_number_of_rows_is_about_right() -> None:
    text = "Name,Notiz\n" + 'Anna,"eins\nzwei"\n' * 900
    assert _table(text).count() == pytest.approx(900, rel=0.02)
    assert _table("Name,Telefon\nAnna,1\n\nBob,2\n").count() == 2


_CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ['"', '""', ",", ";", "a\nb", "'", " "]
)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), max_size=12)
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_csv_wrote_is_read_back(rows: list[list[str]], separator: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    found = records(iter(text.getvalue().splitlines(keepends=True)), separator, '"', 0)
    wanted = [row for row in rows if row]
    # splitlines knows more line ends than a file has; those cells are not what is asked here.
    if not any("\n" not in cell and len(cell.splitlines()) > 1 for cell in itertools.chain(*rows)):
        assert [cells for _line, cells in found] == wanted
