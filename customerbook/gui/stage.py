"""Where the pages stand: built when first shown, told of changes, restored after a lock."""

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from customerbook.gui.pages import Page, page_kind, state_of
from customerbook.gui.shell import Shell
from customerbook.model import clock
from customerbook.model.change import Change

_OLD = 60.0
"""Seconds after which a page is looked at again when it is shown: it says "in 40 min"."""


class Stage(QStackedWidget):
    """One page at a time; `shown` carries the id of the page that came up."""

    shown = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._pages: dict[str, QWidget] = {}
        self._states: dict[str, dict[str, Any]] = {}
        self._fresh: dict[str, float] = {}
        self._current = ""

    def page_id(self) -> str:
        """The page that is shown; empty before the first."""
        return self._current

    def page(self) -> QWidget | None:
        """The page that is shown, as a widget."""
        return self._pages.get(self._current)

    def built(self, page_id: str) -> QWidget | None:
        """A page that was shown before; None otherwise."""
        return self._pages.get(page_id)

    def show_page(self, page_id: str) -> QWidget:
        """Bring up a page, as fresh as if it were new."""
        page = self._pages.get(page_id) or self._build(page_id)
        self._current = page_id
        self.setCurrentWidget(page)
        now = clock.now().timestamp()
        if abs(now - self._fresh.get(page_id, 0.0)) > _OLD:
            cast("Page", page).refresh(None)
            self._fresh[page_id] = now
        self.shown.emit(page_id)
        return page

    def refresh(self, change: Change | None) -> None:
        """Tell the page that is shown of a change; the others look when they are shown again."""
        for page_id, page in self._pages.items():
            if page_id == self._current:
                cast("Page", page).refresh(change)
            else:
                self._fresh.pop(page_id, None)

    def states(self) -> dict[str, dict[str, Any]]:
        """Where each page stands: ids and positions only."""
        return {**self._states, **{name: state_of(page) for name, page in self._pages.items()}}

    def restore(self, states: dict[str, dict[str, Any]]) -> None:
        """Let pages come back as they were when they are shown the next time."""
        self._states = dict(states)

    def _build(self, page_id: str) -> QWidget:
        page = page_kind(page_id).build(self._shell)
        self._pages[page_id] = page
        self.addWidget(page)
        cast("Page", page).refresh(None)
        self._fresh[page_id] = clock.now().timestamp()
        state = self._states.pop(page_id, None)
        restore = getattr(page, "restore", None)
        if state and restore is not None:
            restore(state)
        return page
