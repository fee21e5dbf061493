"""Files a person asked for: whole, or not at all."""

from pathlib import Path
from typing import BinaryIO

import pytest

from customerbook.gui.files import NotWrittenError, write_whole


def test_a_file_takes_the_place_of_another_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "riders.csv"
    path.write_bytes(b"old")

    def write(out: BinaryIO) -> int:
        out.write(b"new")
        assert path.read_bytes() == b"old"
        return 1

    assert write_whole(path, write) == 1
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["riders.csv"]


def test_what_stops_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "riders.csv"
    path.write_bytes(b"old")

    def write(out: BinaryIO) -> int:
        out.write(b"half")
        raise LookupError

    with pytest.raises(LookupError):
        write_whole(path, write)
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["riders.csv"]


def test_a_place_that_is_not_there_is_said_by_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match=r"^“riders.csv” could not be written: ") as caught:
        write_whole(tmp_path / "none" / "riders.csv", lambda out: out.write(b"x"))
    assert str(tmp_path) not in str(caught.value)
