"""The words a person reads, in the language in use; documents ask for a language of their own.

Catalogues lie in `resources/translations`; English is in the code.
"""

import gettext
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resources() -> Path:
    """Folder with what is shipped beside the code, in a wheel as in a source tree."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def spoken_languages() -> set[str]:
    """BCP 47 codes of the languages that there are translations for, beside English."""
    found = (resources() / "translations").glob("*/LC_MESSAGES/customerbook.mo")
    return {path.parent.parent.name.replace("_", "-") for path in found}


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Translations of a BCP 47 language such as `de` or `de-AT`; English where there is none."""
    names = [language.replace("-", "_"), language.split("-", maxsplit=1)[0]]
    return gettext.translation(
        "customerbook", resources() / "translations", languages=names, fallback=True
    )


_active = catalogue("en")


def use_language(language: str) -> None:
    """Make `_` and `ngettext` speak this language from now on."""
    global _active  # noqa: PLW0603 - one window and one command line have one language
    _active = catalogue(language)


def _(message: str) -> str:
    """Translate a text of the window or the command line."""
    return _active.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a text that depends on a count; `{n}` is left for `format`."""
    return _active.ngettext(singular, plural, n)
