"""The properties of vCards by which people are reached: numbers, mail, messengers, addresses."""

from collections.abc import Callable

from customerbook.exchange import vcard_values as values
from customerbook.exchange.draft import address_from
from customerbook.exchange.labels import label
from customerbook.exchange.vcard_draft import CardDraft
from customerbook.exchange.vcard_lines import Property
from customerbook.model.customer import MethodKind

_ADDRESS_PARTS = ("post_box", "extended", "street", "town", "region", "postcode", "country")


def tel(card: CardDraft, found: Property) -> bool:
    """A telephone number, as typed."""
    if number := values.phone(found.value):
        use = card.label_of(found)
        card.reach(MethodKind.PHONE, number, use, preferred=found.head.preferred)
    return True


def email(card: CardDraft, found: Property) -> bool:
    """A mail address."""
    address = values.text(found.value)
    if address[:7].casefold() == "mailto:":
        address = address[7:]
    if address:
        use = card.label_of(found)
        card.reach(MethodKind.EMAIL, address, use, preferred=found.head.preferred)
    return True


def url(card: CardDraft, found: Property) -> bool:
    """A web address."""
    if address := values.text(found.value):
        use = card.label_of(found)
        card.reach(MethodKind.WEB, address, use, preferred=found.head.preferred)
    return True


def impp(card: CardDraft, found: Property) -> bool:
    """A name at a messenger, as an address of a scheme."""
    scheme, name = values.address_scheme(found.value)
    messenger = found.head.parameters.get("X-SERVICE-TYPE", "") or scheme
    if name:
        use = card.labels.get(found.head.group) or label(messenger)
        card.reach(MethodKind.MESSENGER, name, use, preferred=found.head.preferred)
    return True


def service(use: str) -> Callable[[CardDraft, Property], bool]:
    """How to take a name at one messenger; `use` is the messenger's name."""

    def read(card: CardDraft, found: Property) -> bool:
        if handle := values.text(found.value):
            card.reach(MethodKind.MESSENGER, handle, use)
        return True

    return read


def social(card: CardDraft, found: Property) -> bool:
    """A profile: a web address or a name."""
    profile = values.text(found.value)
    use = card.labels.get(found.head.group) or next(
        (one for one in sorted(found.head.types) if one != "pref"), ""
    )
    if profile.startswith(("http:", "https:")):
        card.reach(MethodKind.WEB, profile, use)
    elif profile:
        name = found.head.parameters.get("X-USER", "") or values.address_scheme(profile)[1]
        card.reach(MethodKind.MESSENGER, name, use)
    return True


def adr(card: CardDraft, found: Property) -> bool:
    """An address in parts."""
    cells = values.parts(found.value)
    if len(cells) > 7:
        cells[6:] = [", ".join(filter(None, cells[6:]))]
    parts = {name: cell for name, cell in zip(_ADDRESS_PARTS, cells, strict=False) if cell}
    box = parts.get("post_box", "")
    if list(parts) == ["post_box"] and ("," in box or "\n" in box or len(box) > 20):
        parts = {"street": box}  # a whole address in the first part
    if not parts and (whole := found.head.parameters.get("LABEL", "")):
        parts = {"street": whole.strip()}
    if parts:
        if country := card.countries.get(found.head.group):
            parts.setdefault("country", country)
        use = card.label_of(found)
        card.addresses.append(address_from(parts, use, preferred=found.head.preferred))
    return True


def formatted_address(card: CardDraft, found: Property) -> bool:
    """An address in one piece, set aside until the whole card is read."""
    card.formatted.append(found)
    return True
