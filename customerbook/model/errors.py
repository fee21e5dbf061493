"""Errors that a person can act on: each is one sentence for the counter; all else is a bug."""


class BookError(Exception):
    """A known error; its text says what happened, what is safe and what to do."""


class RightRefusedError(BookError):
    """The signed-in person may not do this."""


class ConfirmationNeededError(RightRefusedError):
    """This needs the owner's passphrase once more, see `Book.confirm_owner`."""


class NotAvailableError(BookError):
    """This PC cannot keep or give a secret just now; the passphrase opens the book."""


class NotFoundError(BookError):
    """What was named does not exist (any more)."""


class AmbiguousError(BookError):
    """The name fits several; `candidates` are lines that tell them apart."""

    def __init__(self, sentence: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.candidates = candidates


class InvalidInputError(BookError):
    """Something typed cannot be taken; `field` names the field of the record, if one is meant."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class NotAMomentError(InvalidInputError):
    """Words that are no date or time."""


class WeakPassphraseError(InvalidInputError):
    """The passphrase could be guessed."""


class WeakPinError(InvalidInputError):
    """The PIN is too short, or one of those that are tried first."""


class ConflictError(BookError):
    """A record was changed since it was read; nothing was written."""


class NothingToUndoError(BookError):
    """There is no change that could be undone or redone."""


class OpeningError(BookError):
    """The book could not be opened; nothing was changed."""


class WrongKeyError(OpeningError):
    """Passphrase or recovery code do not open this book."""


class WrongPinError(WrongKeyError):
    """The PIN is not right; `left` tries are left until only the passphrase opens."""

    def __init__(self, sentence: str, left: int) -> None:
        super().__init__(sentence)
        self.left = left


class TooSoonError(OpeningError):
    """After wrong tries the next one is heard in `seconds`; this one was not looked at."""

    def __init__(self, sentence: str, seconds: int) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class NotABookError(OpeningError):
    """The folder or file is no customer book."""


class BookTooNewError(OpeningError):
    """Written by a newer program."""


class BookInUseError(OpeningError):
    """Another window or program has the book open."""


class DamagedError(OpeningError):
    """The book or its key file is damaged."""


class BookClosedError(BookError):
    """The book was locked or closed while something still wanted to work with it."""


class DiskError(BookError):
    """The disk is full, read-only or failing; nothing was half-written."""


class UnreadableFileError(BookError):
    """A file from elsewhere cannot be read at all."""


class UnreadableRowError(BookError):
    """One row of a file cannot be taken; `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableRowError"], tuple[int, str]]:
        return UnreadableRowError, (self.line, self.reason)
