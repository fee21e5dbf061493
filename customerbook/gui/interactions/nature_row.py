"""What kind of matter it was; nothing is chosen until a person chooses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.interactions.words import nature_name
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.interaction import Nature
from customerbook.model.texts import _


class NatureRow(QWidget):
    """The natures side by side; pressing the chosen one again takes the choice back.

    `changed()` fires when a person chooses.
    """

    spoken_role = SpokenRole.Grouping

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts = [Part(nature.value, nature_name(nature)) for nature in Nature]
        self._row = Segmented(parts, label=_("Nature"), stretch=True)
        self._row.chosen.connect(self._pressed)
        self._nature: Nature | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.setFocusProxy(self._row.segments()[0])
        self.choose(None)
        for segment in self._row.segments()[1:]:
            # Qt lets Tab stop at each while none is chosen.
            segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def nature(self) -> Nature | None:
        """What is chosen."""
        return self._nature

    def choose(self, nature: Nature | None) -> None:
        """Choose one, or none."""
        self._nature = nature
        segments = self._row.segments()
        group = segments[0].group()
        group.setExclusive(False)
        for segment in segments:
            segment.setChecked(nature is not None and segment.part.value == nature.value)
        group.setExclusive(True)

    def segments(self) -> list[QWidget]:
        """The parts as buttons."""
        return list(self._row.segments())

    def _pressed(self, value: str) -> None:
        nature = Nature(value)
        self.choose(None if nature is self._nature else nature)
        self.changed.emit()
