"""Settings about this computer, not about the shop or anyone in its book."""

from pathlib import Path
from typing import Final

from platformdirs import user_config_path, user_data_path, user_log_path
from PySide6.QtCore import QByteArray, QCryptographicHash, QSettings

from customerbook.gui.theme import SCALES, Scheme

_APP: Final = "customerbook"
_KEPT_BOOKS = 8


def data_folder() -> Path:
    """Where the program keeps what is its own on this computer; made if it is not there."""
    return user_data_path(_APP, appauthor=False, ensure_exists=True)


def log_folder() -> Path:
    """Where the program says what it did, with ids and counts only; made if it is not there."""
    return user_log_path(_APP, appauthor=False, ensure_exists=True)


class Device:
    """Typed settings in an ini file of this account; each has a value from the start."""

    def __init__(self, path: Path | None = None) -> None:
        folder = user_config_path(_APP, appauthor=False)
        self._kept = QSettings(str(path or folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def books(self) -> tuple[Path, ...]:
        """Books that were open on this computer, the last one first."""
        found = self._kept.value("books", [])  # one alone is read back as a text
        names = found if isinstance(found, list) else [found]
        return tuple(Path(str(name)) for name in names if name)

    def remember_book(self, folder: Path, shop: str) -> None:
        """Put a book to the front of those that were open, with the shop's name for its cover."""
        others = [book for book in self.books if book != folder]
        self._kept.setValue(f"shops/{_key(folder)}", shop)
        self._write_books([folder, *others])

    def shop_of(self, folder: Path) -> str:
        """The shop whose book it is; empty if it was never open on this computer."""
        return str(self._kept.value(f"shops/{_key(folder)}", ""))

    def forget_book(self, folder: Path) -> None:
        """Leave a book out of those that were open."""
        self._kept.remove(f"shops/{_key(folder)}")
        self._write_books([book for book in self.books if book != folder])

    @property
    def scheme(self) -> Scheme | None:
        """Light or dark; None follows the system."""
        found = self._kept.value("scheme", "")
        return found if found in ("light", "dark") else None

    @scheme.setter
    def scheme(self, scheme: Scheme | None) -> None:
        self._kept.setValue("scheme", scheme or "system")

    @property
    def scale(self) -> int:
        """Text size in percent, one of `SCALES`."""
        return self._number("scale", 100, SCALES)

    @scale.setter
    def scale(self, scale: int) -> None:
        self._kept.setValue("scale", scale)

    @property
    def system_font(self) -> bool:
        """Whether the window uses the system's font instead of its own."""
        return self._number("system_font", 0, (0, 1)) == 1

    @system_font.setter
    def system_font(self, wanted: bool) -> None:
        self._kept.setValue("system_font", int(wanted))

    @property
    def log_kind(self) -> str:
        """The kind that the Log button logged last, a value of `Channel`; empty at first."""
        return str(self._kept.value("log_kind", ""))

    @log_kind.setter
    def log_kind(self, kind: str) -> None:
        self._kept.setValue("log_kind", kind)

    @property
    def printer(self) -> str:
        """Name of the printer used last; empty for the system's own choice."""
        return str(self._kept.value("printer", ""))

    @printer.setter
    def printer(self, name: str) -> None:
        self._kept.setValue("printer", name)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty at first."""
        found = self._kept.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    def _write_books(self, books: list[Path]) -> None:
        self._kept.setValue("books", [str(book) for book in books[:_KEPT_BOOKS]])
        self._kept.sync()

    def _number(self, name: str, default: int, allowed: tuple[int, ...]) -> int:
        try:
            found = int(str(self._kept.value(name, default)))
        except ValueError:
            return default
        return found if found in allowed else default


def _key(folder: Path) -> str:
    """A name for a folder that an ini file takes."""
    # Qt's: Python's would load a library for it that the first page waits for.
    way = QCryptographicHash.Algorithm.Sha256
    digest = QCryptographicHash.hash(str(folder).encode(), way)
    return bytes(digest.toHex().data()).decode()[:16]
