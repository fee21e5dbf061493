"""Coming in on this PC: by PIN and by staying signed in, with real key files."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from customerbook.model.errors import (
    DamagedError,
    NotAvailableError,
    NotFoundError,
    WeakPinError,
    WrongPinError,
)
from customerbook.store import keychain, pc_secrets, this_pc
from customerbook.store.keyfile import KeyFile, SlotKind, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import Keys, unlock_passphrase, verify
from customerbook.store.passphrase import Cost
from customerbook.store.this_pc import (
    forget,
    give_tries_back,
    pc_ways,
    set_pin,
    slots_of,
    stay_signed_in,
    unlock_pin,
    unlock_stay,
    ways_here,
)
from customerbook.store.ways_in import let_in, shut_out, without_slots
from tests.guards.memory_keyring import MemoryKeyring
from tests.store.files import CHEAP, PASSPHRASE, some_keys
from tests.store.slots import STAFF_PASSPHRASE

_PIN = "493817"
_OTHER = "805142"
pytestmark = pytest.mark.usefixtures("memory_keyring")


def jonas() -> tuple[KeyFile, Keys]:
    """A key file with one member of staff, and their keys."""
    key_file, keys, _code = some_keys()
    key_file = let_in(
        key_file, keys, person="2", name="Jonas Weber", passphrase=STAFF_PASSPHRASE, cost=CHEAP
    )
    return key_file, unlock_passphrase(key_file, None, STAFF_PASSPHRASE)


def with_pin() -> tuple[KeyFile, Keys]:
    """The same, with a PIN on this PC."""
    key_file, keys = jonas()
    return decode(encode(set_pin(key_file, keys, _PIN, cost=CHEAP))), keys


def wrong(key_file: KeyFile, times: int = 1) -> list[int]:
    """Try another PIN; how many tries are left after each."""
    left = []
    for _ in range(times):
        with pytest.raises(WrongPinError) as told:
            unlock_pin(key_file, "2", _OTHER)
        left.append(told.value.left)
    return left


def entry() -> dict[str, object]:
    """What lies in the keyring."""
    (text,) = MemoryKeyring.secrets.values()
    kept = keychain.read_secret(next(iter(MemoryKeyring.secrets))[1])
    assert kept.secret
    found: dict[str, object] = json.loads(kept.secret)
    assert text
    return found


def test_a_pin_opens_what_the_passphrase_opens() -> None:
    key_file, keys = with_pin()
    by_pin = unlock_pin(key_file, "2", _PIN)
    assert replace(by_pin, slot_id=keys.slot_id) == keys
    assert unlock_pin(key_file, "2", "493 817") == by_pin
    assert unlock_pin(key_file, "2", "٤٩٣٨١٧") == by_pin
    assert by_pin.owner_key is None


def test_the_owner_comes_in_by_pin_without_the_owner_key() -> None:
    key_file, keys, _code = some_keys()
    key_file = set_pin(key_file, keys, _PIN, cost=CHEAP)
    by_pin = unlock_pin(key_file, "1", _PIN)
    assert (by_pin.data_key, by_pin.role, by_pin.owner_key) == (keys.data_key, keys.role, None)
    verify(key_file, keys)


def test_a_simple_pin_is_refused_before_anything_is_kept() -> None:
    key_file, keys = jonas()
    for pin in ("123456", "4938", "19860421", "abcdef"):
        with pytest.raises(WeakPinError):
            set_pin(key_file, keys, pin, cost=CHEAP)
    assert not MemoryKeyring.secrets


def test_the_keyring_knows_ids_only_and_neither_the_pin_nor_the_data_key() -> None:
    key_file, keys = with_pin()
    key_file = stay_signed_in(key_file, keys)
    ((place, _text),) = MemoryKeyring.secrets.items()
    assert place == ("Customer Book", f"{keys.book}/2")
    content = json.dumps(entry())
    assert keys.seat_key
    for secret in (_PIN, keys.data_key.hex(), keys.seat_key.hex(), "Jonas"):
        assert secret not in content


def test_a_pin_without_this_pc_opens_nothing() -> None:
    key_file, _keys = with_pin()
    MemoryKeyring.secrets.clear()
    with pytest.raises(NotAvailableError, match="does not know you"):
        unlock_pin(key_file, "2", _PIN)


def test_five_wrong_ones_and_only_the_passphrase_opens() -> None:
    key_file, keys = with_pin()
    assert wrong(key_file, 5) == [4, 3, 2, 1, 0]
    with pytest.raises(WrongPinError, match="after that the PIN is heard again") as told:
        unlock_pin(key_file, "2", _PIN)
    assert told.value.left == 0
    assert ways_here(key_file).worn_out == {"2"}
    give_tries_back(key_file, keys)
    assert ways_here(key_file).worn_out == frozenset()
    assert unlock_pin(key_file, "2", _PIN).data_key == keys.data_key


def test_the_secret_of_a_worn_out_pin_is_nowhere_but_under_the_persons_key() -> None:
    key_file, _keys = with_pin()
    secret = entry()["pin"]
    assert secret
    wrong(key_file, 5)
    assert entry()["pin"] == ""
    assert str(secret) not in json.dumps(entry())


def test_a_right_pin_gives_all_tries_back() -> None:
    key_file, _keys = with_pin()
    wrong(key_file, 4)
    unlock_pin(key_file, "2", _PIN)
    assert entry()["wrong"] == 0
    assert wrong(key_file) == [4]


def test_an_older_key_file_gives_no_try_back() -> None:
    key_file, keys = with_pin()
    content = encode(key_file)
    wrong(key_file, 3)
    assert wrong(decode(content)) == [1]
    give_tries_back(jonas()[0], keys)  # nobody's PIN in this one: the keyring is not asked
    assert wrong(decode(content)) == [0]


def test_a_try_counts_before_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ending the program in the midst of a try gives none back."""
    key_file, _keys = with_pin()

    def ended(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(this_pc, "unlock_slot", ended)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                unlock_pin(key_file, "2", _OTHER)
    with pytest.raises(WrongPinError):
        unlock_pin(key_file, "2", _PIN)


def test_a_keyring_that_does_not_count_hears_no_pin(monkeypatch: pytest.MonkeyPatch) -> None:
    key_file, _keys = with_pin()

    def lies(_self: MemoryKeyring, _service: str, _name: str, _text: str) -> None:
        """Keep nothing."""

    monkeypatch.setattr(MemoryKeyring, "set_password", lies)
    with pytest.raises(NotAvailableError, match="does not keep") as told:
        unlock_pin(key_file, "2", _PIN)
    assert "passphrase opens the book" in str(told.value)


def test_a_keyring_that_fails_after_the_right_pin_keeps_nobody_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key_file, _keys = with_pin()
    kept = MemoryKeyring.set_password
    written: list[str] = []

    def once(self: MemoryKeyring, service: str, name: str, text: str) -> None:
        written.append(text)
        if len(written) > 1:
            raise RuntimeError("gone")
        kept(self, service, name, text)

    with monkeypatch.context() as patched:
        patched.setattr(MemoryKeyring, "set_password", once)
        unlock_pin(key_file, "2", _PIN)
    assert entry()["wrong"] == 1


def test_a_new_pin_takes_the_place_of_the_one_before() -> None:
    key_file, keys = with_pin()
    wrong(key_file, 2)
    key_file = set_pin(key_file, keys, _OTHER, cost=CHEAP)
    assert len(slots_of(key_file, "2")) == 1
    unlock_pin(key_file, "2", _OTHER)
    with pytest.raises(WrongPinError):
        unlock_pin(key_file, "2", _PIN)


def test_staying_signed_in_opens_without_anything() -> None:
    key_file, keys = jonas()
    key_file = decode(encode(stay_signed_in(key_file, keys)))
    assert replace(unlock_stay(key_file, "2"), slot_id=keys.slot_id) == keys
    with pytest.raises(NotAvailableError):
        unlock_stay(key_file, "1")
    with pytest.raises(NotAvailableError):
        unlock_pin(key_file, "2", _PIN)


def test_pin_and_staying_have_secrets_of_their_own() -> None:
    key_file, keys = with_pin()
    key_file = stay_signed_in(key_file, keys)
    wrong(key_file, 5)
    assert unlock_stay(key_file, "2").data_key == keys.data_key
    assert entry()["stay"] != entry()["pin_sealed"]
    here = ways_here(key_file)
    assert (set(here.pin), set(here.stay), here.why) == ({"2"}, {"2"}, "")


def test_a_secret_of_another_slot_is_no_way_in() -> None:
    key_file, keys = jonas()
    before = stay_signed_in(key_file, keys)
    stay_signed_in(before, keys)  # the keyring has a newer secret now
    with pytest.raises(NotAvailableError):
        unlock_stay(before, "2")


def test_what_somebody_changed_is_damage_and_no_way_in() -> None:
    key_file, keys = jonas()
    key_file = stay_signed_in(key_file, keys)
    with pytest.raises(DamagedError):
        unlock_stay(replace(key_file, generation=1), "2")


def test_the_owner_sees_who_comes_in_on_which_pc_since_when(clock: object) -> None:
    key_file, keys = with_pin()
    key_file = stay_signed_in(key_file, keys)
    elsewhere = replace(slots_of(key_file, "2")[0], id="0" * 16, device="f" * 16, label="?")
    key_file = replace(key_file, slots=(*key_file.slots, elsewhere))
    ways = pc_ways(key_file, ways_here(key_file))
    day = datetime(2026, 11, 21, 9, 22, tzinfo=UTC)
    assert [(way.person, way.since, way.here) for way in ways] == [
        ("2", None, False),
        ("2", day, True),
        ("2", day, True),
    ]
    assert {way.kind for way in ways} == {SlotKind.PIN, SlotKind.DEVICE}


def test_a_dropped_way_in_leaves_the_keyring() -> None:
    key_file, keys = with_pin()
    key_file = stay_signed_in(key_file, keys)
    by_kind = {slot.kind: slot for slot in slots_of(key_file, "2")}
    for kind, left in ((SlotKind.DEVICE, 1), (SlotKind.PIN, 0)):
        key_file = without_slots(key_file, keys, [by_kind[kind]])
        forget(key_file.book, [by_kind[kind]])
        assert len(slots_of(key_file, "2")) == left
        assert len(MemoryKeyring.secrets) == left
    verify(key_file, some_keys()[1])


def test_who_is_shut_out_has_no_way_left() -> None:
    key_file, keys = with_pin()
    key_file = stay_signed_in(key_file, keys)
    key_file = shut_out(key_file, some_keys()[1], "2")
    assert {slot.person for slot in key_file.slots} == {"1"}
    with pytest.raises(NotAvailableError):
        unlock_pin(key_file, "2", _PIN)
    with pytest.raises(NotAvailableError):
        unlock_stay(key_file, "2")


def test_a_way_on_another_pc_stays_when_this_one_is_forgotten() -> None:
    key_file, _keys = with_pin()
    (slot,) = slots_of(key_file, "2")
    forget(key_file.book, [replace(slot, device="f" * 16)])
    unlock_pin(key_file, "2", _PIN)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: {**found, "wrong": -1},
        lambda found: {**found, "wrong": True},
        lambda found: {**found, "wrong": 6},
        lambda found: {**found, "pin": "00"},
        lambda found: {**found, "device": "counter"},
        lambda found: {**found, "more": 1},
        lambda found: [found],
        lambda found: "x",
    ],
)
def test_an_entry_that_is_not_ours_is_none(
    change: Callable[[dict[str, object]], object],
) -> None:
    key_file, keys = with_pin()
    name = f"{keys.book}/2"
    assert keychain.write_secret(name, json.dumps(change(entry())).encode())
    assert pc_secrets.read(keys.book, "2") is None
    with pytest.raises(NotAvailableError):
        unlock_pin(key_file, "2", _PIN)
    set_pin(key_file, keys, _PIN, cost=CHEAP)


