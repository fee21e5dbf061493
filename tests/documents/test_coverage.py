import sys
from pathlib import Path

import pytest

from customerbook.documents import coverage, fonts
from customerbook.documents.coverage import font_folders, read_font, system_fonts
from customerbook.documents.fonts import face_for, shipped_has


def test_a_font_says_what_it_really_has() -> None:
    for strong in (False, True):
        face = face_for("a", strong=strong)
        assert face is not None
        font = read_font(fonts._LATO / f"{face.name}.ttf")
        assert font is not None
        claimed = {code for code in range(0x2FFF) if font.has(code)}
        real = {code for code in face.glyphs if code < 0x2FFF}
        assert real <= claimed | {0}
        assert len(claimed - real) < 10


def test_a_collection_is_read_from_its_first_font(tmp_path: Path) -> None:
    content = (fonts._LATO / "Lato-Regular.ttf").read_bytes()
    head = b"ttcf\0\1\0\0" + (1).to_bytes(4, "big") + (16).to_bytes(4, "big")
    count = int.from_bytes(content[4:6], "big")
    moved = bytearray(content)
    for row in range(12, 12 + 16 * count, 16):
        offset = int.from_bytes(content[row + 8 : row + 12], "big") + len(head)
        moved[row + 8 : row + 12] = offset.to_bytes(4, "big")
    path = tmp_path / "lato.ttc"
    path.write_bytes(head + moved)
    font = read_font(path)
    assert font is not None
    assert font.has(ord("ß"))


@pytest.mark.parametrize(
    "content", [b"", b"OTTO" + b"\0" * 40, b"\0\1\0\0\xff\xff", b"hello" * 100]
)
def test_what_is_no_font_is_left_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.ttf"
    path.write_bytes(content)
    assert read_font(path) is None


def test_a_torn_font_is_left_out(tmp_path: Path) -> None:
    content = (fonts._LATO / "Lato-Regular.ttf").read_bytes()
    for end in (100, 5_000, 50_000):
        path = tmp_path / f"torn{end}.ttf"
        path.write_bytes(content[:end])
        assert read_font(path) is None or face_for("a", strong=False)


def test_a_script_is_drawn_with_a_font_of_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fonts this computer has: one with Hebrew is put where fonts are looked for."""
    have = next((font for font in system_fonts() if font.has(ord("ש"))), None)
    face = face_for("ש", strong=True)
    assert (face is None) is (have is None)
    if face is not None:
        assert face.thicken
        assert ord("ש") in face.glyphs
    monkeypatch.setattr(coverage, "font_folders", lambda: [tmp_path])
    coverage._files.cache_clear()
    assert face_for("ש", strong=False) is None
    monkeypatch.undo()
    coverage._files.cache_clear()


def test_shipped_fonts_come_first() -> None:
    assert shipped_has("ж")
    assert not shipped_has("ש")


def test_plain_fonts_are_preferred() -> None:
    names = ["NotoSerif-Bold", "NotoSansMono", "NotoSansHebrew-Regular", "Zapf", "NotoSans-Italic"]
    ordered = sorted((Path(f"{name}.ttf") for name in names), key=coverage._preference)
    assert [path.stem for path in ordered] == [
        "NotoSansHebrew-Regular",
        "Zapf",
        "NotoSansMono",
        "NotoSans-Italic",
        "NotoSerif-Bold",
    ]


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_every_system_has_places_for_fonts(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert all(folder.is_dir() for folder in font_folders())
