"""Secrets in the keyring of the operating system; only the five that are real ones.

A keyring may be missing, locked, or hang for ever. So each call runs in a worker and is given ten
seconds; whatever goes wrong, the answer is "not available", and the person types the passphrase.
What lies in the keyring is never the only way into a book.
"""

import base64
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Customer Book"
SECONDS = 10.0
REAL_BACKENDS = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.libsecret.Keyring",
    }
)
"""Any other, such as those of `keyrings.alt`, may keep secrets as readable text."""

_log = logging.getLogger(__name__)
_Answer = TypeVar("_Answer")
_free = threading.Lock()
_hanging = threading.Event()


@dataclass(frozen=True)
class Kept:
    """What the keyring says: whether there is one, and the secret if it has it."""

    available: bool
    secret: bytes | None = field(default=None, repr=False)


def read_secret(name: str) -> Kept:
    """The secret that was written under a name."""

    def read() -> Kept:
        text = _backend().get_password(SERVICE, name)
        return Kept(available=True, secret=None if text is None else base64.b64decode(text))

    return _within_time(read) or Kept(available=False)


def write_secret(name: str, secret: bytes) -> bool:
    """Keep a secret; True only if it is there when it is read back."""

    def write() -> bool:
        text = base64.b64encode(secret).decode("ascii")
        backend = _backend()
        backend.set_password(SERVICE, name, text)
        return backend.get_password(SERVICE, name) == text

    return bool(_within_time(write))


def forget_secret(name: str) -> bool:
    """Remove a secret; True only if it is no longer there."""

    def forget() -> bool:
        backend = _backend()
        if backend.get_password(SERVICE, name) is not None:
            backend.delete_password(SERVICE, name)
        return backend.get_password(SERVICE, name) is None

    return bool(_within_time(forget))


def _backend() -> "KeyringBackend":
    """The best keyring that is a real one, whatever the settings of `keyring` prefer."""
    import keyring  # noqa: PLC0415 - slow to import, and seldom needed
    from keyring import backend  # noqa: PLC0415

    others = sorted(backend.get_all_keyring(), key=backend.by_priority, reverse=True)
    for offered in (keyring.get_keyring(), *others):
        for one in getattr(offered, "backends", (offered,)):  # a chain has several
            kind = type(one)
            if f"{kind.__module__}.{kind.__qualname__}" in REAL_BACKENDS:
                found: KeyringBackend = one
                return found
    raise LookupError("no real keyring")


def _within_time(call: Callable[[], _Answer]) -> _Answer | None:
    """The answer, or none if the keyring fails, takes too long, or still hangs from last time."""
    if not _free.acquire(timeout=0 if _hanging.is_set() else SECONDS):
        return None
    answers: SimpleQueue[_Answer | None] = SimpleQueue()

    def work() -> None:
        try:
            answers.put(call())
        except Exception as error:
            # Only the kind: backends put names and values into their messages.
            _log.info("the keyring is not available: %s", type(error).__name__)
            answers.put(None)
        finally:
            _hanging.clear()
            _free.release()

    threading.Thread(target=work, name="keyring", daemon=True).start()
    try:
        return answers.get(timeout=SECONDS)
    except Empty:
        _hanging.set()
        _log.info("the keyring does not answer")
        return None
