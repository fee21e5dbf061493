"""The languages that customers of a European counter speak, and how they write figures."""

from PySide6.QtCore import QLocale

from customerbook.model.texts import _


def language_names() -> dict[str, str]:
    """Two-letter code -> name, in the order of the names."""
    names = {
        "ar": _("Arabic"),
        "bg": _("Bulgarian"),
        "bs": _("Bosnian"),
        "ca": _("Catalan"),
        "cs": _("Czech"),
        "cy": _("Welsh"),
        "da": _("Danish"),
        "de": _("German"),
        "el": _("Greek"),
        "en": _("English"),
        "es": _("Spanish"),
        "et": _("Estonian"),
        "fa": _("Persian"),
        "fi": _("Finnish"),
        "fr": _("French"),
        "ga": _("Irish"),
        "he": _("Hebrew"),
        "hi": _("Hindi"),
        "hr": _("Croatian"),
        "hu": _("Hungarian"),
        "is": _("Icelandic"),
        "it": _("Italian"),
        "ja": _("Japanese"),
        "ko": _("Korean"),
        "ku": _("Kurdish"),
        "lt": _("Lithuanian"),
        "lv": _("Latvian"),
        "mk": _("Macedonian"),
        "mt": _("Maltese"),
        "nb": _("Norwegian"),
        "nl": _("Dutch"),
        "pl": _("Polish"),
        "pt": _("Portuguese"),
        "ro": _("Romanian"),
        "ru": _("Russian"),
        "sk": _("Slovak"),
        "sl": _("Slovenian"),
        "sq": _("Albanian"),
        "sr": _("Serbian"),
        "sv": _("Swedish"),
        "th": _("Thai"),
        "tr": _("Turkish"),
        "uk": _("Ukrainian"),
        "ur": _("Urdu"),
        "vi": _("Vietnamese"),
        "zh": _("Chinese"),
    }
    return dict(sorted(names.items(), key=lambda item: item[1]))


def language_name(code: str) -> str:
    """What a language (BCP 47) is called; its code for one that is not known here."""
    return language_names().get(code.split("-", maxsplit=1)[0].lower(), code)


def counted(number: int, language: str) -> str:
    """A count with its thousands apart, as a language writes it: "18,402"."""
    return QLocale(language).toString(number)
