"""Files as certain programs write them, beside what has to come of them.

`tests/data/exchange` holds each file and, as JSON, the customers that were found in it when
somebody last looked at every value. A difference is either a mistake or to be looked at again.
"""

import json
from pathlib import Path

import pytest

from customerbook.exchange.formats import read_file
from customerbook.exchange.rows import ReadRow
from customerbook.model.plain import to_plain

_FILES = sorted(
    path
    for path in (Path(__file__).parents[1] / "data" / "exchange").iterdir()
    if path.suffix in {".vcf", ".csv"}
)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_a_whole_file_comes_over_as_it_did(path: Path) -> None:
    wanted = json.loads(path.with_suffix(path.suffix + ".json").read_text(encoding="utf-8"))
    found = read_file(path, country="DE", language="de")
    assert {
        "format": found.format.name,
        "encoding": found.encoding,
        "separator": found.separator,
        "rows": [
            {"line": row.line, "left_over": list(row.left_over), **to_plain(row.customer)}
            for row in found.rows
            if isinstance(row, ReadRow)
        ],
    } == wanted


def test_there_are_files() -> None:
    assert len(_FILES) > 7