def test_an_entry_of_a_seat_that_is_gone_gives_no_tries_back() -> None:
    key_file, keys = with_pin()
    wrong(key_file, 1)
    assert keys.seat_key
    give_tries_back(key_file, replace(keys, seat_key=bytes(32)))
    assert entry()["wrong"] == 1


def test_without_a_seat_there_is_nothing_to_open() -> None:
    key_file, keys = jonas()
    with pytest.raises(NotFoundError):
        stay_signed_in(key_file, replace(keys, seat_key=None))


def test_the_cost_of_a_pin_is_measured_for_people_who_change_places() -> None:
    assert isinstance(this_pc.pin_cost(), Cost)
    assert this_pc.pin_cost().memory_mib >= 64


def test_a_keyring_that_is_not_available_is_said_and_never_an_exception(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key_file, keys = with_pin()
    key_file = stay_signed_in(key_file, keys)
    monkeypatch.setattr(keychain, "REAL_BACKENDS", frozenset[str]())
    here = ways_here(key_file)
    assert (here.pin, here.stay) == (frozenset(), frozenset())
    assert "readable text" in here.why
    assert [way.here for way in pc_ways(key_file, here)] == [False, False]
    give_tries_back(key_file, keys)
    forget(key_file.book, slots_of(key_file, "2"))
    with pytest.raises(NotAvailableError):
        unlock_pin(key_file, "2", _PIN)
    with pytest.raises(NotAvailableError):
        set_pin(key_file, keys, _PIN, cost=CHEAP)
    assert unlock_passphrase(key_file, None, PASSPHRASE).is_owner


def test_a_book_without_such_ways_never_asks_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    key_file, keys = jonas()

    def asked(_name: str) -> None:
        raise AssertionError("the keyring was asked")

    monkeypatch.setattr(pc_secrets, "read_secret", asked)
    assert ways_here(key_file) == this_pc.WaysHere()
    give_tries_back(key_file, keys)
