"""What a verb of the command line is, and how one says that it was not understood."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing the command line does.

    `about` is one sentence for the help, `arguments` declares what may be said with the verb,
    `run` does it and gives the exit code.
    """

    name: str
    about: Callable[[], str]
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


class UsageError(Exception):
    """What was typed does not go together; the sentence is shown with the usage."""
