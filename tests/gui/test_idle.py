"""Idleness: counted by the clock, so that a sleep counts as well."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from customerbook.gui.idle import Idle
from tests.guards.clock import StoppedClock

MINUTE = timedelta(minutes=1)


def looked(idle: Idle, clock: StoppedClock, passed: timedelta) -> None:
    """Let time pass as it does while the computer is awake: with a look now and then."""
    end = clock.moment + passed
    while clock.moment < end:
        clock.move(min(timedelta(seconds=30), end - clock.moment))
        idle.look()


def test_it_passes_after_the_minutes_and_not_before(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(10)
    told: list[int] = []
    idle.passed.connect(lambda: told.append(1))
    looked(idle, clock, 10 * MINUTE - timedelta(seconds=1))
    assert told == []
    looked(idle, clock, timedelta(seconds=1))
    assert told == [1]


def test_a_key_begins_anew(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(10)
    window = QWidget()
    qtbot.addWidget(window)
    window.winId()
    handle = window.windowHandle()
    assert handle is not None
    idle.watch(handle)
    told: list[int] = []
    idle.passed.connect(lambda: told.append(1))
    looked(idle, clock, 9 * MINUTE)
    QTest.keyClick(handle, Qt.Key.Key_A)
    looked(idle, clock, 9 * MINUTE)
    assert told == []
    looked(idle, clock, MINUTE)
    assert told == [1]


def test_a_computer_that_slept_counts_at_once(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(0)
    with qtbot.waitSignal(idle.passed):
        clock.move(timedelta(hours=2))
        idle.look()


def test_no_minutes_never_pass(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(0)
    with qtbot.assertNotEmitted(idle.passed):
        looked(idle, clock, timedelta(hours=3))


def test_a_clock_that_is_set_back_does_not_keep_it_open(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(10)
    clock.move(-timedelta(days=1))
    idle.look()
    told: list[int] = []
    idle.passed.connect(lambda: told.append(1))
    looked(idle, clock, 10 * MINUTE)
    assert told == [1]


def test_the_first_quiet_minute_is_told_once(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(0)
    told: list[int] = []
    idle.rested.connect(lambda: told.append(1))
    looked(idle, clock, 59 * timedelta(seconds=1))
    assert told == []
    looked(idle, clock, 5 * MINUTE)
    assert told == [1]


def test_idle_is_told_as_a_length(qtbot: QtBot, clock: StoppedClock) -> None:
    idle = Idle(10)
    clock.move(3 * MINUTE)
    assert idle.idle_for() == 3 * MINUTE
    idle.touch()
    assert idle.idle_for() == timedelta()
    idle.stop()
