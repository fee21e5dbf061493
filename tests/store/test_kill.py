"""A program that is killed while it writes: what it had confirmed is there, nothing is half."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.files import new_file, noted, opened

_WRITER = """
import sys
from pathlib import Path
from tests.store.files import note, opened
file = opened(Path(sys.argv[1]))
count = 0
while True:
    with file.writing():
        note(file, f"{count}a")
        note(file, f"{count}b " + "x" * 9000)
    print(count, flush=True)
    count += 1
"""


@pytest.mark.parametrize("confirmed", [1, 7, 40])
def test_killed_while_writing(
    confirmed: int, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    new_file(tmp_path).close()
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert writer.stdout
    last = -1
    for line in writer.stdout:
        last = int(line)
        if last >= confirmed:
            break
    writer.kill()
    last = max([last, *(int(line) for line in writer.stdout if line.endswith("\n"))])
    writer.wait()
    writer.stdout.close()

    expect_log("not closed properly")
    file = opened(tmp_path)  # checks all of it
    found = [text.split()[0] for text in noted(file)]
    assert len(found) >= 2 * (last + 1)
    assert found == [f"{count}{part}" for count in range(len(found) // 2) for part in "ab"]
    file.close()
