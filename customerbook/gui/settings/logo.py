"""A logo from a file: looked at before it is read, made small, nothing else of it kept."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from customerbook.model.errors import UnreadableFileError
from customerbook.model.texts import _

_LONGEST = 1200
"""Pixels on the longer side: as sharp as a printer shows it at 8 cm."""
_PIXELS = 25_000_000
_BYTES = 16 * 1024 * 1024


def read_logo(path: Path) -> bytes:
    """A PNG of the picture in a PNG or JPEG file, without what else the file holds.

    Raises:
        UnreadableFileError: it is no such picture, or an enormous one.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFileError(_("The file cannot be read.")) from error
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if size > _BYTES or bytes(reader.format().data()) not in (b"png", b"jpeg"):
        raise UnreadableFileError(_("This is no PNG or JPEG picture that can be a logo."))
    pixels = reader.size()
    if not pixels.isValid() or pixels.width() * pixels.height() > _PIXELS:
        raise UnreadableFileError(_("This picture is too large for a logo."))
    if max(pixels.width(), pixels.height()) > _LONGEST:
        keep = Qt.AspectRatioMode.KeepAspectRatio
        reader.setScaledSize(pixels.scaled(QSize(_LONGEST, _LONGEST), keep))
    image = reader.read()
    if image.isNull():
        raise UnreadableFileError(_("The picture is damaged and cannot be read."))
    return _png(image)


def shown_logo(content: bytes, size: QSize, ratio: float) -> QImage:
    """A logo fitted into `size` logical pixels; a null image for no logo."""
    image = QImage.fromData(QByteArray(content))
    if image.isNull():
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    fitted = image.scaled(size * ratio, keep, smooth)
    fitted.setDevicePixelRatio(ratio)
    return fitted


def _png(image: QImage) -> bytes:
    clean = image.convertToFormat(QImage.Format.Format_ARGB32)
    for key in clean.textKeys():
        clean.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind: Any = "PNG"  # a text, whatever the stubs say
    clean.save(buffer, kind)
    return bytes(buffer.data().data())
