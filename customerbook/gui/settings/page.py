"""The Settings page: sections as tabs, the chosen one on the card beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from customerbook.gui import theme
from customerbook.gui.commands import N_
from customerbook.gui.settings.appearance import AppearanceSection
from customerbook.gui.settings.change_log import ChangeLogSection
from customerbook.gui.settings.section import Section
from customerbook.gui.settings.section_tab import SectionTabs
from customerbook.gui.settings.shop import ShopSection
from customerbook.gui.settings.snippets import SnippetsSection
from customerbook.gui.settings.topics import TopicsSection
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.card import Card
from customerbook.gui.widgets.heading import PageTitle
from customerbook.gui.widgets.overlay_bar import OverlayBar
from customerbook.gui.widgets.scroll_area import ScrollArea
from customerbook.model.change import Change
from customerbook.model.texts import _


@dataclass(frozen=True)
class SectionKind:
    """One section of the settings."""

    id: str
    title: str
    icon: str
    build: Callable[[Shell], Section]


SECTIONS = (
    SectionKind("shop", N_("Shop and letterhead"), "store", ShopSection),
    SectionKind("topics", N_("Topics"), "tag", TopicsSection),
    SectionKind("snippets", N_("Snippets"), "list-indent-increase", SnippetsSection),
    SectionKind("appearance", N_("Appearance"), "sun-moon", AppearanceSection),
    SectionKind("change-log", N_("Change log"), "rotate-ccw-clock", ChangeLogSection),
)

_NARROW = 820


class SettingsPage(QWidget):
    """Each section is built when it is first shown."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._sections: dict[str, tuple[Section, QScrollArea]] = {}
        self._current = ""
        self._tabs = SectionTabs()
        for kind in SECTIONS:
            self._tabs.add(kind.id, _(kind.title), kind.icon)
        self._tabs.chosen.connect(self.show_section)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self._title = PageTitle(_("Settings"))
        self._title.setContentsMargins(8, 0, 0, 0)
        left.addWidget(self._title)
        left.addSpacing(12)
        left.addWidget(self._tabs)
        left.addStretch(1)
        self._card = Card(edge="line2")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 24, 16)
        line.setSpacing(0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 4, 0, 0)
        right.addWidget(self._card)
        line.addLayout(left, 0)
        line.addLayout(right, 1)
        self.show_section(SECTIONS[0].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs as icons where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < theme.current().px(_NARROW)
        self._title.setVisible(not narrow)
        self._tabs.set_narrow(narrow=narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys scroll the section, also while a tab has the keyboard."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
            return
        bar = self._sections[self._current][1].verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def show_section(self, section_id: str) -> None:
        """Show one of `SECTIONS`."""
        if section_id not in self._sections:
            self._add(section_id)
        before = self._sections.get(self._current)
        if before is not None and self._current != section_id:
            before[0].leave()
            before[1].hide()
        self._current = section_id
        section, area = self._sections[section_id]
        area.show()
        section.refresh(None)
        self._tabs.choose(section_id)

    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[self._current][0]

    def refresh(self, change: Change | None) -> None:
        """Look again at what a change touches."""
        self.section().refresh(change)

    def focus_first(self) -> None:
        """Give the focus to the tab of the section that is shown."""
        for tab in self._tabs.tabs():
            if tab.isChecked():
                tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        """Which section is shown."""
        return {"section": self._current}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the section that was shown."""
        if state.get("section") in {kind.id for kind in SECTIONS}:
            self.show_section(state["section"])

    def _add(self, section_id: str) -> None:
        kind = next(kind for kind in SECTIONS if kind.id == section_id)
        section = kind.build(self._shell)
        area = ScrollArea(section)
        OverlayBar(area)
        self._sections[section_id] = (section, area)
        self._card.add(area, 1)
