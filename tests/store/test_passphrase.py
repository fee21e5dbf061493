"""Passphrases: slow to guess, the same on every keyboard, and not weak."""

import pytest
from nacl.pwhash import argon2id

from customerbook.model.errors import BookError, WeakPassphraseError
from customerbook.store import passphrase
from customerbook.store.passphrase import Cost, measured_cost, normalised, refuse_weak, strength


@pytest.mark.parametrize(("memory", "passes"), [(18, 3), (1025, 3), (256, 0), (256, 9)])
def test_a_cost_outside_of_the_accepted_range_does_not_exist(memory: int, passes: int) -> None:
    with pytest.raises(ValueError, match="not a cost"):
        Cost(memory, passes)


def test_what_looks_the_same_is_the_same() -> None:
    assert normalised("Mu\u0308he 1") == normalised("M\u00fche １")
    assert normalised("Mühe") != normalised("mühe")


def test_half_a_surrogate_from_a_broken_terminal_is_only_a_wrong_passphrase() -> None:
    assert normalised("\udcff") != normalised("\udcfe")


def test_stretching_stays_what_it_was() -> None:
    key = passphrase.stretched(b"correct horse", bytes(range(16)), Cost(19, 1))
    assert key.hex() == "8dcc4967b5c8e0ead7886f15b451bd69cb22208a1831694e3970509f448f8893"


def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_arguments: object, **_named: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(argon2id, "kdf", no_memory)
    with pytest.raises(BookError, match="not enough free memory"):
        passphrase.stretched(b"x", bytes(16), Cost())


def test_a_slow_computer_still_gets_64_mib() -> None:
    assert measured_cost(limit=0) == Cost(64, 3)


def test_a_fast_computer_gets_more_but_not_more_than_half_a_gib() -> None:
    assert measured_cost(limit=0.45).memory_mib in (64, 128, 256, 512)


@pytest.mark.parametrize("weak", ["", "a", "password", "Radwerk Linden", "martha1", "鍵" * 80])
def test_what_others_would_try_first_is_refused(weak: str) -> None:
    with pytest.raises(WeakPassphraseError) as refused:
        refuse_weak(weak, ("Radwerk Linden", "Martha"))
    assert refused.value.field == "passphrase"


@pytest.mark.parametrize(
    "strong", ["seven wet tandems at noon", "żółw ćma ślad 7 łąk", "kettle rain " * 9 + "x"]
)
def test_what_nobody_tries_is_taken(strong: str) -> None:
    refuse_weak(strong)
    assert strength(strong) >= 3
