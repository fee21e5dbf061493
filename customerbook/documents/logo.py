"""The shop's logo, read with care: only PNG and JPEG, whatever else Pillow would open."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_HEIGHT = 13.2 * mm
_WIDTH = 40 * mm


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture and its size on paper, in points."""

    picture: ImageReader
    width: float
    height: float


def read_logo(content: bytes) -> Logo | None:
    """The logo as large as it may be; None if there is none, or it is damaged."""
    if not content.startswith(_PICTURES):
        return None
    try:
        picture = ImageReader(BytesIO(content))
        wide, high = picture.getSize()
        # Decodes all of it, so that drawing can not fail.
        picture.getRGBData()  # type: ignore[no-untyped-call]
    except Exception:  # Pillow raises nearly anything for a damaged picture
        return None
    scale = min(_WIDTH / wide, _HEIGHT / high)
    return Logo(picture, wide * scale, high * scale)
