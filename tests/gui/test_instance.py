"""A second start asks the window that has the book to come forward."""

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from customerbook.gui.instance import ShowRequests, ask_to_show


def test_the_window_that_has_the_book_hears_of_it(qtbot: QtBot, home: Path) -> None:
    requests = ShowRequests(home / "One.customerbook")
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(ask_to_show(home / "One.customerbook")))
    with qtbot.waitSignal(requests.asked, timeout=4000):
        asking.start()
    asking.join()
    assert answers == [True]
    requests.stop()


def test_another_book_is_none_of_its_business(qtbot: QtBot, home: Path) -> None:
    requests = ShowRequests(home / "One.customerbook")
    with qtbot.assertNotEmitted(requests.asked):
        assert not ask_to_show(home / "Two.customerbook", patience=0.1)
    requests.stop()


def test_without_a_window_nobody_answers_and_nothing_is_left(home: Path) -> None:
    assert not ask_to_show(home / "One.customerbook", patience=0.1)
    assert not [path for path in home.rglob("windows/*") if path.is_file()]
