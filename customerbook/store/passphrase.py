"""Passphrases: how strong one is, and how one becomes a key slowly enough that guessing is dear."""

import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from customerbook.model.errors import BookError, WeakPassphraseError
from customerbook.model.texts import _

KEY_BYTES = 32
SALT_BYTES = 16
MEMORY_MIB = range(19, 1024 + 1)
"""What is accepted on reading: less is no protection, more lets a forged file exhaust the PC."""
PASSES = range(1, 8 + 1)
STRONG_ENOUGH = 3

_CHOICES_MIB = (64, 128, 256, 512)
_MIB = 1024 * 1024
# zxcvbn refuses longer ones and is slow before that; whoever types 72 characters is not weak.
_JUDGED_CHARACTERS = 72


@dataclass(frozen=True)
class Cost:
    """What one guess costs: Argon2id memory in MiB (19 to 1024) and passes (1 to 8)."""

    memory_mib: int = 256
    passes: int = 3

    def __post_init__(self) -> None:
        if self.memory_mib not in MEMORY_MIB or self.passes not in PASSES:
            raise ValueError(f"not a cost: {self.memory_mib} MiB, {self.passes} passes")


def normalised(passphrase: str) -> bytes:
    """Bytes of a passphrase, the same for every keyboard and system (NFKC, UTF-8)."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes from a passphrase, by Argon2id; takes up to a second and the memory of `cost`.

    Raises:
        BookError: the PC has not enough free memory.
    """
    # Only here: who can sign in is shown before it is loaded.
    from nacl import exceptions  # noqa: PLC0415
    from nacl.pwhash import argon2id  # noqa: PLC0415

    try:
        return argon2id.kdf(
            KEY_BYTES, secret, salt, opslimit=cost.passes, memlimit=cost.memory_mib * _MIB
        )
    except (MemoryError, exceptions.RuntimeError) as error:
        raise BookError(
            _("There is not enough free memory to sign in. Close other programs, then try again.")
        ) from error


def measured_cost(limit: float = 1.0) -> Cost:
    """The dearest cost that this PC pays in under `limit` seconds, at least 64 MiB.

    Takes up to about two seconds: not for the thread of the window.
    """
    chosen = Cost(memory_mib=_CHOICES_MIB[0])
    for memory in _CHOICES_MIB:
        cost = Cost(memory_mib=memory)
        began = time.perf_counter()
        stretched(b"a passphrase to measure with", bytes(SALT_BYTES), cost)
        taken = time.perf_counter() - began
        if taken < limit:
            chosen = cost
        if taken * 2 >= limit:
            break  # the next one has twice the memory
    return chosen


def strength(passphrase: str, hints: Iterable[str] = ()) -> int:
    """0 (guessed at once) to 4 (very strong); `hints` are words that others know, as the shop's."""
    if not passphrase:
        return 0
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a quarter of a second to load

    text = unicodedata.normalize("NFKC", passphrase)[:_JUDGED_CHARACTERS]
    words = [word for hint in hints for word in (hint, *hint.split()) if word]
    return int(zxcvbn(text, user_inputs=words)["score"])


def refuse_weak(passphrase: str, hints: Iterable[str] = ()) -> None:
    """Let pass only what cannot be guessed.

    Raises:
        WeakPassphraseError: below strength 3; field `passphrase`.
    """
    if strength(passphrase, hints) < STRONG_ENOUGH:
        raise WeakPassphraseError(
            _(
                "This passphrase is too easy to guess. "
                "Take four or five words that have nothing to do with each other."
            ),
            field="passphrase",
        )
