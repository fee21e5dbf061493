import tempfile
from pathlib import Path

import pytest

from customerbook.cli import self_test
from customerbook.documents import DOCUMENTS
from tests.cli.conftest import Cli


def test_an_installation_proves_itself(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    said = cli("self-test")
    assert said.code == 0, said.out
    lines = said.out.splitlines()
    assert all(line.startswith("ok ") for line in lines[:-1])
    assert len(lines) > 9
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_work_is_named(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(self_test, "DOCUMENTS", (*DOCUMENTS, None))
    said = cli("self-test")
    assert said.code == 1
    assert said.out.splitlines()[-1].startswith("FAILED build every document: AttributeError")
    assert list(tmp_path.iterdir()) == []
