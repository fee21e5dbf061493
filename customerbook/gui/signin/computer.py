"""What the computer is set to, before a book says what the shop wants."""

from PySide6.QtCore import QLocale

from customerbook.model.texts import spoken_languages


def system_country() -> str:
    """The country that the computer is set to."""
    return QLocale.territoryToCode(QLocale.system().territory())


def system_language() -> str:
    """The language that the computer is set to, if the program speaks it; else English."""
    spoken = spoken_languages()
    wanted = QLocale.system().bcp47Name()
    for code in (wanted, wanted.split("-")[0]):
        if code in spoken:
            return code
    return "en"
