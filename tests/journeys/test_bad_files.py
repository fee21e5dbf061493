"""Files that cannot be brought in, or only in part, or not to the end."""

from pathlib import Path

from tests.journeys.computer import Computer
from tests.journeys.hands import (
    focus,
    naming_file,
    press,
    reads,
    tab_to,
    wait_for,
    wait_until,
)


def choose_file(path: Path) -> None:
    """Choose a file in the wizard, whose button for that has the keyboard."""
    wait_until(lambda: focus() == "Button “Choose a file”", "the wizard")
    with naming_file(path):
        press("Space")


def test_files_that_cannot_be_brought_in(empty_shop: Computer, tmp_path: Path) -> None:
    (tmp_path / "photo.vcf").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "nothing.csv").write_bytes(b"")
    (tmp_path / "letter.csv").write_text("Dear all,\n\nsee you on Monday.\n")
    tab_to("Bring in")
    press("Space")
    choose_file(tmp_path / "photo.vcf")
    wait_for("“photo.vcf” is not a text file.")
    assert focus() == "Button “Choose a file”"
    choose_file(tmp_path / "nothing.csv")
    wait_for("The file “nothing.csv” is empty.")
    choose_file(tmp_path / "letter.csv")
    wait_for("letter.csv")
    press("Escape")
    assert focus() == "Button “Bring in”"
    assert empty_shop.book.customers.count() == 0


def test_rows_that_cannot_be_read_are_told_and_the_others_come(
    empty_shop: Computer, tmp_path: Path, home: Path
) -> None:
    cards = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ida Blum\nTEL:0171 3920050\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:\nNOTE:nobody\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Cut off in the mid"  # and taken as far as it goes
    )
    (tmp_path / "phone.vcf").write_text(cards)
    tab_to("Bring in")
    press("Space")
    choose_file(tmp_path / "phone.vcf")
    wait_until(lambda: focus() == "Button “Go on”", "the file is read")
    press("Return")
    assert reads("Refused")
    assert empty_shop.book.customers.count() == 0
    press("Return")
    wait_for("1 row to look at")
    assert empty_shop.book.customers.count() == 2
    tab_to("Save the report")
    with naming_file(home / "report.txt"):
        press("Space")
    wait_for("Saved as report.txt")
    assert "Row 6: " in (home / "report.txt").read_text(encoding="utf-8")
    tab_to("Undo")
    press("Space")
    wait_for("Taken back.")
    assert empty_shop.book.customers.count() == 0


def test_a_lock_in_the_middle_of_an_import(empty_shop: Computer, tmp_path: Path) -> None:
    rows = [f"Ida {number},0171 39{number:05}" for number in range(3000)]
    (tmp_path / "many.csv").write_text("\n".join(["Name,Phone", *rows]))
    tab_to("Bring in")
    press("Space")
    choose_file(tmp_path / "many.csv")
    wait_until(lambda: focus() == "Button “Go on”", "the file is read")
    press("Return")
    wait_until(lambda: focus().startswith("Button “Bring in "), "the check")
    press("Return")
    empty_shop.lock()
    empty_shop.sign_in()
    assert empty_shop.book.customers.count() in (0, 3000)
    empty_shop.book.db.check()
