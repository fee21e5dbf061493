"""A disk that loses its power: what was written to it, and what may be left of it.

Everything the program writes is recorded in its order: what the engine writes (`engine`), and our
own small files (`Path.replace`, `os.fsync`). Then the power can be cut after any of these: what was
synced is there; what was not is there, missing, or torn in the middle, as chance has it.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.engine import watched

SECTOR = 512


@dataclass(frozen=True)
class Step:
    """One change of the disk: what, which file, place or size, content (or the new name)."""

    what: str
    name: str
    place: int = 0
    content: bytes = b""


@dataclass
class Recorded:
    """What happened to the files of a folder, in its order."""

    steps: list[Step] = field(default_factory=list)


@contextmanager
def recording(folder: Path) -> Iterator[Recorded]:
    """Record everything that is written below a folder until the end of the block."""
    recorded = Recorded()

    def add(what: str, path: Path, place: int = 0, content: bytes = b"") -> int:
        if path.is_relative_to(folder):
            recorded.steps.append(Step(what, str(path.relative_to(folder)), place, content))
        return 0

    really_sync, really_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        really_sync(handle)
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.is_dir():
            add("names", path)
        else:
            add("content", path, 0, path.read_bytes())

    def replace(path: Path, target: Path) -> Path:
        if not any(step.name == path.name for step in recorded.steps[-2:]):
            add("unsynced", path, 0, path.read_bytes())
        moved = really_replace(path, target)
        add("rename", path, 0, str(target.relative_to(folder)).encode())
        return moved

    with pytest.MonkeyPatch.context() as patch, watched(add):
        patch.setattr(os, "fsync", sync)
        patch.setattr(Path, "replace", replace)
        yield recorded


class Disk:
    """Files as they lie on the disk, and what is only on its way there."""

    def __init__(self) -> None:
        self._synced: dict[str, bytes] = {}
        self._pending: dict[str, list[Step]] = {}
        self._names: list[Step] = []

    def take(self, step: Step) -> None:
        """One more change."""
        match step.what:
            case "sync":
                self._synced[step.name] = self._applied(step.name, self._pending.pop(step.name, []))
            case "content":
                self._synced[step.name] = step.content
                self._pending.pop(step.name, None)
            case "names":
                self._rename(self._names)
                self._names = []
            case "rename":
                self._names.append(step)
            case "delete":
                if step.place:  # the engine has the folder synced
                    self._synced.pop(step.name, None)
                    self._pending.pop(step.name, None)
                else:
                    self._names.append(step)
            case _:
                self._pending.setdefault(step.name, []).append(step)

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """What is there when the power comes back."""
        kept = chance.choice((0.0, 0.5, 0.9, 1.0))
        names = dict(self._synced)
        for name, pending in self._pending.items():
            left = [torn for step in pending if (torn := _torn(step, chance, kept))]
            content = self._applied(name, left, chance)
            if name in names or left:
                names[name] = content
        if self._names:
            # Names reach the disk in their order, but nobody knows how far.
            survivor = Disk()
            survivor._synced = names
            survivor._rename(self._names[: chance.randint(0, len(self._names))])
            names = survivor._synced
        return names

    def _rename(self, steps: list[Step]) -> None:
        for step in steps:
            content = self._synced.pop(step.name, None)
            if step.what == "rename" and content is not None:
                self._synced[step.content.decode()] = content

    def _applied(self, name: str, steps: list[Step], chance: random.Random | None = None) -> bytes:
        content = bytearray(self._synced.get(name, b""))
        for step in steps:
            if step.what == "truncate":
                del content[step.place :]
                content.extend(bytes(step.place - len(content)))
            elif step.what == "unsynced":
                content[:] = step.content
            elif step.what == "write":
                gap = step.place - len(content)
                if gap > 0:  # a later write reached the disk, an earlier one did not
                    content.extend(chance.randbytes(gap) if chance else bytes(gap))
                content[step.place : step.place + len(step.content)] = step.content
        return bytes(content)


def _torn(step: Step, chance: random.Random, kept: float) -> Step | None:
    """What is left of a change that was not synced."""
    if chance.random() > kept and chance.random() > 0.1:
        return None
    if step.what in ("write", "unsynced") and len(step.content) > SECTOR and chance.random() < 0.2:
        whole = chance.randrange(len(step.content) // SECTOR)
        return Step(step.what, step.name, step.place, step.content[: whole * SECTOR])
    return step
