from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from PIL import Image
from reportlab.lib.units import mm

from customerbook.documents.confirmation import draw_confirmation
from customerbook.documents.logo import read_logo
from customerbook.documents.options import Options
from tests.documents.samples import CONFIRMATION, SHOP


def picture(form: str, size: tuple[int, int] = (60, 60), mode: str = "RGB") -> bytes:
    content = BytesIO()
    Image.new(mode, size, "#1E5B45" if mode in ("RGB", "RGBA") else 1).save(content, form)
    return content.getvalue()


def shown(logo: bytes, **options: bool) -> tuple[list[str], tuple[str, ...]]:
    """Pictures in the document, and what is said about it."""
    facts = replace(CONFIRMATION, shop=replace(SHOP, logo=logo))
    printout = draw_confirmation(facts, Options(**options))  # type: ignore[arg-type]
    page = pypdf.PdfReader(BytesIO(printout.content)).pages[0]
    return [image.name for image in page.images], printout.remarks()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_stands_on_the_letterhead(form: str) -> None:
    pictures, remarks = shown(picture(form))
    assert len(pictures) == 1
    assert remarks == ()


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "1", "LA"])
def test_pngs_of_every_kind(mode: str) -> None:
    assert len(shown(picture("PNG", mode=mode))[0]) >= 1


def test_a_logo_keeps_its_shape_within_its_room() -> None:
    square, wide, high = (
        read_logo(picture("PNG", size)) for size in ((60, 60), (600, 60), (60, 600))
    )
    assert square is not None
    assert wide is not None
    assert high is not None
    assert square.height == pytest.approx(13.2 * mm)
    assert square.width == pytest.approx(square.height)
    assert wide.width == pytest.approx(40 * mm)
    assert high.height == pytest.approx(13.2 * mm)
    assert high.width == pytest.approx(1.32 * mm)


@pytest.mark.parametrize(
    "logo",
    [
        b"GIF89a" + b"\0" * 40,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"\xff\xd8\xff\xe0broken",
        picture("PNG")[:-30],
        b"hello",
    ],
)
def test_a_damaged_or_foreign_picture_is_left_out_and_said(logo: bytes) -> None:
    pictures, remarks = shown(logo)
    assert pictures == []
    assert remarks == ("The logo can not be read and is left out. Choose a PNG or JPEG.",)
    assert shown(logo, letterhead=False) == ([], ())


def test_no_logo_is_no_trouble() -> None:
    assert shown(b"") == ([], ())


def test_the_same_logo_gives_the_same_bytes() -> None:
    facts = replace(CONFIRMATION, shop=replace(SHOP, logo=picture("PNG", mode="RGBA")))
    first, second = (draw_confirmation(facts, Options()).content for _ in range(2))
    assert first == second
