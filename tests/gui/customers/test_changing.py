"""One record in place of another: found again, added, taken out, or gone meanwhile."""

import pytest

from customerbook.gui.customers.changing import with_record
from customerbook.gui.customers.field_icons import PLAIN, field_icon, says_all
from customerbook.gui.theme.icons import svg
from customerbook.model.customer import ContactMethod, Customer, MethodKind
from customerbook.model.errors import ConflictError

A, B, C = (ContactMethod(MethodKind.PHONE, number) for number in ("1", "2", "3"))
ADA = Customer(given="Ada", methods=(A, B, A))


def test_a_record_is_changed_at_its_place_among_equal_ones() -> None:
    assert with_record(ADA, "methods", 2, A, C).methods == (A, B, C)
    assert with_record(ADA, "methods", 0, A, C).methods == (C, B, A)


def test_a_record_is_found_again_where_others_came_or_went() -> None:
    assert with_record(ADA, "methods", 7, B, C).methods == (A, C, A)
    assert with_record(ADA, "methods", 0, B, None).methods == (A, A)


def test_a_new_record_comes_last() -> None:
    assert with_record(ADA, "methods", -1, None, C).methods == (A, B, A, C)


def test_a_record_that_is_gone_is_not_changed() -> None:
    with pytest.raises(ConflictError, match="changed in the meantime"):
        with_record(ADA, "methods", 1, C, B)


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        ("Bike", "bike"),
        ("Kundenkarte", "id-card"),
        ("Shoe size", "footprints"),
        ("Customer card", "id-card"),
        ("Something", PLAIN),
        ("", PLAIN),
    ],
)
def test_fields_get_an_icon_by_their_name(name: str, icon: str) -> None:
    assert field_icon(name) == icon
    assert svg(icon).startswith("<svg")


def test_only_a_drawing_of_the_thing_itself_stands_for_its_name() -> None:
    assert says_all(" Fahrrad ")
    assert not says_all("Kundenkarte")
