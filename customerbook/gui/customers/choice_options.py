"""What can be chosen for a customer: who is responsible, language, preferred channel."""

from customerbook.book.people import People
from customerbook.gui.interactions.words import CHANNEL_ICONS, channel_name
from customerbook.gui.languages import language_name, language_names
from customerbook.gui.widgets.choice import Option
from customerbook.model.channel import Channel
from customerbook.model.texts import _


def people_options(people: People, known: int | None) -> list[Option]:
    """Who works here, nobody first; who is responsible now is there even if they have left."""
    here = people.all(active=True)
    options = [Option(None, _("Nobody")), *(Option(p.id, p.name) for p in here)]
    if known is not None and known not in {person.id for person in here}:
        options += [Option(p.id, p.name) for p in people.several([known])]
    return options


def language_options(known: str) -> list[Option]:
    """Languages by name; the one that is known is there even if it has no name."""
    options = [Option("", _("Not known"))]
    options += [Option(code, name) for code, name in language_names().items()]
    if known not in {str(option.value) for option in options}:
        options.append(Option(known, f"{language_name(known)} ({known})"))
    return options


def channel_options() -> list[Option]:
    """Ways to be reached, with none preferred first."""
    ways = [Option(c, channel_name(c), CHANNEL_ICONS[c]) for c in Channel]
    return [Option(None, _("No matter how")), *ways]
