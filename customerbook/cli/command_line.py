"""Runs one verb, and turns whatever goes wrong into one sentence and an exit code."""

import logging
import os
import sys
import traceback
from argparse import Action, ArgumentParser
from collections.abc import Sequence
from typing import NoReturn

from customerbook.cli.output import mute, prepare_streams, sentence
from customerbook.cli.verb import UsageError
from customerbook.cli.verbs import VERBS
from customerbook.model.errors import AmbiguousError, BookError
from customerbook.model.texts import _

DONE, MENDABLE, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Exit codes: the last two are what a shell gives for the signals."""

_UNHEARD = logging.NullHandler()

DEBUG = "CUSTOMERBOOK_DEBUG"
"""Set to anything, an unexpected error also tells the places in the code it went through."""


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say; the exit code."""
    prepare_streams()
    # What the program notes for itself is no sentence for the person.
    logging.getLogger("customerbook").addHandler(_UNHEARD)
    try:
        code = _run(argv)
        sys.stdout.flush()
    except SystemExit as end:  # argparse, after the help or a usage error
        return end.code if isinstance(end.code, int) else USAGE
    except BookError as error:
        return _complain(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        mute()
        return PIPE_CLOSED
    except Exception as error:
        return _unexpected(error)
    return code


def _run(argv: Sequence[str]) -> int:
    parser, parsers = _parsers()
    unreadable = [a for a in argv if not a.isprintable() and any(map(_is_surrogate, a))]
    if unreadable:
        parser.error(_("this is not text in UTF-8: {text}").format(text=ascii(unreadable[0])))
    options = parser.parse_args(argv)
    try:
        code: int = options.verb.run(options)
    except UsageError as error:
        parsers[options.verb.name].error(str(error))
    return code


def _is_surrogate(character: str) -> bool:
    """Whether a byte of the command line was no text; it could neither be kept nor printed."""
    return "\ud800" <= character <= "\udfff"


class _Parser(ArgumentParser):
    """Says what was not understood in one line after the usage."""

    def error(self, message: str) -> NoReturn:
        """Print usage and message; exit code 2."""
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}", file=sys.stderr)
        self.exit(USAGE)


class _Version(Action):
    """Prints the version of the installed program; it is looked up only when asked for."""

    def __call__(self, parser: ArgumentParser, *_rest: object, **_more: object) -> None:
        """Print and end."""
        from importlib.metadata import version  # noqa: PLC0415

        print(version("customerbook"))
        parser.exit()


def _parsers() -> tuple[ArgumentParser, dict[str, ArgumentParser]]:
    parser = _Parser(
        prog="customerbook-cli",
        description=_("A customer book for small shops, without its window."),
        epilog=_(
            "The passphrase is asked for, or taken from CUSTOMERBOOK_PASSPHRASE. "
            "Exit code 0: done, 1: something needs you, 2: not understood."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=_("print the version"))
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
    parsers: dict[str, ArgumentParser] = {}
    for verb in VERBS:
        about = verb.about()
        found = verbs.add_parser(verb.name, help=about, description=about, allow_abbrev=False)
        verb.arguments(found)
        found.set_defaults(verb=verb)
        parsers[verb.name] = found
    return parser, parsers


def _complain(error: BookError) -> int:
    print(sentence(str(error)), file=sys.stderr)
    if isinstance(error, AmbiguousError):
        for candidate in error.candidates:
            print("  " + sentence(candidate), file=sys.stderr)
    return MENDABLE


def _unexpected(error: Exception) -> int:
    """Only kind and place are told: the message of an error may hold what was typed."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"  # noqa: PTH119
    told = _(
        "Something went wrong inside the program ({kind}, {place}). "
        "What was not confirmed was not written; what was before is safe."
    )
    print(told.format(kind=type(error).__name__, place=place), file=sys.stderr)
    if os.environ.get(DEBUG):
        for frame in frames:
            print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
    return MENDABLE
