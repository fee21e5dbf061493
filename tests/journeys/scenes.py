"""Scenes: what a person does while the program works, in the program's own event loop."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui.window import Window

Scene = Iterator[float]
"""Does something, and then gives the seconds that pass until the next thing is done."""
_PARTS = ("ba", "ro", "mi", "tel", "kan", "us", "er", "lo", "vi", "dra", "sch", "mann", "berg")


def play(scene: Scene) -> None:
    """Let a scene run to its end; what it raises is raised here.

    The loop is the program's own, in which workers get their share, unlike in Qt's for tests.
    """
    loop, raised = QEventLoop(), list[BaseException]()

    def go_on() -> None:
        try:
            pause = next(scene)
        except StopIteration:
            loop.quit()
        except BaseException as error:
            raised.append(error)
            loop.quit()
        else:
            QTimer.singleShot(round(pause * 1000), loop, go_on)

    QTimer.singleShot(0, loop, go_on)
    loop.exec()
    if raised:
        raise raised[0]


def typed(field: QWidget, text: str) -> Scene:
    """Type into a field, as fast as a quick person does."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
        yield 0.06


def look_round(window: Window) -> Scene:
    """Look up customers and go from page to page."""
    for page in ("customers", "today", "followups", "customers"):
        window.go(page)
        yield 0.1
    for text in ("mul", "0014", "ba"):
        yield from typed(window.top.field, text)
        found = window.session.book.customers.find(text, 1)
        if found:
            window.open_customer(found[0].line.id)
            yield 0.1
        window.top.field.clear()
        yield 0.05


def table_of(count: int, file: Path) -> Path:
    """Write a table of so many invented customers."""
    draw = random.Random(7)

    def word(parts: int) -> str:
        return "".join(draw.choice(_PARTS) for _ in range(parts)).capitalize()

    with file.open("w", encoding="utf-8", newline="") as text:
        table = csv.writer(text)
        table.writerow(["First Name", "Last Name", "Company", "Phone", "E-mail", "Street", "City"])
        for number in range(count):
            given, family = word(2), word(3)
            mail = f"{given}.{family}{number}@example.net".lower()
            company = word(3) if number % 5 == 0 else ""
            phone = f"+4917{draw.randrange(10**8):08}"
            street = f"{word(2)}str. {draw.randrange(1, 90)}"
            table.writerow([given, family, company, phone, mail, street, word(2)])
    return file
