"""Where the program starts: without a verb the window, with one the command line."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from customerbook.model.texts import _

_HELP = {"-h", "--help", "--version"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit code of the process."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if _is_for_the_window(arguments):
        return _window(arguments)
    from customerbook.cli.command_line import main as command_line  # noqa: PLC0415 - see _window

    return command_line(arguments)


def _is_for_the_window(arguments: Sequence[str]) -> bool:
    """Whether there is no verb: nothing at all, an option of the window, or a book."""
    if not arguments:
        return True
    first = arguments[0]
    if first in _HELP:
        return False
    separators = {os.sep, os.altsep} - {None}
    return (
        first.startswith("-")
        or first.endswith(".customerbook")
        or any(str(separator) in first for separator in separators)
        or (Path(first).exists() and not _is_verb(first))
    )


def _is_verb(word: str) -> bool:
    # Only here: the window does not wait for what the command line is made of.
    from customerbook.cli.verbs import VERBS  # noqa: PLC0415

    return word in {verb.name for verb in VERBS}


def _window(arguments: Sequence[str]) -> int:
    gc.disable()  # until the first page is painted: nearly all that is made on the way stays
    # Only here: the command line has to work where Qt and its libraries are not installed.
    try:
        from customerbook.gui.app import run  # noqa: PLC0415
    except ImportError as error:
        sentence = _(
            "The window cannot be opened on this computer ({reason}). "
            "The command line works without it: customerbook-cli --help"
        )
        print(sentence.format(reason=error), file=sys.stderr)
        return 1
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
