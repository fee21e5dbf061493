import threading
import time

import pytest

from customerbook.store.turns import Turns


def nothing() -> None:
    """Do nothing while waiting."""


def taken(turns: Turns) -> None:
    """Take a turn and end it."""
    turns.take(nothing, 0.01)
    turns.end()


def test_work_in_portions_lets_others_in_between() -> None:
    turns, order = Turns(), []
    started = threading.Event()

    def portions() -> None:
        for portion in range(40):
            turns.take(nothing, 0.01)
            order.append(portion)
            started.set()
            time.sleep(0.005)
            turns.end()

    worker = threading.Thread(target=portions)
    worker.start()
    started.wait()
    for _ in range(3):
        taken(turns)
        order.append(-1)
    worker.join()
    assert order.index(-1) < 5, order


def test_turns_are_taken_in_the_order_of_asking() -> None:
    turns, order, asking = Turns(), list[int](), list[threading.Thread]()
    turns.take(nothing, 0.01)
    for number in range(5):
        waits = threading.Event()

        def ask(number: int = number, waits: threading.Event = waits) -> None:
            turns.take(waits.set, 0.01)
            order.append(number)
            turns.end()

        asking.append(threading.Thread(target=ask))
        asking[-1].start()
        assert waits.wait(5)
    turns.end()
    for thread in asking:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_turn_within_a_turn_ends_with_the_outer_one() -> None:
    turns, entered = Turns(), threading.Event()
    turns.take(nothing, 0.01)
    turns.take(nothing, 0.01)
    waits = threading.Event()

    def enter() -> None:
        turns.take(waits.set, 0.01)
        entered.set()
        turns.end()

    other = threading.Thread(target=enter)
    other.start()
    assert waits.wait(5)
    turns.end()
    assert not entered.wait(0.05)
    turns.end()
    assert entered.wait(5)
    other.join()


def test_whoever_stops_waiting_is_left_out() -> None:
    turns = Turns()
    turns.take(nothing, 0.01)
    failed = threading.Event()

    def give_up() -> None:
        with pytest.raises(ZeroDivisionError):
            turns.take(lambda: 1 / 0, 0.01)
        failed.set()

    other = threading.Thread(target=give_up)
    other.start()
    assert failed.wait(5)
    other.join()
    turns.end()
    taken(turns)


def test_a_turn_that_came_just_when_waiting_was_given_up_goes_to_the_next() -> None:
    turns = Turns()
    turns.take(nothing, 0.01)

    def hand_over_and_fail() -> None:
        owner.set()
        ended.wait(5)
        raise ZeroDivisionError

    owner, ended = threading.Event(), threading.Event()

    def give_up() -> None:
        with pytest.raises(ZeroDivisionError):
            turns.take(hand_over_and_fail, 0.01)

    other = threading.Thread(target=give_up)
    other.start()
    assert owner.wait(5)
    turns.end()
    ended.set()
    other.join()
    taken(turns)


def test_nobody_ends_the_turn_of_another() -> None:
    turns = Turns()
    with pytest.raises(RuntimeError):
        turns.end()


def test_who_comes_back_does_not_wait_for_long_work_again() -> None:
    turns, order = Turns(), list[str]()
    started, ended = threading.Event(), threading.Event()

    def long_work() -> None:
        with turns.patiently():
            while not ended.is_set():
                turns.take(nothing, 0.01)
                order.append("work")
                started.set()
                time.sleep(0.005)
                turns.end()

    worker = threading.Thread(target=long_work)
    worker.start()
    assert started.wait(5)
    for number in range(20):
        taken(turns)
        order.append(f"reader {number}")
    ended.set()
    worker.join()
    between = order[order.index("reader 0") : order.index("reader 19") + 1]
    assert between.count("work") <= 2, order


def test_long_work_goes_on_though_somebody_reads_all_the_time() -> None:
    turns, ended = Turns(), threading.Event()

    def read() -> None:
        while not ended.is_set():
            taken(turns)
            time.sleep(0.0005)

    reader = threading.Thread(target=read)
    reader.start()
    start = time.monotonic()
    with turns.patiently():
        for _ in range(3):
            taken(turns)
    took = time.monotonic() - start
    ended.set()
    reader.join()
    assert took < 2


def test_alone_patience_takes_no_time() -> None:
    turns = Turns()
    taken(turns)
    start = time.perf_counter()
    with turns.patiently(), turns.patiently():
        for _ in range(1000):
            taken(turns)
    assert time.perf_counter() - start < 1


def test_who_has_the_turn_learns_that_somebody_waits() -> None:
    turns, waits = Turns(), threading.Event()
    turns.take(nothing, 0.01)
    assert not turns.wanted()

    def wait() -> None:
        turns.take(waits.set, 0.01)
        turns.end()

    other = threading.Thread(target=wait)
    other.start()
    assert waits.wait(5)
    assert turns.wanted()
    turns.end()
    other.join()
    assert not turns.wanted()


def test_work_learns_that_others_have_had_the_turn() -> None:
    turns = Turns()
    taken(turns)
    assert not turns.shared(60), "its own turns do not count"

    def patient() -> None:
        with turns.patiently():
            taken(turns)

    for work, shared in ((patient, False), (lambda: taken(turns), True)):
        other = threading.Thread(target=work)
        other.start()
        other.join()
        assert turns.shared(60) == shared
    time.sleep(0.01)
    assert not turns.shared(0.005)
