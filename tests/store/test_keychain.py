"""The keyring: real ones only, and never a reason to wait."""

import sys
import threading
import time
from collections.abc import Callable

import keyring
import pytest
from keyring import backend
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail
from keyring.errors import KeyringLocked

from customerbook.store import keychain
from customerbook.store.keychain import Kept, forget_secret, read_secret, write_secret


class Ring(KeyringBackend):
    """A keyring in memory whose behaviour a test chooses."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.before: Callable[[], object] = lambda: None
        self.keeps = True

    def get_password(self, service: str, username: str) -> str | None:
        self.before()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.before()
        if self.keeps:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.before()
        if self.keeps:
            del self.kept[service, username]


class PlaintextRing(Ring):
    """What `keyrings.alt` brings: it looks like the others."""


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """A keyring that counts as a real one."""
    ring = Ring()
    name = f"{Ring.__module__}.{Ring.__qualname__}"
    monkeypatch.setattr(keychain, "REAL_BACKENDS", frozenset({name}))
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    monkeypatch.setattr(backend, "get_all_keyring", list)
    return ring


def test_a_secret_is_kept_read_and_forgotten(ring: Ring) -> None:
    secret = bytes(range(256))
    assert read_secret("counter") == Kept(available=True, secret=None)
    assert write_secret("counter", secret)
    assert read_secret("counter") == Kept(available=True, secret=secret)
    assert read_secret("office") == Kept(available=True, secret=None)
    assert forget_secret("counter")
    assert read_secret("counter") == Kept(available=True, secret=None)
    assert forget_secret("counter")


def test_secrets_are_not_shown(ring: Ring) -> None:
    write_secret("counter", b"very secret")
    assert "very secret" not in repr(read_secret("counter"))


def test_a_keyring_that_lies_is_found_out(ring: Ring) -> None:
    write_secret("counter", b"old")
    ring.keeps = False
    for kept in (write_secret("counter", b"new"), forget_secret("counter")):
        assert not kept
        assert kept.why == "The keyring of this computer does not keep what it is given."


def test_a_keyring_that_is_locked_is_not_available(ring: Ring) -> None:
    def locked() -> None:
        raise KeyringLocked("counter: very secret")

    ring.before = locked
    for kept in (read_secret("counter"), write_secret("counter", b"x"), forget_secret("counter")):
        assert not kept
        assert kept.secret is None
        assert kept.why == "The keyring of this computer is locked."


def test_what_somebody_else_wrote_is_not_a_secret_of_ours(ring: Ring) -> None:
    for text in ("ü", "not base64!"):
        ring.kept[keychain.SERVICE, "counter"] = text
        assert not read_secret("counter").available


def test_a_keyring_in_plain_text_is_not_used(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = PlaintextRing()
    monkeypatch.setattr(keyring, "get_keyring", lambda: plain)
    assert not write_secret("counter", b"x")
    assert "readable text" in read_secret("counter").why
    assert not plain.kept


def test_a_computer_without_a_keyring_is_said(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    kept = read_secret("counter")
    assert not kept
    assert kept.why == "This computer has no keyring that is running."


def test_a_keyring_that_fails_is_not_available_without_telling_what_it_said(
    ring: Ring, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise RuntimeError("counter: very secret")

    ring.before = broken
    with caplog.at_level("DEBUG"):
        kept = write_secret("counter", b"x")
    assert kept.why == "The keyring of this computer reports a fault."
    assert "RuntimeError" in caplog.text
    assert "very secret" not in caplog.text


def test_in_a_chain_only_the_real_one_is_used(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = PlaintextRing()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, ring])
    monkeypatch.setattr(keyring, "get_keyring", chainer.ChainerBackend)
    assert write_secret("counter", b"x")
    assert ring.kept
    assert not plain.kept


def test_a_keyring_that_hangs_is_waited_for_once(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    ring.before = answers.wait
    monkeypatch.setattr(keychain, "SECONDS", 1.0)
    assert not read_secret("counter").available
    began = time.monotonic()
    assert read_secret("counter").why == "The keyring of this computer does not answer."
    assert time.monotonic() - began < 0.8
    answers.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join()
    assert read_secret("counter").available


def test_a_real_one_is_found_behind_one_that_is_not(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PlaintextRing()
    monkeypatch.setattr(keyring, "get_keyring", lambda: plain)
    monkeypatch.setattr(backend, "get_all_keyring", lambda: [plain, ring])
    assert write_secret("counter", b"x")
    assert not plain.kept


def test_the_five_real_ones_are_named_right() -> None:
    """A backend that keyring renames would silently never be used again."""
    for path in keychain.REAL_BACKENDS:
        module, _dot, name = path.rpartition(".")
        __import__(module)
        assert issubclass(getattr(sys.modules[module], name), KeyringBackend)
