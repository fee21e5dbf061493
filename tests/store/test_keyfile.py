"""The key file: one exact form, and no bytes that bring the program down."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customerbook.model.errors import BookTooNewError, DamagedError
from customerbook.store.keyfile import KeyFile, canonical, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import Keys, verify
from tests.store.files import some_keys
from tests.store.slots import with_next_data_key, with_staff

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@cache
def rich() -> tuple[KeyFile, Keys]:
    """A key file with everything that the format knows."""
    key_file, keys, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, keys)
    return with_next_data_key(key_file, keys, bytes(32)), keys


def places(value: object) -> list[list[str | int]]:
    """The way to each value inside a JSON value."""
    found: list[list[str | int]] = [[]]
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in inner:
        found += [[key, *rest] for rest in places(item)]
    return found


def changed(value: Any, way: list[str | int], new: object) -> Any:
    """A JSON value in which one place holds something else."""
    if not way:
        return new
    copy = value.copy()
    copy[way[0]] = changed(copy[way[0]], way[1:], new)
    return copy


def expect_refusal(content: bytes) -> None:
    """Damaged or too new; or well-formed, and then its MACs give it away."""
    key_file, keys = rich()
    try:
        found = decode(content)
    except (DamagedError, BookTooNewError):
        return
    assert encode(found) == content
    if found != key_file:
        with pytest.raises(DamagedError):
            verify(found, keys)


def test_what_is_written_is_read() -> None:
    key_file, _keys = rich()
    assert decode(encode(key_file)) == key_file
    assert encode(decode(encode(key_file))) == encode(key_file)


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    with pytest.raises(DamagedError):
        decode(content)


@given(_json)
def test_any_json(value: object) -> None:
    with pytest.raises(DamagedError):
        decode(canonical(value))


@settings(max_examples=300)
@given(st.data())
def test_bytes_changed_put_in_or_left_out(data: st.DataObject) -> None:
    content = bytearray(encode(rich()[0]))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.binary(max_size=4))
        content[at : at + data.draw(st.integers(0, 4))] = piece
    expect_refusal(bytes(content))


@settings(max_examples=400)
@given(st.data())
def test_any_value_in_any_place(data: st.DataObject) -> None:
    value = json.loads(encode(rich()[0]))
    way = data.draw(st.sampled_from(places(value)))
    expect_refusal(canonical(changed(value, way, data.draw(_json))))


@settings(max_examples=200)
@given(st.data())
def test_values_of_one_place_in_another(data: st.DataObject) -> None:
    value = json.loads(encode(rich()[0]))
    one, other = (data.draw(st.sampled_from(places(value))) for _ in range(2))
    piece = value
    for key in one:
        piece = piece[key]
    expect_refusal(canonical(changed(value, other, piece)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"format":"customerbook keys","version":1}',
        b'{"format":"customerbook keys","version":' + b"9" * 5000 + b"}",
        b"\xff\xfe{\x00}\x00",
        b" " * (1024 * 1024 + 1),
        b"NaN",
    ],
)
def test_broken_files(content: bytes) -> None:
    with pytest.raises(DamagedError, match="damaged"):
        decode(content)


def test_another_way_to_write_the_same_is_refused() -> None:
    value = json.loads(encode(rich()[0]))
    for content in (
        json.dumps(value).encode(),
        canonical(value) + b"\n",
        canonical(value).replace(b'{"book"', b'{"book":"","book"'),
    ):
        with pytest.raises(DamagedError):
            decode(content)


@pytest.mark.parametrize(
    ("way", "new"),
    [
        (["version"], 0),
        (["version"], True),
        (["version"], 1.0),
        (["generation"], 0),
        (["generation"], 2**53),
        (["seen", "commits"], -1),
        (["seen", "head"], "AB"),
        (["slots"], []),
        (["slots", 0, "kind"], "fingerprint"),
        (["slots", 0, "kind"], "recovery"),
        (["slots", 0, "argon2id"], None),
        (["slots", 0, "argon2id", "memory_mib"], 18),
        (["slots", 0, "argon2id", "memory_mib"], 1025),
        (["slots", 0, "argon2id", "passes"], 9),
        (["slots", 0, "label"], "Mar\u0007tha"),
        (["slots", 0, "label"], "\ud800"),
        (["slots", 0, "label"], "x" * 201),
        (["slots", 0, "device"], "counter-1"),
        (["slots", 0, "person"], ""),
        (["slots", 3, "device"], ""),
        (["slots", 2, "person"], "1"),
        (["slots", 2, "seat"], "0" * 16),
        (["slots", 3, "seat"], ""),
        (["rights", "seats", 1, "may"], ["insights", "export"]),
        (["rights", "seats", 1, "may"], ["export", "export"]),
        (["rights", "seats", 1, "role"], "boss"),
        (["pending", "epoch"], 1),
        (["mac"], "0" * 63),
    ],
)
def test_contradictions_and_values_out_of_range(way: list[str | int], new: object) -> None:
    value = json.loads(encode(rich()[0]))
    with pytest.raises(DamagedError):
        decode(canonical(changed(value, way, new)))


def test_the_same_id_twice_is_refused() -> None:
    key_file, _keys = rich()
    with pytest.raises(DamagedError):
        decode(encode(replace(key_file, slots=(*key_file.slots, key_file.slots[0]))))
    seats = (*key_file.rights.seats, key_file.rights.seats[0])
    with pytest.raises(DamagedError):
        decode(encode(replace(key_file, rights=replace(key_file.rights, seats=seats))))


def test_a_later_format_is_not_called_damage() -> None:
    value = json.loads(encode(rich()[0]))
    with pytest.raises(BookTooNewError, match="newer"):
        decode(json.dumps({**value, "version": 2, "more": []}, indent=1).encode())


def test_names_of_every_script_fit() -> None:
    key_file, _keys = rich()
    for label in ("مريم عبد\u200cالله", "Ødegård", "王小明", "\u200fد. ليلى", "O’Neill & Søn"):
        slots = (replace(key_file.slots[0], label=label), *key_file.slots[1:])
        assert decode(encode(replace(key_file, slots=slots))).slots[0].label == label
