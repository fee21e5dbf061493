"""A customer in the making, of one card."""

from customerbook.exchange.dates import DateOrder
from customerbook.exchange.draft import Draft
from customerbook.exchange.vcard_lines import Property


class CardDraft(Draft):
    """A draft with what holds for a card as a whole.

    `labels` and `countries` are what Apple's programs write in lines of their own, by group;
    `formatted` are addresses in one piece, which count only if there is none in parts.
    """

    __slots__ = ("countries", "formatted", "labels", "order", "version")

    def __init__(self, order: DateOrder) -> None:
        super().__init__()
        self.order = order
        self.labels: dict[str, str] = {}
        self.countries: dict[str, str] = {}
        self.formatted: list[Property] = []
        self.version = ""

    def label_of(self, found: Property) -> str:
        """What a person called it, else what its types say."""
        own = self.labels.get(found.head.group, "") if found.head.group else ""
        return own or found.head.label
