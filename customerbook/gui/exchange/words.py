"""What encodings, separators and fates of rows are called."""

from typing import Final

from customerbook.model.texts import _

SEPARATORS: Final = (",", ";", "\t", "|")
FATE_ICONS: Final[dict[str, str]] = {
    "new": "circle-plus",
    "filled": "git-merge",
    "same": "equal",
    "refused": "circle-x",
    "remark": "info",
}


def encoding_name(encoding: str) -> str:
    """What an encoding is called, with where it comes from."""
    return {
        "utf-8": "UTF-8",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16 BE",
        "cp1250": _("Windows-1250 (Central Europe)"),
        "cp1251": _("Windows-1251 (Cyrillic)"),
        "cp1252": _("Windows-1252 (Western Europe)"),
        "cp1253": _("Windows-1253 (Greek)"),
        "cp1254": _("Windows-1254 (Turkish)"),
        "cp1255": _("Windows-1255 (Hebrew)"),
        "cp1256": _("Windows-1256 (Arabic)"),
        "cp1257": _("Windows-1257 (Baltic)"),
        "cp1258": _("Windows-1258 (Vietnamese)"),
        "cp850": _("DOS (code page 850)"),
        "mac-roman": _("Mac Roman"),
    }.get(encoding, encoding)


def separator_name(separator: str) -> str:
    """What stands between the columns, as a choice."""
    return {
        ",": _("Comma"),
        ";": _("Semicolon"),
        "\t": _("Tab"),
        "|": _("Upright line"),
    }.get(separator, separator)


def separated_words(separator: str) -> str:
    """What stands between the columns, within a sentence."""
    return {
        ",": _("separated by commas"),
        ";": _("separated by semicolons"),
        "\t": _("separated by tabs"),
        "|": _("separated by upright lines"),
    }.get(separator, _("separated by “{sign}”").format(sign=separator))


def fate_words(kind: str) -> str:
    """What becomes of a row, in a word."""
    return {
        "new": _("new"),
        "filled": _("filled in"),
        "same": _("the same"),
        "refused": _("refused"),
        "remark": _("remark"),
    }[kind]
