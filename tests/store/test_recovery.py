"""The recovery code: read off paper and typed by people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.model.errors import InvalidInputError
from customerbook.store.recovery import BITS, format_recovery, new_recovery, parse_recovery

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.integers(0, 2**BITS - 1).map(lambda number: number.to_bytes(17, "big"))


@given(secrets)
def test_what_is_printed_can_be_typed(secret: bytes) -> None:
    code = format_recovery(secret)
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert parse_recovery(code) == secret


@given(secrets)
def test_people_may_type_it_their_way(secret: bytes) -> None:
    code = format_recovery(secret)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        f"  {code.replace('-', ' – ')}\n",
        code.replace("0", "o").replace("1", "l"),
        code.replace("0", "O").replace("1", "I"),
    ):
        assert parse_recovery(typed) == secret


@given(secrets, st.integers(0, 27), st.sampled_from(_ALPHABET))
def test_one_wrong_character_is_always_found(secret: bytes, at: int, other: str) -> None:
    code = format_recovery(secret).replace("-", "")
    wrong = code[:at] + other + code[at + 1 :]
    if wrong != code:
        with pytest.raises(InvalidInputError, match="typing mistake"):
            parse_recovery(wrong)


@given(secrets, st.integers(0, 26))
def test_two_swapped_neighbours_are_always_found(secret: bytes, at: int) -> None:
    code = format_recovery(secret).replace("-", "")
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if wrong != code:
        with pytest.raises(InvalidInputError, match="typing mistake"):
            parse_recovery(wrong)


@given(st.text())
def test_whatever_is_typed_the_answer_is_one_of_ours(typed: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        parse_recovery(typed)
    assert refused.value.field == "recovery"


def test_a_missing_group_is_said_with_numbers() -> None:
    code = format_recovery(new_recovery())
    with pytest.raises(InvalidInputError, match="28 characters; 24"):
        parse_recovery(code[:-5])


def test_a_letter_that_never_occurs_is_named() -> None:
    code = format_recovery(new_recovery())
    with pytest.raises(InvalidInputError, match="“U”"):
        parse_recovery("U" + code[1:])


def test_codes_are_random() -> None:
    assert len({new_recovery() for _ in range(50)}) == 50
