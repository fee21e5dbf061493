"""Settings about this computer: typed, kept, and never broken by what stands in the file."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from customerbook.gui.device import Device


def test_each_setting_has_a_value_from_the_start(home: Path) -> None:
    device = Device()
    assert device.books == ()
    assert device.scheme is None
    assert device.scale == 100
    assert not device.system_font
    assert device.log_kind == device.printer == ""
    assert device.geometry.isEmpty()


def test_settings_are_there_at_the_next_start(home: Path) -> None:
    device = Device()
    device.scheme = "dark"
    device.scale = 115
    device.system_font = True
    device.log_kind = "call"
    device.printer = "Counter"
    device.geometry = QByteArray(b"\x01\x02")
    device.remember_book(home / "One.customerbook", "One")
    del device
    again = Device()
    assert (again.scheme, again.scale, again.system_font) == ("dark", 115, True)
    assert (again.log_kind, again.printer) == ("call", "Counter")
    assert again.geometry == QByteArray(b"\x01\x02")
    assert again.books == (home / "One.customerbook",)
    assert again.shop_of(home / "One.customerbook") == "One"


def test_the_last_book_stands_first_and_each_once(home: Path) -> None:
    device = Device()
    for name in ("a", "b", "a", "c"):
        device.remember_book(home / name, name)
    assert [book.name for book in device.books] == ["c", "a", "b"]
    device.forget_book(home / "a")
    assert [book.name for book in device.books] == ["c", "b"]
    assert device.shop_of(home / "a") == ""


def test_no_more_than_eight_books_are_kept(home: Path) -> None:
    device = Device()
    for number in range(12):
        device.remember_book(home / str(number), "")
    assert [book.name for book in device.books] == [str(n) for n in range(11, 3, -1)]


def test_nonsense_in_the_file_counts_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    kept.setValue("scale", "enormous")
    kept.setValue("scheme", "purple")
    kept.setValue("geometry", 17)
    kept.setValue("books", "")
    kept.sync()
    device = Device(path)
    assert (device.scale, device.scheme, device.books) == (100, None, ())
    assert device.geometry.isEmpty()
