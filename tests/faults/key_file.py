"""Key files that somebody damaged or forged: none of them gives a right that was not given.

    python -m tests.faults.key_file --trials 1000000

Each trial changes a genuine key file: bytes and JSON at random, parts of an older generation and of
another book, and what a member of staff can sign who knows the data key. Then everyone tries to
come in. A trial is accepted wrongly if somebody gets other keys than before, or the owner's program
takes rights, or ways to the owner key, that the owner did not sign.

So that there is time for many, Argon2id is replaced by a quick hash (any other salt or cost gives
another key, as there); every 97th trial is made with the real one.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from customerbook.model.errors import BookError
from customerbook.store import seals
from customerbook.store.keyfile import KeyFile, Role, Seat, Seen, canonical, encode
from customerbook.store.keyfile_reading import decode
from customerbook.store.keys import Keys, create_keys, unlock_passphrase, unlock_recovery
from customerbook.store.passphrase import Cost
from customerbook.store.rotation import announced
from customerbook.store.ways_in import let_in, replace_passphrase

OWNER, OLDER = "seven wet tandems at noon", "five quiet herons in fog"
JONAS, AYLIN = "four dry unicycles at dusk", "nine calm rivers in march"
_CHEAP = Cost(19, 1)
_REAL_EACH = 97
_MOST_MIB = 32
"""A file that wants more memory of the real Argon2id is only read: it would take long."""


@dataclass(frozen=True)
class Genuine:
    """What is changed: a key file, what opens it, and files that parts are taken from."""

    key_file: KeyFile
    quick: bool
    owner: Keys
    jonas: Keys
    code: str
    content: bytes
    others: tuple[bytes, ...]


@dataclass
class Tally:
    """What became of the trials."""

    trials: int = 0
    refused: int = 0
    unchanged: int = 0
    older: int = 0
    without_harm: int = 0
    real: int = 0
    wrongly: list[str] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    @property
    def passed(self) -> bool:
        """Whether nothing was accepted wrongly and nothing but our own errors was raised."""
        return not self.wrongly and not self.errors

    def __str__(self) -> str:
        return (
            f"key file fuzz: {self.trials:,} trials, accepted wrongly {len(self.wrongly)}, "
            f"other errors {self.errors.total()} (refused {self.refused:,}, as it was "
            f"{self.unchanged:,}, an older one {self.older:,}, changed within one's own rights "
            f"{self.without_harm:,}, with the real Argon2id {self.real:,})"
        )


@contextmanager
def quick_hash() -> Iterator[None]:
    """In place of Argon2id: another key for every other secret, salt and cost, at once."""

    def quick(secret: bytes, salt: bytes, cost: Cost) -> bytes:
        told = b"%d %d" % (cost.memory_mib, cost.passes)
        return hashlib.blake2b(secret, key=salt + told, digest_size=32).digest()

    real, seals.stretched = seals.stretched, quick  # type: ignore[attr-defined]
    try:
        yield
    finally:
        seals.stretched = real  # type: ignore[attr-defined]


@cache
def genuine(*, quick: bool) -> Genuine:
    """A key file with an owner and two of staff, in the midst of shutting one of them out."""
    with quick_hash() if quick else nullcontext():
        older, owner, code = create_keys(OLDER, owner="Martha", person="1", cost=_CHEAP)
        for person, name, passphrase in (("2", "Jonas", JONAS), ("3", "Aylin", AYLIN)):
            older = let_in(
                older, owner, person=person, name=name, passphrase=passphrase, cost=_CHEAP
            )
        settled = replace_passphrase(older, owner, owner.slot_id, OWNER, cost=_CHEAP)
        coming = announced(settled, owner, random.randbytes(32), without="3")
        foreign, theirs, _code = create_keys(OWNER, owner="Martha", person="1", cost=_CHEAP)
        foreign = let_in(foreign, theirs, person="2", name="Jonas", passphrase=JONAS, cost=_CHEAP)
        return Genuine(
            coming,
            quick,
            unlock_passphrase(coming, None, OWNER),
            unlock_passphrase(coming, None, JONAS),
            code,
            encode(coming),
            (encode(older), encode(settled), encode(foreign)),
        )


Change = Callable[[random.Random, Genuine], bytes]


def _bytes(rng: random.Random, real: Genuine) -> bytes:
    """Bits flipped, bytes left out, put in or doubled, an end cut off."""
    content = bytearray(real.content)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        at, length = rng.randrange(len(content)), rng.randint(1, 12)
        match rng.randrange(5):
            case 0:
                content[at] ^= 1 << rng.randrange(8)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = rng.randbytes(length)
            case 3:
                content[at:at] = content[at : at + length]
            case _:
                content[at:] = b"" if rng.random() < 0.2 else content[at:-length]
        if not content:
            break
    return bytes(content)


def _spliced(rng: random.Random, real: Genuine) -> bytes:
    """The beginning of one file and the end of another."""
    at, other = rng.randrange(len(real.content)), rng.choice((*real.others, real.content))
    return real.content[:at] + other[rng.randrange(len(other)) :]


def _values(rng: random.Random, real: Genuine) -> bytes:
    """Values of the JSON in another's place, or something that never belongs there."""
    value = json.loads(real.content)
    for _ in range(rng.choice((1, 1, 2, 4))):
        source = rng.choice((value, json.loads(rng.choice(real.others))))
        holder, key = rng.choice(_places(value))
        if rng.random() < 0.6:
            holder[key] = _copied(rng.choice(_places(source)))
        else:
            holder[key] = rng.choice(_STRANGE)(rng, holder[key])
    return canonical(value)


