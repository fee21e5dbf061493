"""The collector: garbage goes on the thread of the window, whichever thread made it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from customerbook.gui.collecting import Collecting, collect, uncollected


class _Ring:
    """Garbage that only the collector takes away; tells on which thread it went."""

    def __init__(self, gone: list[int]) -> None:
        self.itself, self._gone = self, gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def test_garbage_of_a_worker_goes_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    collecting = Collecting()
    gone: list[int] = []
    kept: list[object] = []

    def work() -> None:
        _Ring(gone)
        kept.extend([] for _ in range(20_000))  # enough to make the collector look elsewhere

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    assert gone == [threading.get_ident()]
    collecting.deleteLater()


def test_nothing_is_looked_through_while_little_was_made() -> None:
    gc.disable()
    gc.collect()
    gone: list[int] = []
    _Ring(gone)
    collect()
    assert gone == []
    gc.collect()
    assert gone


def test_what_very_many_records_are_made_of_is_not_looked_through() -> None:
    gc.disable()
    with uncollected():
        kept = [[number] for number in range(20_000)]
        gone: list[int] = []
        _Ring(gone)
        collect()
        assert gone == []
    assert gc.get_freeze_count() > len(kept)
    gc.unfreeze()


def test_collecting_goes_on_whatever_happens() -> None:
    gc.disable()
    gc.collect()
    gone: list[int] = []
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    _Ring(gone)
    kept = [[number] for number in range(2_000)]
    collect()
    assert gone
    assert kept
    gc.unfreeze()
