from dataclasses import replace

import pytest

from customerbook.documents.postal import address_lines, name_lines, recipient_lines
from customerbook.model.customer import Address, Customer, CustomerKind
from tests.documents.samples import CUSTOMER


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            Address(street="Isarweg 7", postcode="81543", town="München", country="DE"),
            ["Isarweg 7", "81543 München"],
        ),
        (Address(street="Isarweg 7", town="München"), ["Isarweg 7", "München"]),
        (
            Address(
                street="1 Main St", postcode="04101", town="Portland", region="ME", country="US"
            ),
            ["1 Main St", "Portland, ME 04101", "UNITED STATES"],
        ),
        (
            Address(street="10 High St", postcode="N1 9GU", town="London", country="gb"),
            ["10 High St", "London", "N1 9GU", "UNITED KINGDOM"],
        ),
        (
            Address(
                street="Via Roma 1", postcode="20121", town="Milano", region="MI", country="IT"
            ),
            ["Via Roma 1", "20121 Milano", "MI", "ITALY"],
        ),
        (
            Address(post_box="PO 12", town="Wien", country="Österreich"),
            ["PO 12", "Wien", "ÖSTERREICH"],
        ),
        (Address(), []),
    ],
)
def test_addresses_are_written_as_their_country_does(address: Address, lines: list[str]) -> None:
    assert address_lines(address, "DE") == lines


def test_the_preferred_address_is_written_to() -> None:
    two = (Address(town="Old"), Address(town="New", preferred=True))
    assert recipient_lines(replace(CUSTOMER, addresses=two), "DE") == ["Mr Oliver Müller", "New"]


def test_names_on_an_envelope() -> None:
    assert name_lines(CUSTOMER) == ["Mr Oliver Müller"]
    works = replace(CUSTOMER, organisation="Müller & Söhne", department="Sales")
    assert name_lines(works) == ["Müller & Söhne", "Sales", "Mr Oliver Müller"]
    shop = Customer(kind=CustomerKind.ORGANISATION, organisation="Müller & Söhne")
    assert name_lines(shop) == ["Müller & Söhne"]
    assert name_lines(Customer(nickname="Oli")) == ["Oli"]
    assert name_lines(Customer()) == []


def test_nobody_has_no_address() -> None:
    assert recipient_lines(None, "DE") == []
    assert recipient_lines(replace(CUSTOMER, addresses=()), "DE") == ["Mr Oliver Müller"]
