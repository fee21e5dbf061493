"""No power cut loses what was confirmed; small numbers here, large ones by the command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.power_cut import Day, play, run, unsynced

TRIALS = 2_000
_PARTS = 8


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """A recorded day at the counter."""
    return play(tmp_path_factory.mktemp("day"))


@pytest.mark.parametrize("seed", range(_PARTS))
def test_nothing_confirmed_is_lost(
    seed: int, day: Day, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("customerbook.store.opening: the book was not closed properly")
    found = run(day, TRIALS // _PARTS, seed, tmp_path / "cut")
    print(found)
    assert found.first == ""
    assert found.trials == TRIALS // _PARTS


def test_a_disk_that_does_not_keep_its_promise_is_noticed(
    day: Day, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("customerbook.store.opening: the book was not closed properly")
    found = run(unsynced(day), 60, 1, tmp_path / "cut")
    assert found.lost + found.corrupt + found.false_alarms > 5
