"""A minute of random keys and clicks: no crash, no warning, no stuck keyboard, no stall.

`MONKEY_SECONDS` and `MONKEY_SEED` play longer, or another game; `python -m tests.monkey` does both.
"""

import os
import sys
from pathlib import Path

import pytest

from customerbook.book.sample import make_sample
from tests.books import CHEAP, PASSPHRASE
from tests.guards.clock import StoppedClock
from tests.journeys.computer import Computer
from tests.monkey.monkey import Monkey

_SECONDS = float(os.environ.get("MONKEY_SECONDS", "60"))
_SEED = int(os.environ.get("MONKEY_SEED", "1"))
_FILE = "Given;Family;Phone\nAnna;Berg;0171 3920101\nBo;Lund;0171 3920102\n;;\n"


@pytest.mark.alone
@pytest.mark.timeout(_SECONDS * 2 + 120)
def test_plays_without_harm(computer: Computer, clock: StoppedClock, tmp_path: Path) -> None:
    book, _code = make_sample(
        tmp_path / "Radwerk",
        customers=60,
        interactions=300,
        passphrase=PASSPHRASE,
        cost=CHEAP,
    )
    book.close()
    file = tmp_path / "customers.csv"
    file.write_text(_FILE, encoding="utf-8")
    monkey = Monkey(computer, clock, book.folder, file, _SEED)
    sys.stdout.write(f"\nThe game of seed {_SEED}; its deeds stand in {tmp_path}/deeds.txt.\n")
    monkey.play(_SECONDS)
    sys.stdout.write(f"{monkey.done} deeds. Those that took longest:\n")
    for milliseconds, deed in monkey.slowest:
        sys.stdout.write(f"{milliseconds:6.0f} ms  {deed}\n")
