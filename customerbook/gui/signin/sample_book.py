"""The book to look around in: made for one time, and gone at the end."""

import contextlib
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from customerbook.gui.device import data_folder
from customerbook.gui.jobs import Progress
from customerbook.model.errors import BookError
from customerbook.model.texts import _
from customerbook.store.folder import BookFolder, hold_folder
from customerbook.store.passphrase import Cost

if TYPE_CHECKING:
    from customerbook.book.book import Book

_CUSTOMERS: Final = 400
_INTERACTIONS: Final = 2000
_SEED: Final = 7


class SampleBook:
    """A folder of its own in the data of this account, with a passphrase that nobody chose."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=_root()))
        self.passphrase = secrets.token_hex(16)

    def make(self, _progress: Progress) -> "Book":
        """Fill it; takes some seconds."""
        from customerbook.book.sample import make_sample  # noqa: PLC0415 - seldom wanted

        book, _code = make_sample(
            self._folder / _("Sample shop"),
            customers=_CUSTOMERS,
            interactions=_INTERACTIONS,
            seed=_SEED,
            passphrase=self.passphrase,
            cost=Cost(memory_mib=64),
        )
        return book

    def remove(self) -> None:
        """Take it away; the book must be closed."""
        shutil.rmtree(self._folder, ignore_errors=True)


def sweep_samples() -> None:
    """Remove sample books that a killed program left behind; those in use stay."""
    for folder in _root().iterdir():
        with contextlib.suppress(BookError, OSError):
            holds = [hold_folder(BookFolder(book)) for book in folder.glob("*.customerbook")]
            for hold in holds:
                hold.release()
            shutil.rmtree(folder)


def _root() -> Path:
    root = data_folder() / "samples"
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return root
