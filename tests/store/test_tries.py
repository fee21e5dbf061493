"""Tries at one book: wrong ones slow down the next."""

import pytest

from customerbook.model.errors import DamagedError, TooSoonError, WrongKeyError
from customerbook.store import tries
from customerbook.store.tries import Tries


class _Time:
    """A clock that a test moves."""

    now = 1000.0

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> _Time:
    made = _Time()
    monkeypatch.setattr(tries, "time", made)
    return made


def _wrong(tried: Tries) -> None:
    with pytest.raises(WrongKeyError), tried.one("by hand"):
        raise WrongKeyError("wrong")


def test_wrong_tries_wait_longer_and_a_right_one_ends_that(time: _Time) -> None:
    tried = Tries()
    for _ in range(3):
        _wrong(tried)
    with pytest.raises(TooSoonError, match="Wait 2 seconds") as told, tried.one("by hand"):
        raise AssertionError("heard too soon")
    assert told.value.seconds == 2
    time.now += 1.5
    with pytest.raises(TooSoonError, match="Wait 1 second,"), tried.one("by hand"):
        raise AssertionError("heard too soon")
    assert tried.wrong == 3
    time.now += 1
    _wrong(tried)
    assert tried.wait == 4
    time.now += 4
    with tried.one("by hand"):
        pass
    assert (tried.wrong, tried.wait) == (0, 0)


def test_what_is_damaged_is_no_wrong_try(time: _Time) -> None:
    tried = Tries()
    with pytest.raises(DamagedError), tried.one("by hand"):
        raise DamagedError("damaged")
    assert tried.wrong == 0
