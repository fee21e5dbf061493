"""Files a person asked for: where to, and written whole or not at all, with a sentence if not."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from customerbook.model.errors import BookError
from customerbook.model.texts import _

T = TypeVar("T")


class NotWrittenError(BookError):
    """A file could not be written where a person wanted it."""


def ask_file(parent: QWidget, title: str, usual: str, kind: str) -> Path | None:
    """Ask where a file is to be written; None if that is called off.

    `usual` is the name that is offered, and its ending the one of a name that is typed without;
    `kind` is what such files are called.
    """
    offered = Path.home() / usual
    kinds = f"{kind} (*{offered.suffix})"
    name, _filter = QFileDialog.getSaveFileName(parent, title, str(offered), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(offered.suffix)


def write_whole(path: Path, write: Callable[[BinaryIO], T]) -> T:
    """Let `write` fill a file that takes the place of another only when it is complete.

    Raises NotWrittenError; whatever else `write` raises passes through, and nothing is left.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            result = write(out)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _not_written(path, error) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return result


def write_content(path: Path, content: bytes) -> None:
    """Write a file in the same way, if all that is to be in it is there already."""
    write_whole(path, lambda out: out.write(content))


def _not_written(path: Path, error: OSError) -> NotWrittenError:
    sentence = _("“{name}” could not be written: {reason}. Choose another place.")
    return NotWrittenError(sentence.format(name=path.name, reason=error.strerror or error))
