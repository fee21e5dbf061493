"""A desktop of its own: a screen that nobody sees, a session bus, and the bus of screen readers.

Everything is started here and ended here by its own id; nothing of the person's desktop is
touched.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[2]
_PROGRAMS: Final = ("Xvfb", "dbus-daemon")
_SERVICE: Final = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
"""Debian's at-spi2-core says here how the bus of screen readers is started."""

_RACES: Final = ("Could not find accessible on path", "QBackingStore::flush() called for")
"""What is read, or painted, may be gone by then: the program is ended in the midst of its work."""


def missing() -> str:
    """What this computer lacks for such a desktop; empty if it can be had."""
    if sys.platform != "linux":
        return "AT-SPI is the way of screen readers on Linux; other systems have their own"
    lacking = [name for name in _PROGRAMS if shutil.which(name) is None]
    if not _SERVICE.exists():
        lacking.append("at-spi2-core")
    return f"not installed: {', '.join(lacking)}; packaging/test.sh installs it" if lacking else ""


@dataclass
class Desktop:
    """A running desktop: what a program needs to know to appear on it."""

    folder: Path
    environment: dict[str, str]
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def bus(self) -> str:
        """Address of the session bus."""
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    def start(self, *command: str, **more: str) -> subprocess.Popen[str]:
        """Start a program here; it is ended with the desktop at latest."""
        with (self.folder / f"{len(self.started)}.log").open("w") as errors:
            process = subprocess.Popen(
                command,
                cwd=_ROOT,
                env=self.environment | more,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.started.append(process)
        return process

    def said(self, process: subprocess.Popen[str]) -> str:
        """What a program has written to its standard error."""
        return (self.folder / f"{self.started.index(process)}.log").read_text()

    def complaints(self, process: subprocess.Popen[str]) -> list[str]:
        """Lines of that which are no sign of a race: what is read may be gone by then."""
        lines = self.said(process).splitlines()
        return [line for line in lines if not any(race in line for race in _RACES)]

    def end(self) -> None:
        """End what is still running, the last started first."""
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A desktop with nothing on it, 1280×800; gone at the end with all that ran on it."""
    # Addresses of sockets may have 108 letters, so nothing below a long temporary path.
    folder = Path(tempfile.mkdtemp(prefix="cb-"))
    made = Desktop(folder, _environment(folder))
    try:
        _open_screen(made)
        _open_bus(made)
        yield made
    finally:
        made.end()
        shutil.rmtree(folder, ignore_errors=True)


def _environment(folder: Path) -> dict[str, str]:
    """A computer on which the program never ran, in English and in Berlin."""
    run = folder / "run"
    run.mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(run),
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/Berlin",
        "GSETTINGS_BACKEND": "memory",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }


def _open_screen(made: Desktop) -> None:
    screen = made.start(
        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"
    )
    made.environment["DISPLAY"] = ":" + _first_line(screen)


def _open_bus(made: Desktop) -> None:
    bus = made.start("dbus-daemon", "--session", "--nofork", "--print-address")
    made.environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)


def _first_line(process: subprocess.Popen[str]) -> str:
    """What a program says once it is ready."""
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{process.args!r} ended with {process.poll()}"
    return line