def _members(rng: random.Random, real: Genuine) -> bytes:
    """Parts left out, added or doubled; also the same name twice in the text."""
    value = json.loads(real.content)
    holder, key = rng.choice(_places(value))
    match rng.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(rng.randint(0, len(holder)), _copied((holder, key)))
        case 1 | 2:
            other, inner = rng.choice(_places(json.loads(rng.choice(real.others))))
            if isinstance(holder, list):
                holder.append(other[inner])
            else:
                holder[str(inner)] = other[inner]
        case _:
            text = real.content.decode("ascii")
            name = rng.choice(("role", "person", "epoch", "mac", "generation", "version", "seat"))
            at = text.index(f'"{name}":')
            return f'{text[:at]}"{name}":{rng.choice(_DOUBLED)},{text[at:]}'.encode()
    return canonical(value)


def _signed_by_staff(rng: random.Random, real: Genuine) -> bytes:
    """What a member of staff writes with a program of their own, who has the data key."""
    forged = real.key_file
    for _ in range(rng.choice((1, 1, 2))):
        forged = rng.choice(_BY_STAFF)(rng, forged, real.jonas)
    if rng.random() < 0.1:
        forged = _older_way_in(rng, forged, real)
    return encode(seals.signed(forged, real.jonas.data_key, None))


_CHANGES: tuple[Change, ...] = (_bytes, _spliced, _values, _members, _signed_by_staff)
_DOUBLED = ('"owner"', '"1"', "1", "99", "null", '"' + "0" * 64 + '"')
_STRANGE: tuple[Callable[[random.Random, Any], Any], ...] = (
    lambda rng, _old: rng.choice((None, True, False, 0, -1, 1, 2**53, 2**64, 10**400, 0.5, "", [])),
    lambda rng, _old: rng.choice(("owner", "staff", "passphrase", "recovery", "pin", "device")),
    lambda rng, _old: rng.randbytes(rng.choice((8, 16, 32, 72))).hex(),
    lambda rng, old: old + rng.choice((-1, 1, 1000)) if type(old) is int else old,
    lambda rng, old: old[::-1] if isinstance(old, str | list) else old,
    lambda rng, old: [old] * rng.randint(2, 300),
    lambda _rng, old: {"x": old},
    lambda rng, _old: {"memory_mib": rng.choice((1, 18, 19, 1025, 65536)), "passes": 1},
)


def _own_seat(file: KeyFile, own: Keys) -> Seat:
    seats = file.rights.seats
    return next((seat for seat in seats if seat.person == own.person), seats[0])


