"""Which letters the bytes of a file stand for: a guess that is shown and can be changed."""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from customerbook.model.errors import InvalidInputError
from customerbook.model.texts import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGES = {
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1251": "be bg kk ky mk ru sr tg uk",
    "cp1253": "el",
    "cp1254": "az tr",
    "cp1255": "he yi",
    "cp1256": "ar fa ur",
    "cp1257": "et lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "cp932": "ja",
    "cp936": "zh",
    "cp949": "ko",
}
_PAGE_OF = {language: page for page, languages in _PAGES.items() for language in languages.split()}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac-roman", "cp850", *_PAGES)
"""What a person may choose instead of the guess."""

# Windows programs write the first name and mean the second, which has more letters.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
# Codecs that are no letters (zip, hex), or slow on purpose-made input (idna), stay outside.
_LETTERS = re.compile(
    r"utf-8|utf-16(-[lb]e)?|cp\d+|iso8859-\d+|iso2022_jp|koi8-[rut]|mac-(roman|cyrillic|greek)"
    r"|shift_jis|euc_(jp|kr)|big5|gb18030"
)
_SOUND_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_FOLD = re.compile(rb"\r?\n[ \t]")  # vCards may break a line inside a letter
_ALL_ACCENTS = re.compile(rb"(?<![A-Za-z\x80-\xff])[\xc0-\xff]{4,}(?![A-Za-z])")
_SOME_ACCENTS = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_HIGH = bytes(range(0x80, 0x100))
_SAMPLE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Letters:
    """Bytes of a file with line ends LF or CRLF, in an encoding that keeps ASCII as it is.

    `encoding` is what the file has, to be shown; `guessed` says that it is not certain. `codec`
    and `errors` read `data`.
    """

    data: bytes
    encoding: str
    codec: str
    errors: str
    guessed: bool = False

    def lines(self) -> Iterator[str]:
        """Lines with their end, which is LF whatever the file has; read as they are asked for."""
        return iter(io.TextIOWrapper(io.BytesIO(self.data), self.codec, self.errors, newline=None))

    def text(self, part: bytes) -> str:
        """The letters of some of the bytes."""
        return part.decode(self.codec, self.errors)


def letters(data: bytes, *, language: str = "", encoding: str | None = None) -> Letters:
    """Recognise the letters by mark, zero bytes, strict UTF-8, or the book's language.

    `encoding` overrules the guess. Raises InvalidInputError for one that is not known.
    """
    chosen = _chosen(encoding) if encoding else ""
    marked, mark = _marked(data)
    wide = chosen or marked or _wide(data)
    if wide.startswith(("utf-16", "utf-32")):
        text = data[mark:].decode(wide, "replace")
        return Letters(_tidy(text.encode("utf-8", "replace")), wide, "utf-8", "replace")
    plain = _tidy(data[mark:])
    if chosen:
        return Letters(plain, chosen, chosen, "replace")
    page = page_of(language)
    if marked or _is_utf8(plain):
        return Letters(plain, "utf-8", "utf-8", bytewise(page))
    page = _page(plain, page)
    return Letters(plain, page, page, "replace", guessed=True)


def page_of(language: str) -> str:
    """The code page that Windows uses where this language (BCP 47) is spoken."""
    if language.casefold().startswith(("zh-tw", "zh-hk", "zh-hant")):
        return "cp950"
    return _PAGE_OF.get(re.split(r"[-_]", language.casefold(), maxsplit=1)[0], "cp1252")


def codec(name: str) -> str | None:
    """The codec for a name of letters as files have it; None if there is none of that name."""
    try:
        known = codecs.lookup(name.strip().strip('"')).name
    except (LookupError, ValueError):
        return None
    known = _MEANT.get(known, known)
    return known if _LETTERS.fullmatch(known) else None


def bytewise(page: str) -> str:
    """Name of an error handler that reads bytes which are no UTF-8 with a code page."""
    name = f"customerbook-{page}"
    try:
        codecs.lookup_error(name)
    except LookupError:
        codecs.register_error(name, _handler(page))
    return name


def _handler(page: str) -> Callable[[UnicodeError], tuple[str | bytes, int]]:
    def read(error: UnicodeError) -> tuple[str | bytes, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return error.object[error.start : error.end].decode(page, "replace"), error.end

    return read


def _chosen(encoding: str) -> str:
    if known := codec(encoding):
        return known
    raise InvalidInputError(
        _("“{name}” is not an encoding this program knows.").format(name=encoding), "encoding"
    )


def _marked(data: bytes) -> tuple[str, int]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    return "", 0


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: most letters of a table have one zero byte."""
    head = data[:4096]
    pairs = len(head) // 2
    if not pairs or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > pairs * 0.4 and even < odd / 4:
        return "utf-16-le"
    if even > pairs * 0.4 and odd < even / 4:
        return "utf-16-be"
    return ""


def _tidy(data: bytes) -> bytes:
    """Some programs end lines with CR CR LF; zero bytes are in no text."""
    if b"\r\r\n" in data:
        data = data.replace(b"\r\r\n", b"\r\n")
    return data.replace(b"\0", b"") if b"\0" in data else data


def _is_utf8(data: bytes) -> bool:
    """Strictly, or nearly: a few broken letters in a file that is UTF-8 everywhere else."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    for start in range(0, len(data), 1 << 20):
        try:
            decoder.decode(data[start : start + (1 << 20)], start + (1 << 20) >= len(data))
        except UnicodeDecodeError:
            head = data[:_SAMPLE]
            around = data[max(_SAMPLE, start - _SAMPLE) : start + (1 << 20)]
            return _nearly_utf8(_FOLD.sub(b"", head + around))
    return True


def _nearly_utf8(sample: bytes) -> bool:
    sound = [match.group() for match in _SOUND_UTF8.finditer(sample)]
    high = len(sample) - len(sample.translate(None, _HIGH))
    return len(sound) > 4 * (high - sum(map(len, sound)))


def _page(data: bytes, page: str) -> str:
    """The language's code page, unless that makes whole words of accents (another script)."""
    if page not in {"cp1250", "cp1252", "cp1257"}:
        return page if _decodes(data, page) else "cp1252"
    accented = len(_ALL_ACCENTS.findall(data[:_SAMPLE]))
    if accented > 3 and accented > len(_SOME_ACCENTS.findall(data[:_SAMPLE])):
        from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, seldom needed

        others = [name for name in _PAGES if name.startswith("cp125")]
        best = from_bytes(data[: _SAMPLE // 4], cp_isolation=others).best()
        return best.encoding if best else page
    return page


def _decodes(data: bytes, page: str) -> bool:
    try:
        data[:_SAMPLE].decode(page)
    except UnicodeDecodeError as error:
        return error.start > _SAMPLE - 4  # a letter that the sample cuts
    return True
