"""What stands on a PDF that a journey has saved, as the person it is handed to reads it."""

import unicodedata
from pathlib import Path

from tests.documents.samples import text_as_read


def read_pdf(path: Path) -> str:
    """All words of all pages, letters as they are typed, single spaces between."""
    return " ".join(unicodedata.normalize("NFKC", text_as_read(path.read_bytes())).split())
