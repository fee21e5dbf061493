"""A bug: told in the window, and logged without a word of what somebody typed."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from customerbook.gui.crash import CrashHook, whereabouts, write_log
from customerbook.gui.crash_sheet import CrashSheet

SECRET = "Oliver Müller, +49 171 3920014"


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[CrashHook]:
    made = CrashHook()
    with capture_exceptions():
        made.install()
        yield made
        made.remove()


def fails(secret: str) -> None:
    raise ValueError(f"cannot read {secret}")


def caught() -> ValueError:
    try:
        fails(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_whereabouts_say_where_and_not_what() -> None:
    places = whereabouts(caught())
    assert places.startswith("ValueError in test_crash.py:")
    assert "fails" in places
    assert "Oliver" not in places


def test_a_bug_is_told_once_on_this_thread(
    qtbot: QtBot, hook: CrashHook, expect_log: Callable[[str], None]
) -> None:
    expect_log("customerbook.gui: bug: ValueError in test_crash.py")
    error = caught()
    with qtbot.waitSignal(hook.crashed) as told:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "Oliver" not in told.args[0]


def test_a_bug_in_a_worker_is_told_too(
    qtbot: QtBot, hook: CrashHook, expect_log: Callable[[str], None]
) -> None:
    expect_log("customerbook.gui: bug: ValueError")
    with qtbot.waitSignal(hook.crashed):
        worker = threading.Thread(target=fails, args=(SECRET,))
        worker.start()
        worker.join()


def test_the_hooks_of_before_come_back(qtbot: QtBot) -> None:
    before = (sys.excepthook, threading.excepthook)
    made = CrashHook()
    made.install()
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_log_lies_in_the_folder_of_this_account(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("customerbook.gui: bug")
    handler = write_log(tmp_path)
    try:
        logging.getLogger("customerbook.gui").error("bug: %s", whereabouts(caught()))
    finally:
        logging.getLogger("customerbook").removeHandler(handler)
        handler.close()
    written = (tmp_path / "customerbook.log").read_text(encoding="utf-8")
    assert "ValueError in test_crash.py" in written
    assert "Oliver" not in written


def test_the_sheet_says_what_is_safe_and_what_to_do(qtbot: QtBot, look: None) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    sheet = CrashSheet(host, "ValueError in one.py:1 a < two.py:2 b")
    sheet.open(sheet.first)
    assert sheet.places.text() == "ValueError in one.py:1 a\ntwo.py:2 b"
    with qtbot.waitSignal(sheet.closed):
        sheet.first.click()
