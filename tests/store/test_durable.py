"""Small files: the old one or the new one, and the reason if it does not work."""

import errno
import os
from pathlib import Path

import pytest

from customerbook.model.errors import DiskError
from customerbook.store import durable, faults
from customerbook.store.durable import write_durably


def test_a_file_is_replaced_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(b"old")
    (tmp_path / "keys.json.new").write_bytes(b"left by a power cut, and longer than the new one")
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("step", ["_write_part", "put_in_place"])
def test_a_failure_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_paths: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    path = tmp_path / "keys.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(durable, step, fail)
    with pytest.raises(DiskError, match="disk is full"):
        write_durably(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["keys.json"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "write-protected"),
        (errno.EACCES, "write-protected"),
        (errno.EIO, "reports a fault"),
    ],
)
def test_each_fault_has_its_sentence(number: int, words: str) -> None:
    assert words in str(faults.told(OSError(number, "x")))


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskError):
        write_durably(tmp_path / "nowhere" / "keys.json", b"x")
