"""Secrets in the keyring of the operating system; only the five that are real ones.

A keyring may be missing, locked, lie, or hang for ever. So each call runs in a worker and is given
ten seconds; whatever goes wrong, the answer is "not available" with a sentence that says why, never
an exception, and the person types the passphrase. What lies in the keyring is never the only way
into a book.
"""

import base64
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from customerbook.model.texts import _

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
_free = threading.Lock()
_hanging = threading.Event()


@dataclass(frozen=True)
class Kept:
    """What became of a question to the keyring; true if it was answered as it should be.

    `secret` is what it has under the name, `why` the sentence that says why it is not available.
    """

    available: bool
    secret: bytes | None = field(default=None, repr=False)
    why: str = ""

    def __bool__(self) -> bool:
        return self.available


class _NoneThereError(Exception):
    """There is no keyring that is a real one; `readable` if there is one that is not."""

    def __init__(self, *, readable: bool) -> None:
        super().__init__()
        self.readable = readable


def read_secret(name: str) -> Kept:
    """The secret that was written under a name; none if there is none."""

    def read() -> Kept:
        text = _backend().get_password(SERVICE, name)
        secret = None if text is None else base64.b64decode(text, validate=True)
        return Kept(available=True, secret=secret)

    return _within_time(read)


def write_secret(name: str, secret: bytes) -> Kept:
    """Keep a secret; available only if it is there when it is read back."""

    def write() -> Kept:
        text = base64.b64encode(secret).decode("ascii")
        backend = _backend()
        backend.set_password(SERVICE, name, text)
        kept = backend.get_password(SERVICE, name) == text
        return Kept(available=True, secret=secret) if kept else _lies()

    return _within_time(write)


def forget_secret(name: str) -> Kept:
    """Remove a secret; available only if it is no longer there."""

    def forget() -> Kept:
        backend = _backend()
        if backend.get_password(SERVICE, name) is not None:
            backend.delete_password(SERVICE, name)
        gone = backend.get_password(SERVICE, name) is None
        return Kept(available=True) if gone else _lies()

    return _within_time(forget)


def _backend() -> "KeyringBackend":
    """The best keyring that is a real one, whatever the settings of `keyring` prefer."""
    import keyring  # noqa: PLC0415 - slow to import, and seldom needed
    from keyring import backend  # noqa: PLC0415

    readable = False
    others = sorted(backend.get_all_keyring(), key=backend.by_priority, reverse=True)
    for offered in (keyring.get_keyring(), *others):
        for one in getattr(offered, "backends", (offered,)):  # a chain has several
            name = f"{type(one).__module__}.{type(one).__qualname__}"
            if name in REAL_BACKENDS:
                found: KeyringBackend = one
                return found
            readable |= not name.startswith("keyring.backends.")
    raise _NoneThereError(readable=readable)


def _within_time(call: Callable[[], Kept]) -> Kept:
    """The answer; why there is none if the keyring fails, takes too long, or hangs from before."""
    if not _free.acquire(timeout=0 if _hanging.is_set() else SECONDS):
        return _hangs()
    answers: SimpleQueue[Kept] = SimpleQueue()

    def work() -> None:
        try:
            answers.put(call())
        except Exception as error:
            # Only the kind: backends put names and values into their messages.
            _log.info("the keyring is not available: %s", type(error).__name__)
            answers.put(_failed(error))
        finally:
            _hanging.clear()
            _free.release()

    threading.Thread(target=work, name="keyring", daemon=True).start()
    try:
        return answers.get(timeout=SECONDS)
    except Empty:
        _hanging.set()
        _log.info("the keyring does not answer")
        return _hangs()


def _failed(error: Exception) -> Kept:
    from keyring.errors import InitError, KeyringLocked  # noqa: PLC0415

    if isinstance(error, KeyringLocked):
        return _unavailable(_("The keyring of this computer is locked."))
    if isinstance(error, _NoneThereError) and error.readable:
        return _unavailable(
            _("The keyring of this computer would keep secrets as readable text. It is not used.")
        )
    if isinstance(error, _NoneThereError | InitError):
        return _unavailable(_("This computer has no keyring that is running."))
    return _unavailable(_("The keyring of this computer reports a fault."))


def _hangs() -> Kept:
    return _unavailable(_("The keyring of this computer does not answer."))


def _lies() -> Kept:
    _log.info("the keyring does not keep what it is given")
    return _unavailable(_("The keyring of this computer does not keep what it is given."))


def _unavailable(why: str) -> Kept:
    return Kept(available=False, why=why)
