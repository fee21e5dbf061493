"""Kills while a book is locked anew, by the program itself and at random moments."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.locking_anew import AYLIN, Said, Tally, examine, run, template

_TRIALS = 20


@pytest.mark.timeout(600)
def test_a_kill_leaves_one_key_and_everything_that_was_confirmed(
    expect_log: Callable[[str], None],
) -> None:
    expect_log("not closed properly")
    expect_log("cut off; epoch")
    tally = run(_TRIALS, seed=time.time_ns() % 2**32)
    print(tally)
    assert tally.trials == _TRIALS
    assert not +tally.faults
    assert tally.moments["before the engine was done"] > 0
    assert tally.confirmed > _TRIALS


def test_what_is_lost_or_wrongly_let_in_is_counted(tmp_path: Path) -> None:
    folder = template(tmp_path)
    shutil.copy(folder / "keys.json", tmp_path / "theirs.json")
    tally = Tally()
    examine(folder, Said(customers=10**6, jonas=AYLIN, out=True), tally)
    assert set(+tally.faults) == {"lost", "let in wrongly"}
    examine(folder, Said(owners=["another one"]), tally)
    assert tally.faults["no key or two"] == 1


def test_what_the_program_said_is_understood() -> None:
    said = Said()
    lines = ("customers 7", "in four dry", "out four dry", "about eight warm", "anew eight warm")
    for line in lines:
        said.hear(line)
    assert (said.customers, said.jonas, said.out) == (7, "four dry", True)
    assert said.owners == ["eight warm"]
    assert "lost 2" in str(Tally(faults=Tally().faults + type(Tally().faults)({"lost": 2})))
