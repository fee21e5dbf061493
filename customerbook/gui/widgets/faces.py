"""The rating: five faces from annoyed to delighted, none of them when it was not asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customerbook.gui.widgets.label import Label
from customerbook.gui.widgets.outcome_row import Outcome, OutcomeRow
from customerbook.gui.widgets.spoken import SpokenRole
from customerbook.model.texts import _

ICONS = (
    "face-angry",
    "face-slightly-frowning",
    "face-neutral",
    "face-slightly-smiling",
    "face-grinning",
)


class FacesRow(QWidget):
    """Five faces and what they mean in words; choosing the chosen one again takes it back."""

    spoken_role = SpokenRole.Grouping

    rated = Signal(int)

    def __init__(self, rating: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = face_words()
        faces = [
            Outcome(str(step), words[step], ICONS[step - 1], icon_only=True) for step in range(1, 6)
        ]
        self._row = OutcomeRow(faces, label=_("Rating"), optional=True, height=32)
        self._words = Label(words[0], "text", "ink2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._row)
        line.addWidget(self._words)
        line.addStretch(1)
        self._row.chosen.connect(self._chosen)
        self.setFocusProxy(self._row.buttons()[0])
        self.rate(rating)

    def rating(self) -> int:
        """1 to 5, or 0 when it was not asked."""
        return int(self._row.value() or 0)

    def rate(self, rating: int) -> None:
        """Show a rating; 0 for none."""
        self._row.choose(str(rating) if rating else "")
        self._words.show_text(face_words()[rating])

    def _chosen(self, value: str) -> None:
        rating = int(value or 0)
        self._words.show_text(face_words()[rating])
        self.rated.emit(rating)


def face_words() -> tuple[str, ...]:
    """What 0 (not asked) to 5 mean."""
    return (
        _("Not asked"),
        _("Very unhappy"),
        _("Unhappy"),
        _("So-so"),
        _("Happy"),
        _("Very happy"),
    )
