"""PINs: digits of every keyboard, and none that is tried first."""

import pytest

from customerbook.model.errors import WeakPinError
from customerbook.store.pin import digits_of, refuse_simple


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("493817", b"493817"), ("4938 17", b"493817"), ("493-817", b"493817"), ("٤٩٣٨١٧", b"493817")],
)
def test_the_same_digits_from_every_keyboard(typed: str, digits: bytes) -> None:
    assert digits_of(typed) == digits


@pytest.mark.parametrize("typed", ["49381x", "4938²7", "+493817", "4.93817"])
def test_a_pin_has_only_digits(typed: str) -> None:
    with pytest.raises(WeakPinError, match="only digits") as told:
        digits_of(typed)
    assert told.value.field == "pin"


@pytest.mark.parametrize("pin", ["493817", "80425397", "073846", "900471", "5" * 3 + "812" + "77"])
def test_a_pin_without_a_pattern_is_taken(pin: str) -> None:
    refuse_simple(pin.encode())


@pytest.mark.parametrize("pin", ["", "1", "49381"])
def test_a_short_pin_is_refused(pin: str) -> None:
    with pytest.raises(WeakPinError, match="at least 6"):
        refuse_simple(pin.encode())


def test_a_pin_without_end_is_refused() -> None:
    with pytest.raises(WeakPinError, match="at most 32"):
        refuse_simple(b"4938170526" * 4)


@pytest.mark.parametrize(
    "pin",
    [
        *("000000", "111111", "999999999", "121212", "123123", "818818", "343434", "778777"),
        *("123456", "234567", "654321", "987654", "345678901"[:6], "01234567", "890123"[:6]),
        *("112233", "665544", "123321", "147258", "159753", "102030", "314159", "246810"),
    ],
)
def test_patterns_are_refused(pin: str) -> None:
    with pytest.raises(WeakPinError):
        refuse_simple(pin.encode())


@pytest.mark.parametrize(
    "pin",
    [
        *("198407", "071984", "200310", "841986", "210486", "042186", "860421", "311299"),
        *("21041986", "19860421", "04211986", "290200"),
    ],
)
def test_birthdays_are_refused(pin: str) -> None:
    with pytest.raises(WeakPinError, match="birth"):
        refuse_simple(pin.encode())


def test_enough_pins_are_left() -> None:
    """What is refused takes away an eighth of what there is to guess, not half."""
    taken = 0
    for number in range(0, 1_000_000, 97):
        try:
            refuse_simple(b"%06d" % number)
        except WeakPinError:
            continue
        taken += 1
    assert taken / len(range(0, 1_000_000, 97)) > 0.85
