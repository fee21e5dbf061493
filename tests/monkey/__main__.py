"""`python -m tests.monkey [--seconds N] [--seed N]`: play on demand; half an hour if not said."""

import argparse
import os
import secrets
import sys
from pathlib import Path

import pytest


def main() -> int:
    """Play as the test does, only longer; pytest's own line tells how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("--seed", type=int, help="the game to play again; a new one if not given")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else secrets.randbelow(10**6) + 1
    os.environ["MONKEY_SECONDS"] = str(asked.seconds)
    os.environ["MONKEY_SEED"] = str(seed)
    test = Path(__file__).with_name("test_monkey.py")
    timeout = f"--timeout={asked.seconds * 2 + 120}"
    return pytest.main([str(test), "-n0", "-q", "-s", "-m", "alone", timeout])


if __name__ == "__main__":
    sys.exit(main())