def _crown(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """Their own seat as an owner's, sealed anew so that it opens."""
    seat = _own_seat(file, own)
    crowned = replace(seat, role=Role.OWNER, may=("export", "people"))
    assert own.seat_key
    place = seals.data_place(file.book, file.rights.epoch, crowned)
    crowned = replace(crowned, data=seals.sealed(own.data_key, own.seat_key, place))
    seats = tuple(crowned if one.id == seat.id else one for one in file.rights.seats)
    return replace(file, rights=replace(file.rights, seats=seats))


def _more_rights(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    seats = tuple(
        replace(seat, may=("delete", "export", "import")) if seat.person == own.person else seat
        for seat in file.rights.seats
    )
    return replace(file, rights=replace(file.rights, seats=seats))


def _take_over(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """The owner's ways in replaced by one that opens their own seat key, or taken away."""
    owners = [slot for slot in file.slots if not slot.seat]
    gone = rng.choice(owners)
    left = [slot for slot in file.slots if slot.id != gone.id]
    if rng.random() < 0.5:
        mine = next(slot for slot in file.slots if slot.person == own.person)
        left.append(replace(mine, id=gone.id, seat="", person=gone.person))
    return replace(file, slots=tuple(left))


def _weaker(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """The owner's passphrase made cheaper to guess, or dearer than any PC can pay."""
    slots = tuple(
        replace(slot, cost=Cost(rng.choice((20, 24, 1024)), rng.choice((1, 2, 8))))
        if slot.cost and not slot.seat
        else slot
        for slot in file.slots
    )
    return replace(file, slots=slots)


def _own_pending(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """A change of the data key of their own, to a key that they choose."""
    assert own.seat_key
    epoch = file.rights.epoch + 1
    seat = _own_seat(file, own)
    data = seals.sealed(bytes(32), own.seat_key, seals.data_place(file.book, epoch, seat))
    pending = file.pending or replace(file.rights, epoch=epoch)
    seats = (
        replace(seat, data=data),
        *rng.sample(pending.seats, rng.randint(0, len(pending.seats))),
    )
    unique = {one.id: one for one in reversed(seats)}
    return replace(file, pending=replace(pending, epoch=epoch, seats=tuple(unique.values())))


def _no_pending(_rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """As if nobody were to be shut out: what an interrupted change leaves is dropped anyway."""
    return replace(file, pending=None)


def _already(_rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """As if the change of the data key had happened."""
    return replace(file, rights=file.pending or file.rights, pending=None)


def _seats_mixed(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """Persons, keys and escrows of seats exchanged, or a seat less."""
    if len(file.rights.seats) < 2:
        return file
    one, two = rng.sample(file.rights.seats, 2)
    field = rng.choice(("person", "data", "escrow", "id"))
    swapped = {
        one.id: replace(one, **{field: getattr(two, field)}),
        two.id: replace(two, **{field: getattr(one, field)}),
    }
    seats = tuple(swapped.get(seat.id, seat) for seat in file.rights.seats)
    if rng.random() < 0.3:
        seats = tuple(seat for seat in file.rights.seats if seat.id != one.id)
    return replace(file, rights=replace(file.rights, seats=seats))


def _slots_mixed(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """Seats, persons, salts and secrets of slots exchanged."""
    one, two = rng.sample(file.slots, 2)
    fields = rng.sample(("seat", "person", "salt", "sealed", "kind", "cost"), rng.randint(1, 3))
    swapped = {
        one.id: replace(one, **{field: getattr(two, field) for field in fields}),
        two.id: replace(two, **{field: getattr(one, field) for field in fields}),
    }
    return replace(file, slots=tuple(swapped.get(slot.id, slot) for slot in file.slots))


def _turned_back(rng: random.Random, file: KeyFile, own: Keys) -> KeyFile:
    """An older or much newer generation, another count of changes."""
    seen = Seen(rng.choice((0, 1, 2**53 - 1)), rng.choice(("", "ab" * 32)))
    return replace(file, generation=rng.choice((1, 2, file.generation, 2**53 - 2)), seen=seen)


_BY_STAFF: tuple[Callable[[random.Random, KeyFile, Keys], KeyFile], ...] = (
    *(_crown, _more_rights, _take_over, _weaker, _own_pending, _no_pending),
    *(_already, _seats_mixed, _slots_mixed, _turned_back),
)


def _older_way_in(rng: random.Random, file: KeyFile, real: Genuine) -> KeyFile:
    """The owner's passphrase of an older generation, beside the one of now or in its place."""
    old = next(slot for slot in decode(real.others[0]).slots if slot.id == real.owner.slot_id)
    if rng.random() < 0.5:
        return replace(file, slots=(*file.slots, replace(old, id=rng.randbytes(8).hex())))
    return replace(file, slots=tuple(old if one.id == old.id else one for one in file.slots))


def trial(rng: random.Random, real: Genuine, tally: Tally) -> None:
    """Change the key file in one way, and see what becomes of it."""
    change = rng.choice(_CHANGES)
    content = change(rng, real)
    tally.trials += 1
    try:
        found = decode(content)
        if encode(found) != content:
            tally.wrongly.append("read in another way than it is written")
        if not real.quick:
            if any(slot.cost and slot.cost.memory_mib > _MOST_MIB for slot in found.slots):
                return
            tally.real += 1
        known = len(tally.wrongly)
        _try_all(found, real, tally, by_staff=change is _signed_by_staff)
        if len(tally.wrongly) > known == 0:
            sys.stderr.write(f"{tally.wrongly} after {change.__name__}\n{content!r}\n")
    except BookError:
        tally.refused += 1
    except Exception as error:
        tally.errors[f"{type(error).__name__} after {change.__name__}"] += 1
        if tally.errors.total() == 1:
            sys.stderr.write(f"{error!r}\n{content[:20_000]!r}\n")


def _try_all(found: KeyFile, real: Genuine, tally: Tally, *, by_staff: bool) -> None:
    """Let everyone try to come in; BookError if nobody can."""
    if encode(found) in real.others:
        # By chance a whole genuine file: the copy inside the book tells that it is an older one,
        # and another book's opens nothing here.
        tally.older += 1
        return
    came: list[tuple[str, Keys]] = []
    refusal: BookError | None = None
    ways: tuple[tuple[str, Callable[[], Keys]], ...] = (
        ("owner", lambda: unlock_passphrase(found, None, OWNER)),
        ("owner", lambda: unlock_recovery(found, real.code)),
        ("jonas", lambda: unlock_passphrase(found, None, JONAS)),
        ("nobody", lambda: unlock_passphrase(found, None, OLDER)),
    )
    for who, way in ways:
        try:
            came.append((who, way()))
        except BookError as error:
            refusal = error
    tally.wrongly += [wrong for who, keys in came if (wrong := _wrong(who, keys, real))]
    if not came:
        assert refusal is not None
        raise refusal
    if found == real.key_file:
        tally.unchanged += 1
    elif not by_staff:
        tally.wrongly.append("somebody comes in by a file that nobody signed")
    elif any(who == "owner" for who, _keys in came) and not _signed_by_owner(found, real):
        tally.wrongly.append("the owner takes what only the owner may write")
    else:
        tally.without_harm += 1


def _wrong(who: str, keys: Keys, real: Genuine) -> str:
    """What is wrong with the keys that somebody got; nothing if they are their own."""
    if who == "nobody":
        return "a passphrase that was replaced opens the book"
    own = real.owner if who == "owner" else real.jonas
    if (keys.person, keys.data_key, keys.owner_key) != (own.person, own.data_key, own.owner_key):
        return f"other keys for {who}"
    if who == "owner" and keys.next_data_key not in (None, own.next_data_key):
        return "a coming data key that the owner did not make"
    # The role in one's own seat is the owner's word to the program: staff can write what they
    # like there for themselves, and with a program of their own need no such word.
    return "staff where the owner was" if who == "owner" and keys.role is not Role.OWNER else ""


def _signed_by_owner(found: KeyFile, real: Genuine) -> bool:
    """Whether rights, of now and to come, and the owner's ways in are those of the real one."""
    known = [real.key_file.rights, real.key_file.pending]
    owners = [[slot for slot in one.slots if not slot.seat] for one in (found, real.key_file)]
    return (
        found.rights == real.key_file.rights
        and found.pending in (None, *known[1:])
        and owners[0] == owners[1]
    )


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (holder, key or index) inside a JSON value."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        keys = range(len(holder)) if isinstance(holder, list) else list(holder)
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found


def _copied(place: tuple[Any, Any]) -> Any:
    holder, key = place
    return json.loads(json.dumps(holder[key]))


def run(trials: int, seed: int, told: Callable[[Tally], object] = lambda _tally: None) -> Tally:
    """Make so many trials; `told` hears of it now and then."""
    rng, tally = random.Random(seed), Tally()
    quick, real = genuine(quick=True), genuine(quick=False)
    while tally.trials < trials:
        trial(rng, real, tally)
        with quick_hash():
            for _ in range(min(_REAL_EACH - 1, trials - tally.trials)):
                trial(rng, quick, tally)
        told(tally)
    return tally


def main() -> int:
    """Run as a command; 1 if anything was accepted wrongly or raised another error."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--trials", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    options = parser.parse_args()
    began = time.monotonic()

    def told(tally: Tally) -> None:
        if tally.trials % 50_000 < _REAL_EACH:
            print(tally, file=sys.stderr)

    tally = run(options.trials, options.seed, told)
    print(f"{tally}\nseed {options.seed}, {time.monotonic() - began:.0f} s")
    for wrong, count in Counter(tally.wrongly).most_common(5):
        print(f"{count} times {wrong}")
    for error, count in tally.errors.most_common(5):
        print(f"{count} times {error}")
    return 0 if tally.passed else 1


if __name__ == "__main__":
    sys.exit(main())
