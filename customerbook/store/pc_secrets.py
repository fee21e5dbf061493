"""What this PC keeps for one person at one book, as one entry in the system's keyring.

The entry lies under the ids of book and person, and has two secrets of 256 bits: one that is mixed
with the PIN, one that opens the book alone. Beside them it counts wrong PINs. The count lies here
because here is what a PIN is worth nothing without: neither a restart of the program nor an older
copy of the book's folder gives tries back. With the last wrong one the secret itself is taken out
of the entry; only sealed under the person's key it stays, which the passphrase opens.
"""

import json
import secrets
from dataclasses import dataclass, field, replace

from customerbook.model.errors import NotAvailableError
from customerbook.model.texts import _
from customerbook.model.tries import PIN_TRIES
from customerbook.store import seals
from customerbook.store.exact import claim, hex_text, members, raw, whole
from customerbook.store.keychain import Kept, forget_secret, read_secret, write_secret
from customerbook.store.keyfile import ID_BYTES, SEALED_BYTES, canonical
from customerbook.store.passphrase import KEY_BYTES
from customerbook.store.slots import new_id


@dataclass(frozen=True)
class PcSecrets:
    """Secrets of this PC; `device` is how the key file calls it, the same in slots made here.

    `pin_secret` and `stay_secret` are empty where there is none; `pin_sealed` has the former under
    the key of the seat. `wrong` counts PINs since the last right one.
    """

    device: str
    pin_secret: bytes = field(default=b"", repr=False)
    pin_sealed: bytes = field(default=b"", repr=False)
    stay_secret: bytes = field(default=b"", repr=False)
    wrong: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is kept here."""
        return not (self.pin_sealed or self.stay_secret)

    @property
    def pin_worn_out(self) -> bool:
        """Whether the PIN was wrong too often, so that only the passphrase makes it good again."""
        return bool(self.pin_sealed) and not self.pin_secret


def fresh() -> PcSecrets:
    """An entry without secrets, for a PC that had none."""
    return PcSecrets(new_id())


def with_pin(found: PcSecrets, book: str, seat_key: bytes) -> PcSecrets:
    """The entry with a new secret for a PIN, all tries left."""
    secret = secrets.token_bytes(KEY_BYTES)
    kept = seals.sealed(secret, *_under(found, book, seat_key))
    return replace(found, pin_secret=secret, pin_sealed=kept, wrong=0)


def without_pin(found: PcSecrets) -> PcSecrets:
    """The entry without what a PIN needs."""
    return replace(found, pin_secret=b"", pin_sealed=b"", wrong=0)


def with_stay(found: PcSecrets) -> PcSecrets:
    """The entry with a new secret that opens the book alone."""
    return replace(found, stay_secret=secrets.token_bytes(KEY_BYTES))


def without_stay(found: PcSecrets) -> PcSecrets:
    """The entry without what opens the book alone."""
    return replace(found, stay_secret=b"")


def one_try_less(found: PcSecrets) -> PcSecrets:
    """The entry after one more wrong PIN; after the last one without the secret."""
    worn_out = found.wrong + 1 >= PIN_TRIES
    secret = b"" if worn_out else found.pin_secret
    return replace(found, wrong=found.wrong + 1, pin_secret=secret)


def all_tries(found: PcSecrets, book: str, seat_key: bytes) -> PcSecrets:
    """The entry with all tries and the secret again, by the key behind passphrase or PIN.

    Raises:
        SealError: the entry belongs to another seat, that the person had before.
    """
    secret = seals.opened(found.pin_sealed, *_under(found, book, seat_key))
    return replace(found, pin_secret=secret, wrong=0)


def read(book: str, person: str) -> PcSecrets | None:
    """What this PC keeps; none if it keeps nothing that can be read.

    Raises:
        NotAvailableError: the keyring does not say.
    """
    kept = read_secret(_name(book, person))
    if not kept:
        raise told(kept)
    try:
        return _decoded(kept.secret) if kept.secret is not None else None
    except (ValueError, RecursionError):
        return None  # not ours, or damaged: as good as gone


def write(book: str, person: str, found: PcSecrets) -> None:
    """Keep an entry; an empty one is removed.

    Raises:
        NotAvailableError: the keyring does not keep it.
    """
    name = _name(book, person)
    kept = forget_secret(name) if found.empty else write_secret(name, _encoded(found))
    if not kept:
        raise told(kept)


def told(kept: Kept) -> NotAvailableError:
    """Why the keyring is not available, and what opens the book all the same."""
    return NotAvailableError(kept.why + " " + _("The passphrase opens the book all the same."))


def _name(book: str, person: str) -> str:
    return f"{book}/{person}"


def _under(found: PcSecrets, book: str, seat_key: bytes) -> tuple[bytes, bytes]:
    """Key and place of the PIN's secret, when only the person's own key gives it."""
    key = seals.derived(seat_key, "pin secret", book)
    return key, canonical(["pin secret", book, found.device])


def _encoded(found: PcSecrets) -> bytes:
    return canonical(
        {
            "device": found.device,
            "pin": found.pin_secret.hex(),
            "pin_sealed": found.pin_sealed.hex(),
            "stay": found.stay_secret.hex(),
            "wrong": found.wrong,
        }
    )


def _decoded(content: bytes) -> PcSecrets:
    value = members(json.loads(content), "device pin pin_sealed stay wrong")
    found = PcSecrets(
        device=hex_text(value["device"], ID_BYTES),
        pin_secret=_perhaps(value["pin"], KEY_BYTES),
        pin_sealed=_perhaps(value["pin_sealed"], SEALED_BYTES),
        stay_secret=_perhaps(value["stay"], KEY_BYTES),
        wrong=whole(value["wrong"]),
    )
    claim(found.wrong <= PIN_TRIES and _encoded(found) == content)
    return found


def _perhaps(value: object, length: int) -> bytes:
    """So many bytes, or none."""
    return b"" if value == "" else raw(value, length)
