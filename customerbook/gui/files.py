"""Files a person asked for: written whole or not at all, with a sentence if they can not be."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from customerbook.model.errors import BookError
from customerbook.model.texts import _

T = TypeVar("T")


class NotWrittenError(BookError):
    """A file could not be written where a person wanted it."""


def not_written(path: Path, error: OSError) -> NotWrittenError:
    """The sentence about a file that the system did not take."""
    sentence = _("“{name}” could not be written: {reason}. Choose another place.")
    return NotWrittenError(sentence.format(name=path.name, reason=error.strerror or error))


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
        raise not_written(path, error) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return result
