"""Forged, weakened and damaged key files: each is recognised, and said in a sentence."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from customerbook.model.errors import BookTooNewError, DamagedError, WrongKeyError
from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Role, Slot, canonical, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import unlock_passphrase
from tests.faults.key_file import AYLIN, JONAS, OWNER, Genuine, genuine, run

_TRIALS = 20_000


@pytest.fixture
def real() -> Genuine:
    """A key file with real slots."""
    return genuine(quick=False)


@pytest.mark.timeout(300)
def test_no_changed_key_file_gives_a_right_that_was_not_given() -> None:
    tally = run(_TRIALS, seed=time.time_ns() % 2**32)
    print(tally)
    assert tally.trials == _TRIALS
    assert tally.wrongly == []
    assert not tally.errors
    assert tally.refused > _TRIALS / 2
    assert tally.without_harm > 100
    assert tally.real > 5


@pytest.mark.parametrize("broken", ["rights", "whole"])
def test_the_trials_find_a_check_that_is_missing(
    broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = seals.genuine

    def weak(key_file: KeyFile, data_key: bytes, owner_key: bytes | None) -> bool:
        if broken == "rights":
            return check(key_file, data_key, None)
        return check(seals.signed(key_file, data_key, None), data_key, owner_key)

    monkeypatch.setattr(seals, "genuine", weak)
    assert not run(2_000, seed=1).passed


def test_the_trials_find_errors_that_are_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_arguments: object) -> bool:
        raise KeyError("mac")

    monkeypatch.setattr(seals, "genuine", bug)
    tally = run(300, seed=1)
    assert not tally.passed
    assert tally.errors


def changed(real: Genuine, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The key file with something in its JSON changed."""
    value = json.loads(real.content)
    change(value)
    return canonical(value)


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_mib": 18, "passes": 3},
        {"memory_mib": 1025, "passes": 1},
        {"memory_mib": 2**40, "passes": 1},
        {"memory_mib": 64, "passes": 0},
        {"memory_mib": 64, "passes": 9},
        None,
    ],
)
def test_a_cost_that_is_no_protection_or_too_much_is_refused_at_once(
    real: Genuine, cost: object
) -> None:
    def change(value: dict[str, Any]) -> None:
        value["slots"][0]["argon2id"] = cost

    began = time.process_time()
    with pytest.raises(DamagedError):
        decode(changed(real, change))
    assert time.process_time() - began < 1


def test_a_cheaper_cost_within_bounds_opens_nothing(real: Genuine) -> None:
    slot = next(slot for slot in real.key_file.slots if slot.id == real.owner.slot_id)
    assert slot.cost
    cheaper = replace(slot, cost=replace(slot.cost, memory_mib=20))
    file = replace(real.key_file, slots=_with(real.key_file, cheaper))
    with pytest.raises(WrongKeyError):
        unlock_passphrase(file, slot.id, OWNER)


def test_slots_put_under_another_person_open_nothing(real: Genuine) -> None:
    jonas, aylin = (slot for slot in real.key_file.slots if slot.person in "23")
    for swapped in (
        replace(aylin, seat=jonas.seat, person=jonas.person),
        replace(aylin, sealed=jonas.sealed, salt=jonas.salt),
        replace(aylin, seat="", person="1"),
    ):
        file = replace(real.key_file, slots=_with(real.key_file, swapped))
        for shown in (AYLIN, JONAS):
            with pytest.raises((WrongKeyError, DamagedError)):
                unlock_passphrase(file, swapped.id, shown)


def test_an_old_generation_signed_by_staff_gives_the_owners_old_passphrase_no_way_back(
    real: Genuine,
) -> None:
    """A passphrase that was replaced does not return with the data key of a member of staff."""
    older = decode(real.others[0])
    again = replace(real.key_file, slots=(*older.slots[:1], *real.key_file.slots[1:]))
    by_staff = seals.signed(again, real.jonas.data_key, None)
    with pytest.raises(DamagedError):
        unlock_passphrase(by_staff, older.slots[0].id, "five quiet herons in fog")


def test_staff_who_call_themselves_owner_are_refused_by_the_owners_program(real: Genuine) -> None:
    seats = tuple(
        replace(seat, role=Role.OWNER) if seat.person == "2" else seat
        for seat in real.key_file.rights.seats
    )
    forged = replace(real.key_file, rights=replace(real.key_file.rights, seats=seats))
    by_staff = seals.signed(forged, real.jonas.data_key, None)
    with pytest.raises(DamagedError, match="changed by something other"):
        unlock_passphrase(by_staff, real.owner.slot_id, OWNER)


def test_a_coming_data_key_that_staff_made_up_is_refused(real: Genuine) -> None:
    assert real.key_file.pending
    mine = replace(real.key_file.pending, owner=bytes(72))
    by_staff = seals.signed(replace(real.key_file, pending=mine), real.jonas.data_key, None)
    with pytest.raises(DamagedError):
        unlock_passphrase(by_staff, real.owner.slot_id, OWNER)


def test_an_unknown_version_wants_a_newer_program(real: Genuine) -> None:
    def newer(value: dict[str, Any]) -> None:
        value.update(version=2, more=1)

    with pytest.raises(BookTooNewError, match="newest"):
        decode(changed(real, newer))


@pytest.mark.parametrize("name", ["role", "person", "epoch", "mac", "generation", "memory_mib"])
def test_the_same_name_twice_is_damage(real: Genuine, name: str) -> None:
    text = real.content.decode("ascii")
    at = text.index(f'"{name}":')
    end = min(text.index(",", at), text.index("}", at))
    for doubled in (text[at:end], f'"{name}":"owner"', f'"{name}":1'):
        with pytest.raises(DamagedError):
            decode(f"{text[:at]}{doubled},{text[at:]}".encode())


@pytest.mark.parametrize(
    "content",
    [
        b" " * 2**21,
        b"[" * 2**19,
        b'{"a":' * 2**17,
        b"1" * 2**20,
        b'{"format":"customerbook keys","version":' + b"9" * 5000 + b"}",
        b'{"format":"customerbook keys","version":1e999}',
        b'{"format":"customerbook keys","version":NaN}',
        b"\xff\xfe" * 100,
        b"",
    ],
)
def test_huge_deep_and_strange_files_are_damage_at_once(content: bytes) -> None:
    began = time.process_time()
    with pytest.raises(DamagedError):
        decode(content)
    assert time.process_time() - began < 2


def test_what_is_genuine_is_taken(real: Genuine) -> None:
    file = decode(real.content)
    assert encode(file) == real.content
    assert unlock_passphrase(file, None, OWNER) == real.owner


def _with(key_file: KeyFile, fresh: Slot) -> tuple[Slot, ...]:
    return tuple(fresh if slot.id == fresh.id else slot for slot in key_file.slots)
