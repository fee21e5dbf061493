import threading
import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from customerbook.gui.jobs import Jobs, Progress


def test_work_lets_a_busy_window_go_first(qapp: QApplication) -> None:
    jobs, loop = Jobs(), QEventLoop()
    asked, looks = threading.Event(), list[float]()

    def work(progress: Progress) -> None:
        asked.wait(5)
        time.sleep(0.02)  # whoever looks at once cannot know yet
        progress.give_way()
        looks.append(time.monotonic())

    ended: list[float] = []

    def keep_busy() -> None:
        asked.set()
        end = time.monotonic() + 0.06
        while time.monotonic() < end:
            pass
        ended.append(time.monotonic())

    jobs.start(work, done=lambda _nothing: loop.quit())
    QTimer.singleShot(50, keep_busy)
    loop.exec()
    assert looks[0] >= ended[0], "the work went on while the window was busy"


def test_work_goes_on_where_no_loop_runs(qapp: QApplication) -> None:
    jobs, done = Jobs(), threading.Event()

    def work(progress: Progress) -> None:
        assert not progress.cancelled()
        done.set()

    jobs.start(work, done=lambda _nothing: None)
    assert done.wait(5)
    assert jobs.stop_all()
