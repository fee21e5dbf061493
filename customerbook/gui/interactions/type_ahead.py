"""A field that offers what fits while one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from customerbook.gui.interactions.suggestions import Suggestion, Suggestions
from customerbook.gui.widgets.row_delegate import RowDelegate
from customerbook.gui.widgets.text_field import FieldHeight, TextField

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TypeAhead(TextField):
    """Offers what `offers(text)` gives; `taken(value)` fires when one is chosen.

    Down and Up move in the list, Enter takes the current offer, Escape closes the list only.
    """

    taken = Signal(object)

    def __init__(
        self,
        offers: Callable[[str], Sequence[Suggestion]],
        *,
        label: str,
        placeholder: str = "",
        icon: str = "search",
        delegate: Callable[[], RowDelegate],
        height: FieldHeight = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label=label,
            placeholder=placeholder,
            icon=icon,
            clearable=True,
            height=height,
            parent=parent,
        )
        self._offers = offers
        self._delegate = delegate
        self._suggestions: Suggestions | None = None
        self.textEdited.connect(self.suggest)
        self.textChanged.connect(self._close_if_empty)

    @property
    def suggestions(self) -> Suggestions:
        """The list, made when it is first looked at: most forms are opened and want none."""
        if self._suggestions is None:
            self._suggestions = Suggestions(self, self._delegate(), label=self.accessibleName())
            self._suggestions.chosen.connect(self.taken)
        return self._suggestions

    def suggest(self, text: str) -> None:
        """Offer what fits to this text; nothing for no text."""
        self.suggestions.offer(self._offers(text) if text.strip() else [])

    def close_list(self) -> None:
        """Offer nothing for now."""
        if self._suggestions is not None:
            self._suggestions.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and choose in the list; all else is typed."""
        listed = self._suggestions is not None and not self._suggestions.isHidden()
        key = Qt.Key(event.key())
        if listed and key in _STEPS:
            self.suggestions.step(_STEPS[key])
        elif listed and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.suggestions.take()
        elif listed and key == Qt.Key.Key_Escape:
            self.close_list()
        elif key == Qt.Key.Key_Down and self.text().strip():
            self.suggest(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when one goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.close_list()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list along."""
        super().hideEvent(event)
        self.close_list()

    def _close_if_empty(self, text: str) -> None:
        if not text.strip():
            self.close_list()
