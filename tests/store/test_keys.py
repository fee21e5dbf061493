"""Keys: who knows what opens the book, and nobody else."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from customerbook.model.errors import (
    BookError,
    DamagedError,
    InvalidInputError,
    NotFoundError,
    WeakPassphraseError,
    WrongKeyError,
)
from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Role, Seen, Slot, SlotKind, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import (
    create_keys,
    fits_recovery,
    unlock_passphrase,
    unlock_recovery,
    verify,
)
from customerbook.store.recovery import format_recovery, new_recovery
from customerbook.store.renewal import renewed_owner
from customerbook.store.ways_in import (
    let_in,
    new_code,
    replace_passphrase,
    replace_recovery,
    shut_out,
    with_names,
    with_seen,
)
from tests.store.files import CHEAP, PASSPHRASE, some_keys
from tests.store.slots import PC_SECRET, PIN, STAFF_PASSPHRASE, with_next_data_key, with_staff

_NEW = "nine calm rivers in march"


def slot_of(key_file: KeyFile, kind: SlotKind) -> Slot:
    """The first slot of a kind."""
    return next(slot for slot in key_file.slots if slot.kind is kind)


def test_passphrase_and_recovery_code_give_the_owner_the_same_keys() -> None:
    key_file, keys, code = some_keys()
    by_passphrase = unlock_passphrase(key_file, None, PASSPHRASE)
    by_code = unlock_recovery(key_file, code.lower())
    assert by_passphrase == keys
    assert replace(by_code, slot_id=keys.slot_id) == keys
    assert keys.is_owner
    assert keys.person == "1"


def test_one_letter_less_opens_nothing() -> None:
    key_file, _keys, _code = some_keys()
    with pytest.raises(WrongKeyError, match="Caps Lock"):
        unlock_passphrase(key_file, None, PASSPHRASE[:-1])
    with pytest.raises(WrongKeyError):
        unlock_passphrase(key_file, None, "")


def test_the_code_of_another_book_opens_nothing() -> None:
    key_file, _keys, _code = some_keys()
    with pytest.raises(WrongKeyError, match="another book"):
        unlock_recovery(key_file, format_recovery(new_recovery()))
    with pytest.raises(InvalidInputError):
        unlock_recovery(key_file, "7K3M")


def test_a_slot_that_is_gone_is_said() -> None:
    key_file, _keys, _code = some_keys()
    with pytest.raises(NotFoundError):
        unlock_passphrase(key_file, "0" * 16, PASSPHRASE)
    with pytest.raises(NotFoundError):
        unlock_passphrase(key_file, slot_of(key_file, SlotKind.RECOVERY).id, PASSPHRASE)


def test_a_weak_passphrase_makes_no_book() -> None:
    with pytest.raises(WeakPassphraseError):
        create_keys("Radwerk1", owner="Martha", person="1", cost=CHEAP, hints=["Radwerk"])
    with pytest.raises(WeakPassphraseError):
        create_keys("", owner="Martha", person="1", cost=CHEAP)


def test_two_books_share_nothing() -> None:
    _, one, _ = some_keys()
    _, other, _ = create_keys(PASSPHRASE, owner="Martha Lindner", person="1", cost=CHEAP)
    for purpose in ("sqlcipher", "change log", "backup"):
        assert one.derived(purpose) != other.derived(purpose)
    assert len({one.derived("sqlcipher"), one.log_key, one.backup_key, one.data_key}) == 4


def test_the_key_for_the_engine_has_its_exact_form() -> None:
    _, keys, _ = some_keys()
    assert keys.cipher_key().startswith("x'")
    assert len(keys.cipher_key()) == 67


def test_secrets_are_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    key_file, keys, _code = some_keys()
    with caplog.at_level(logging.DEBUG):
        shown = f"{keys!r} {keys} {key_file!r}" + caplog.text
    for secret in (keys.data_key, keys.owner_key, keys.seat_key):
        assert secret
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_a_new_passphrase_takes_the_place_of_the_old_one() -> None:
    key_file, keys, code = some_keys()
    fresh = replace_passphrase(key_file, keys, keys.slot_id, _NEW, cost=CHEAP)
    assert fresh.generation == key_file.generation + 1
    assert unlock_passphrase(fresh, None, _NEW) == keys
    assert unlock_recovery(fresh, code).data_key == keys.data_key
    with pytest.raises(WrongKeyError):
        unlock_passphrase(fresh, None, PASSPHRASE)
    with pytest.raises(WeakPassphraseError):
        replace_passphrase(key_file, keys, keys.slot_id, "martha", cost=CHEAP)


def test_a_forgotten_passphrase_is_replaced_with_the_sheet() -> None:
    key_file, keys, code = some_keys()
    rescued = unlock_recovery(key_file, code)
    fresh = replace_passphrase(key_file, rescued, keys.slot_id, _NEW, cost=CHEAP)
    assert unlock_passphrase(fresh, None, _NEW).data_key == keys.data_key


def test_a_new_sheet_makes_the_old_one_worthless() -> None:
    key_file, keys, code = some_keys()
    fresh, new_code = replace_recovery(key_file, keys)
    assert unlock_recovery(fresh, new_code).owner_key == keys.owner_key
    with pytest.raises(WrongKeyError, match="newer sheet"):
        unlock_recovery(fresh, code)
    without = replace(fresh, slots=tuple(s for s in fresh.slots if s.kind is not SlotKind.RECOVERY))
    with pytest.raises(NotFoundError):
        replace_recovery(without, keys)


def test_how_far_the_book_had_come_is_protected() -> None:
    key_file, keys, _code = some_keys()
    fresh = with_seen(key_file, keys, Seen(41, "ab" * 32))
    assert decode(encode(fresh)).seen == Seen(41, "ab" * 32)
    with pytest.raises(DamagedError):
        unlock_passphrase(replace(fresh, seen=Seen(40, "")), None, PASSPHRASE)


def test_staff_open_the_book_without_the_owner_key() -> None:
    key_file, owner, _code = some_keys()
    key_file, seat_key = with_staff(key_file, owner)
    keys = unlock_passphrase(decode(encode(key_file)), None, STAFF_PASSPHRASE)
    assert (keys.data_key, keys.seat_key, keys.owner_key) == (owner.data_key, seat_key, None)
    assert keys.person == "2"
    assert not keys.is_owner


def test_pin_and_stored_secret_are_described_by_the_format() -> None:
    key_file, owner, _code = some_keys()
    key_file, seat_key = with_staff(key_file, owner)
    for kind, shown in ((SlotKind.PIN, PC_SECRET + PIN.encode()), (SlotKind.DEVICE, PC_SECRET)):
        slot = slot_of(key_file, kind)
        place = seals.slot_place(key_file.book, slot)
        assert seals.opened(slot.sealed, seals.slot_key(slot, shown), place) == seat_key
        with pytest.raises(seals.SealError):
            seals.opened(slot.sealed, seals.slot_key(slot, shown[1:]), place)


def test_staff_change_their_own_passphrase_and_no_other() -> None:
    key_file, owner, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, owner)
    keys = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    fresh = replace_passphrase(key_file, keys, keys.slot_id, _NEW, cost=CHEAP)
    assert unlock_passphrase(fresh, None, _NEW).person == "2"
    verify(fresh, owner)
    with pytest.raises(NotFoundError):
        replace_passphrase(key_file, keys, owner.slot_id, _NEW, cost=CHEAP)
    with pytest.raises(NotFoundError):
        replace_recovery(key_file, keys)


def test_the_owner_gives_staff_a_new_passphrase() -> None:
    key_file, owner, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, owner)
    slot = next(s for s in key_file.slots if s.person == "2" and s.kind is SlotKind.PASSPHRASE)
    fresh = replace_passphrase(key_file, owner, slot.id, _NEW, cost=CHEAP)
    assert unlock_passphrase(fresh, slot.id, _NEW).data_key == owner.data_key


def test_during_a_change_of_the_data_key_both_are_known() -> None:
    key_file, owner, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, owner)
    coming = bytes(range(32))
    key_file = decode(encode(with_next_data_key(key_file, owner, coming)))
    assert unlock_passphrase(key_file, None, PASSPHRASE).next_data_key == coming
    assert unlock_passphrase(key_file, None, STAFF_PASSPHRASE).next_data_key is None


def test_staff_who_know_the_data_key_cannot_give_themselves_rights() -> None:
    key_file, owner, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, owner)
    keys = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    own = key_file.rights.seats[1]
    for forged in (replace(own, may=("change", "export", "people")), replace(own, role=Role.OWNER)):
        rights = replace(key_file.rights, seats=(key_file.rights.seats[0], forged))
        by_staff = seals.signed(replace(key_file, rights=rights), keys.data_key, None)
        with pytest.raises(DamagedError, match="changed by something other"):
            unlock_passphrase(by_staff, None, PASSPHRASE)


def test_the_owners_sheet_cannot_be_taken_away_by_staff() -> None:
    key_file, owner, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, owner)
    keys = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    left = tuple(slot for slot in key_file.slots if slot.kind is not SlotKind.RECOVERY)
    by_staff = seals.signed(replace(key_file, slots=left), keys.data_key, None)
    with pytest.raises(DamagedError):
        unlock_passphrase(by_staff, None, PASSPHRASE)


def test_what_is_sealed_cannot_be_moved() -> None:
    key_file, owner, _code = some_keys()
    key_file, _seat_key = with_staff(key_file, owner)
    staff = next(s for s in key_file.slots if s.person == "2" and s.kind is SlotKind.PASSPHRASE)
    moved = replace(staff, seat=key_file.rights.seats[0].id, person="1")
    slots = tuple(moved if slot is staff else slot for slot in key_file.slots)
    with pytest.raises(WrongKeyError):
        unlock_passphrase(replace(key_file, slots=slots), staff.id, STAFF_PASSPHRASE)


def test_a_weakened_slot_no_longer_opens() -> None:
    key_file, _keys, _code = create_keys(
        PASSPHRASE, owner="Martha", person="1", cost=replace(CHEAP, passes=2)
    )
    slot = replace(key_file.slots[0], cost=CHEAP)
    with pytest.raises(WrongKeyError):
        unlock_passphrase(replace(key_file, slots=(slot, key_file.slots[1])), slot.id, PASSPHRASE)


def test_a_key_file_of_another_book_is_recognised() -> None:
    key_file, _keys, _code = some_keys()
    _, others, _ = create_keys(PASSPHRASE, owner="Martha", person="1", cost=CHEAP)
    with pytest.raises(DamagedError):
        verify(key_file, others)


def test_key_files_of_version_1_open_for_ever() -> None:
    content = (Path(__file__).parents[1] / "data" / "keys" / "version-1.json").read_bytes()
    key_file = decode(content)
    assert encode(key_file) == content
    keys = unlock_passphrase(key_file, None, "seven wet tandems at noon")
    assert (
        keys.cipher_key() == "x'772f08a69337b8887f1be9db214b351adc829641e71270e3f40051b126e77c55'"
    )
    assert keys.log_key.hex() == "faf92d88f9462eb0694139a3345132f3973c4fd6254937fca938d7f96d12acec"
    assert (
        keys.backup_key.hex() == "83c2a72e3fc331139c2f095c5facbe606864c3b523cf0042a0f87d8c4d47acad"
    )
    assert keys.next_data_key == bytes(range(32))
    assert (
        unlock_recovery(key_file, "9HHJ-KPP4-AQT2-GA9E-Q56X-J9T1-V3F0").owner_key == keys.owner_key
    )
    assert unlock_passphrase(key_file, None, STAFF_PASSPHRASE).data_key == keys.data_key
    assert {slot.kind for slot in key_file.slots} == set(SlotKind)


def test_every_error_is_one_a_person_can_read() -> None:
    key_file, keys, _code = some_keys()
    for damage in (
        replace(key_file, mac=bytes(32)),
        replace(key_file, rights=replace(key_file.rights, mac=bytes(32))),
        replace(key_file, rights=replace(key_file.rights, owner=bytes(72))),
        replace(key_file, book="0" * 32),
    ):
        with pytest.raises(BookError):
            unlock_passphrase(damage, keys.slot_id, PASSPHRASE)


def test_a_seat_lets_one_more_person_in_who_is_not_the_owner() -> None:
    key_file, keys, _code = some_keys()
    key_file = let_in(
        key_file, keys, person="2", name="Jonas Weber", passphrase=STAFF_PASSPHRASE, cost=CHEAP
    )
    key_file = decode(encode(key_file))
    theirs = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    assert (theirs.person, theirs.data_key) == ("2", keys.data_key)
    assert not theirs.is_owner
    verify(key_file, theirs)
    assert unlock_passphrase(key_file, None, PASSPHRASE) == keys
    with pytest.raises(WrongKeyError):
        unlock_passphrase(key_file, keys.slot_id, STAFF_PASSPHRASE)


def test_a_seat_is_the_owners_to_give() -> None:
    key_file, keys, _code = some_keys()
    key_file = let_in(
        key_file, keys, person="2", name="Jonas Weber", passphrase=STAFF_PASSPHRASE, cost=CHEAP
    )
    theirs = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    with pytest.raises(NotFoundError, match="owner"):
        let_in(key_file, theirs, person="3", name="A", passphrase=_NEW, cost=CHEAP)
    with pytest.raises(WeakPassphraseError):
        let_in(key_file, keys, person="3", name="Anton", passphrase="anton1", cost=CHEAP)


def test_somebody_with_a_seat_changes_their_own_passphrase() -> None:
    key_file, keys, _code = some_keys()
    key_file = let_in(
        key_file, keys, person="2", name="Jonas Weber", passphrase=STAFF_PASSPHRASE, cost=CHEAP
    )
    theirs = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    changed = replace_passphrase(key_file, theirs, theirs.slot_id, _NEW, cost=CHEAP)
    assert unlock_passphrase(changed, theirs.slot_id, _NEW).data_key == keys.data_key
    with pytest.raises(WrongKeyError):
        unlock_passphrase(changed, theirs.slot_id, STAFF_PASSPHRASE)


def test_names_at_sign_in_are_the_owners_to_change() -> None:
    key_file, keys, _code = some_keys()
    key_file = let_in(
        key_file, keys, person="2", name="Jonas Weber", passphrase=STAFF_PASSPHRASE, cost=CHEAP
    )
    theirs = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    with pytest.raises(NotFoundError, match="owner"):
        with_names(key_file, theirs, {"2": "Martha Lindner"})
    named = with_names(key_file, keys, {"1": "Martha Berg", "2": "Jonas Weiss"})
    assert {slot.label for slot in named.slots} == {"Martha Berg", "Jonas Weiss"}
    assert unlock_passphrase(named, None, PASSPHRASE) == keys
    assert with_names(named, keys, {"1": "Martha Berg"}) is named


def test_somebody_let_in_again_keeps_the_seat_and_loses_the_old_passphrase() -> None:
    key_file, keys, _code = some_keys()
    for passphrase in (STAFF_PASSPHRASE, _NEW):
        key_file = let_in(
            key_file, keys, person="2", name="Jonas Weber", passphrase=passphrase, cost=CHEAP
        )
    assert len(key_file.rights.seats) == 2
    assert unlock_passphrase(key_file, None, _NEW).person == "2"
    with pytest.raises(WrongKeyError):
        unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    out = shut_out(key_file, keys, "2")
    with pytest.raises(WrongKeyError):
        unlock_passphrase(out, None, _NEW)
    assert len(out.rights.seats) == 2
    for nobody in ("1", "7"):  # the owner, and somebody without a seat
        assert shut_out(key_file, keys, nobody) is key_file


def test_a_new_owner_key_makes_everything_before_worthless() -> None:
    key_file, keys, code = some_keys()
    key_file = let_in(
        key_file, keys, person="2", name="Jonas Weber", passphrase=STAFF_PASSPHRASE, cost=CHEAP
    )
    theirs = unlock_passphrase(key_file, None, STAFF_PASSPHRASE)
    fresh = new_code()
    with pytest.raises(NotFoundError, match="owner"):
        renewed_owner(key_file, theirs, passphrase=_NEW, code=fresh, cost=CHEAP)
    renewed, known = renewed_owner(key_file, keys, passphrase=_NEW, code=fresh, cost=CHEAP)
    renewed = decode(encode(renewed))
    assert unlock_passphrase(renewed, None, _NEW) == known
    assert unlock_recovery(renewed, fresh).owner_key == known.owner_key
    assert unlock_passphrase(renewed, None, STAFF_PASSPHRASE) == theirs
    assert known.data_key == keys.data_key
    assert keys.owner_key
    assert known.owner_key
    book, seats = renewed.book, renewed.rights.seats
    sealed = [(renewed.rights.owner, seals.data_place(book, 1, None))]
    sealed += [(seat.escrow, seals.seat_place(book, seat)) for seat in seats]
    for seal, place in sealed:
        seals.opened(seal, known.owner_key, place)
        with pytest.raises(seals.SealError):
            seals.opened(seal, keys.owner_key, place)
    with pytest.raises(WrongKeyError):
        unlock_passphrase(renewed, None, PASSPHRASE)
    with pytest.raises(WrongKeyError):
        unlock_recovery(renewed, code)


def test_a_code_is_tried_without_opening_anything() -> None:
    key_file, _keys, code = some_keys()
    assert fits_recovery(key_file, f" {code.lower()} ")
    assert not fits_recovery(key_file, new_code())
    with pytest.raises(InvalidInputError):
        fits_recovery(key_file, code[:-2])
