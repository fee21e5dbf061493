import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_a_sample_says_how_fast_it_was_made(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "sample"
    said = cli("sample", path, "--customers", "60", "--interactions", "150")
    assert said.code == 0
    assert re.search(
        r"^[\d,]+ rows of tables and search index in [\d.]+ s: [\d,]+ rows a second",
        said.out,
        re.MULTILINE,
    )
    assert len(cli("find", path, "", "--limit", "999", "--json").json) == 60
    assert cli("due", path, "--json").json
    assert cli("sample", path).code == 1


def test_a_sample_for_other_programs(cli: Cli, tmp_path: Path) -> None:
    names = []
    for seed in (4, 5):
        path = tmp_path / str(seed)
        arguments = ("--customers", "50", "--interactions", "0", "--seed", seed, "--json")
        made = cli("sample", path, *arguments).json
        assert made["customers"] == 50
        assert made["rows"] > 100
        found = cli("find", path, "", "--limit", "99", "--json").json
        names.append({row["name"] for row in found})
    assert names[0] != names[1]


@pytest.mark.parametrize("more", ["--customers=-1", "--customers=many", "--interactions=1e5"])
def test_what_is_no_number_is_usage(cli: Cli, tmp_path: Path, more: str) -> None:
    assert cli("sample", tmp_path / "a", more).code == 2
    assert list(tmp_path.iterdir()) == []
