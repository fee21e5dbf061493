"""Dates, kinds and amounts in the language of a document."""

from datetime import date
from gettext import GNUTranslations
from string import Formatter

from customerbook.documents.typecase import Span
from customerbook.model import spoken
from customerbook.model.channel import Channel, Direction
from customerbook.model.customer import MethodKind
from customerbook.model.followup import FollowUpKind
from customerbook.model.interaction import Nature, Outcome
from customerbook.model.texts import catalogue

_WITHOUT_CENTS = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX"}
_WITHOUT_CENTS |= {"VND", "VUV", "XAF", "XOF", "XPF"}
_WITH_MILS = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}


def written_language(language: str, country: str) -> str:
    """The language if there is a catalogue for it, else English: what the words will be in.

    English for a shop in the United States is American.
    """
    if isinstance(catalogue(language), GNUTranslations):
        return language
    american = language.upper() == "EN-US" or country == "US"
    return "en-US" if american else "en"


def sentence(template: str, **facts: str | Span) -> list[Span]:
    """A translated sentence with its facts put in; facts are never searched for placeholders."""
    found: list[Span] = []
    for words, name, _form, _conversion in Formatter().parse(template):
        found.append(Span(words))
        if name is not None:
            fact = facts[name]
            found.append(fact if isinstance(fact, Span) else Span(fact))
    return [span for span in found if span.text]


def joined_sentences(*sentences: list[Span]) -> list[Span]:
    """Sentences after each other, a space between; empty ones are left out."""
    found: list[Span] = []
    for spans in filter(None, sentences):
        found += [Span(" "), *spans] if found else spans
    return found


def written_date(day: date, language: str) -> str:
    """A day such as `21 November 2026`."""
    t = catalogue(language).gettext
    american = _is_american(language)
    pattern = t("{month} {day}, {year}") if american else t("{day} {month} {year}")
    month = spoken.month_names(language)[day.month - 1]
    return pattern.format(day=day.day, month=month, year=day.year)


def written_day(day: date, language: str) -> str:
    """A day with its weekday, such as `Saturday, 21 November 2026`."""
    return spoken.long_date(day, month_first=_is_american(language), language=language)


def yearly_day(month: int, day: int, year: int | None, language: str) -> str:
    """A day of every year, such as `3 May` or `3 May 1980`; day 0 is not known."""
    t = catalogue(language).gettext
    name = spoken.month_names(language)[month - 1]
    if day and year is not None:
        return written_date(date(year, month, day), language)
    if year is not None:
        return t("{month} {year}").format(month=name, year=year)
    if not day:
        return name
    pattern = t("{month} {day}") if _is_american(language) else t("{day} {month}")
    return pattern.format(day=day, month=name)


def _is_american(language: str) -> bool:
    return language.upper() == "EN-US"


def channel_name(channel: Channel, language: str) -> str:
    """What a contact of this kind is called."""
    t = catalogue(language).gettext
    return {
        Channel.VISIT: t("Visit"),
        Channel.CALL: t("Call"),
        Channel.EMAIL: t("Email"),
        Channel.LETTER: t("Letter"),
        Channel.MESSAGE: t("Message"),
        Channel.MEETING: t("Meeting"),
    }[channel]


def direction_name(direction: Direction, language: str) -> str:
    """Who turned to whom, from the shop's side."""
    t = catalogue(language).gettext
    return {Direction.INBOUND: t("incoming"), Direction.OUTBOUND: t("outgoing")}[direction]


def nature_name(nature: Nature, language: str) -> str:
    """What kind of matter it was."""
    t = catalogue(language).gettext
    return {
        Nature.ENQUIRY: t("Enquiry"),
        Nature.ORDER: t("Order"),
        Nature.REQUEST: t("Request"),
        Nature.PROBLEM: t("Problem"),
        Nature.COMPLAINT: t("Complaint"),
        Nature.PRAISE: t("Praise"),
    }[nature]


def outcome_name(outcome: Outcome, language: str) -> str:
    """How it ended."""
    t = catalogue(language).gettext
    return {
        Outcome.RESOLVED: t("Resolved"),
        Outcome.PROMISED: t("Promised"),
        Outcome.TO_FOLLOW_UP: t("To follow up"),
        Outcome.NO_ANSWER: t("No answer"),
        Outcome.INFORMATION: t("Information"),
    }[outcome]


def matter(nature: Nature | None, topic: str, language: str) -> str:
    """Nature and topic in one line, either of which may be missing."""
    if nature is None:
        return topic
    name = nature_name(nature, language)
    t = catalogue(language).gettext
    return t("{nature}: {topic}").format(nature=name, topic=topic) if topic else name


def decimal(amount: int, places: int, language: str) -> str:
    """A number counted in tenths, hundredths …, such as `1,312.60`; `1.312,60` in German."""
    p = catalogue(language).pgettext
    whole, part = divmod(abs(amount), 10**places)
    figures = f"{whole:,}".replace(",", p("between thousands", ","))
    if places:
        figures += p("before decimals", ".") + f"{part:0{places}}"
    return f"-{figures}" if amount < 0 else figures


def money(amount: int, currency: str, language: str) -> str:
    """An amount in the smallest unit of a currency (ISO 4217), such as `1,312.60 EUR`."""
    places = 0 if currency in _WITHOUT_CENTS else 3 if currency in _WITH_MILS else 2
    return f"{decimal(amount, places, language)}\u00a0{currency}"


def method_name(kind: MethodKind, language: str) -> str:
    """What a way to reach someone is called."""
    t = catalogue(language).gettext
    return {
        MethodKind.PHONE: t("Phone"),
        MethodKind.EMAIL: t("Email"),
        MethodKind.WEB: t("Web"),
        MethodKind.MESSENGER: t("Messenger"),
    }[kind]


def followup_name(kind: FollowUpKind, language: str) -> str:
    """What is to be done, for a follow-up without words of its own."""
    t = catalogue(language).gettext
    return {
        FollowUpKind.CALL_BACK: t("Call back"),
        FollowUpKind.WRITE: t("Write"),
        FollowUpKind.SEND: t("Send something"),
        FollowUpKind.ORDER: t("Order something"),
        FollowUpKind.CHECK: t("Ask whether all is well"),
        FollowUpKind.DATE: t("Appointment"),
        FollowUpKind.KEEP_IN_TOUCH: t("Keep in touch"),
        FollowUpKind.OTHER: t("Follow-up"),
    }[kind]


def language_name(code: str, language: str) -> str:
    """What a language is called; its code for one that is not known here."""
    t = catalogue(language).gettext
    names = {
        "ar": t("Arabic"),
        "bg": t("Bulgarian"),
        "cs": t("Czech"),
        "da": t("Danish"),
        "de": t("German"),
        "el": t("Greek"),
        "en": t("English"),
        "es": t("Spanish"),
        "fa": t("Persian"),
        "fi": t("Finnish"),
        "fr": t("French"),
        "he": t("Hebrew"),
        "hr": t("Croatian"),
        "hu": t("Hungarian"),
        "it": t("Italian"),
        "nb": t("Norwegian"),
        "nl": t("Dutch"),
        "no": t("Norwegian"),
        "pl": t("Polish"),
        "pt": t("Portuguese"),
        "ro": t("Romanian"),
        "ru": t("Russian"),
        "sr": t("Serbian"),
        "sv": t("Swedish"),
        "tr": t("Turkish"),
        "uk": t("Ukrainian"),
        "vi": t("Vietnamese"),
        "zh": t("Chinese"),
    }
    return names.get(code.split("-", maxsplit=1)[0].lower(), code)
