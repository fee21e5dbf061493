"""Tables as text: separator and quotes found out, broken quotes survived, lines counted.

`csv` does the splitting, strictly. Where that fails, one line is taken by itself, so that a quote
too many costs at most its own row.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from customerbook.exchange.bytes import Letters
from customerbook.exchange.columns import recognised

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 60
_LONGEST_RECORD = 2_000_000
_WITHOUT_END = "a quote without an end"

# The whole process has one limit; the default would break off at the first long note.
csv.field_size_limit(1 << 26)

Record = tuple[int, list[str]]
"""Line where it starts, from 1, and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a text, read again each time its rows are asked for.

    `headers` is empty if the first row is a customer already; `first` is the line where the rows
    begin.
    """

    letters: Letters
    separator: str
    quote: str
    padded: bool
    headers: tuple[str, ...]
    first: int

    def rows(self) -> Iterator[Record]:
        """The rows below the headers, without those that are all blank."""
        width = len(self.headers)
        for line, cells in self._records(width):
            if line >= self.first and any(cells) and any(map(str.strip, cells)):
                yield line, cells

    def count(self) -> int:
        """About how many rows there are; quick."""
        lines = self.letters.data.count(b"\n") or self.letters.data.count(b"\r")
        sample = list(islice(self._records(len(self.headers)), _SAMPLE))
        if len(sample) < _SAMPLE:
            return sum(line >= self.first and any(cells) for line, cells in sample)
        return round((lines - self.first) * (len(sample) - 1) / (sample[-1][0] - sample[0][0]))

    def _records(self, width: int) -> Iterator[Record]:
        return records(self.letters.lines(), self.separator, self.quote, width, padded=self.padded)


def open_table(letters: Letters, separator: str | None = None) -> Table:
    """Find out how a table is written; a separator that was chosen is taken."""
    lines = list(islice(letters.lines(), _SAMPLE))
    start = 0
    if lines and lines[0].casefold().startswith("sep=") and len(lines[0].rstrip("\n")) == 5:
        separator = separator or lines[0][4]
        start = 1
    quote = _quote(lines)
    separator = separator or _separator(lines[start:], quote)
    sample = "".join(lines)
    padded = f'{separator} "' in sample and f'{separator}"' not in sample
    found = [
        (line, cells)
        for line, cells in records(iter(lines), separator, quote, 0, padded=padded)
        if line > start and any(map(str.strip, cells))
    ]
    place = _header(found)
    if place is None:
        return Table(letters, separator, quote, padded, (), start + 1)
    line, headers = found[place]
    end = found[place + 1][0] if place + 1 < len(found) else line + 1
    return Table(letters, separator, quote, padded, tuple(map(str.strip, headers)), end)


def records(
    lines: Iterator[str], separator: str, quote: str, width: int, *, padded: bool = False
) -> Iterator[Record]:
    """Split lines into records; `width` is the number of cells to expect, 0 if not known."""
    feed = _Feed(lines)

    def reader() -> Iterator[list[str]]:
        return csv.reader(
            feed, delimiter=separator, quotechar=quote, strict=True, skipinitialspace=padded
        )

    split = reader()
    while True:
        line = feed.begin()
        try:
            cells = next(split)
        except StopIteration:
            return
        except csv.Error:
            cells = []
        taken = feed.taken
        if len(taken) == 1 and cells:
            yield line, cells
        elif not cells or _swallowed(taken, cells, separator, width):
            if not taken[0].strip():
                continue
            yield line, _alone(taken[0], separator, quote)
            feed.give_back()
            split = reader()
        else:
            yield line, cells


class _Feed:
    """Lines for a reader that may have to give some back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._back: deque[str] = deque()
        self._line = 1
        self._length = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        self._length += len(line)
        if self._length > _LONGEST_RECORD and len(self.taken) > 1:
            raise csv.Error(_WITHOUT_END)
        return line

    def begin(self) -> int:
        """Forget what was taken; the line of the file where the next record begins."""
        self._line += len(self.taken)
        self.taken = []
        self._length = 0
        return self._line

    def give_back(self) -> None:
        """Let all but the first of the lines taken be read again."""
        self._back.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def _swallowed(taken: list[str], cells: list[str], separator: str, width: int) -> bool:
    """Whether an open quote swallowed rows: the first line alone was as long as a row."""
    return len(cells) != width > 1 and taken[0].count(separator) >= width - 1


def _alone(line: str, separator: str, quote: str) -> list[str]:
    """A single line, its quotes taken as well as they can be."""
    split = csv.reader([line], delimiter=separator, quotechar=quote)
    return [cell.rstrip("\n") for cell in next(split, [])]


def _quote(lines: list[str]) -> str:
    """Some programs quote with apostrophes; then all of the first line is quoted."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if len(first) < 3 or first[0] != "'" or first[-1] != "'":
        return '"'
    cells = next((first.split(f"'{one}'") for one in SEPARATORS if f"'{one}'" in first), [])
    return "'" if cells else '"'


def _separator(lines: list[str], quote: str) -> str:
    """The one that makes known headers, and rows as long as the first."""
    scores = {one: _score(lines, one, quote) for one in SEPARATORS}
    best = max(SEPARATORS, key=lambda one: scores[one])
    if scores[best] > 0:
        return best
    text = "".join(lines)
    return next((one for one in SEPARATORS if one not in text), "\t")


def _score(lines: list[str], separator: str, quote: str) -> float:
    found = [cells for _, cells in records(iter(lines), separator, quote, 0) if any(cells)]
    widths = Counter(len(cells) for cells in found if len(cells) > 1)
    if not widths:
        return 0
    ((width, often),) = widths.most_common(1)
    known = max(recognised(cells) for cells in found[:6])
    if known < 2 and len(found[0]) == 1 and recognised(found[0]):
        return 0  # one known header alone: what looks like more columns is inside the cells
    return known * 2 + often / len(found) + min(width, 50) / 100


def _header(found: list[Record]) -> int | None:
    """Which of the first records has the headers; None if the first one is a customer.

    Above the headers there may be titles and remarks, one cell a line.
    """
    best = None
    most = 0
    for place, (_, cells) in enumerate(found[:6]):
        filled = [cell for cell in cells if cell.strip()]
        known = recognised(filled)
        if any(map(_is_value, filled)) and (len(filled) > 1 or not place):
            break
        if known > most and (known > 1 or known * 2 >= len(filled)):
            best, most = place, known
        if len(filled) > 1:
            break
    if best is not None:
        return best
    return 0 if found and _heads_values(found[0][1], [row for _, row in found[1:]]) else None


def _heads_values(first: list[str], below: list[list[str]]) -> bool:
    """Whether unknown words stand over a column of numbers or mail addresses."""
    for place, cell in enumerate(first):
        column = [row[place] for row in below if place < len(row) and row[place].strip()]
        values = sum(map(_is_value, column))
        if len(column) > 2 and values > 0.8 * len(column) and cell.strip() and not _is_value(cell):
            return True
    return False


def _is_value(cell: str) -> bool:
    """Whether a cell holds what no header does: a number of five digits, a mail address."""
    return sum(map(str.isdigit, cell)) > 4 or ("@" in cell.strip(" @") and "." in cell)
