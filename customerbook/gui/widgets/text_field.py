"""A line to type in, with what stands inside it: icon, hint, clear button, eye, error mark."""

from typing import Literal

from PySide6.QtCore import QEvent, QMargins, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from customerbook.gui import theme
from customerbook.gui.widgets.button import IconButton
from customerbook.gui.widgets.flags import set_flag
from customerbook.gui.widgets.painting import draw_icon, draw_text, mirrored, text_width
from customerbook.model.texts import _

FieldHeight = Literal[32, 40, 44]

_GOING_ON = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.MouseFocusReason,
    }
)


class TextField(QLineEdit):
    """A field; `icon` at its start, at its end a `hint`, a clear button, an eye or a tick.

    `label` is the accessible name where no `MarginForm` row gives one.
    """

    def __init__(
        self,
        text: str = "",
        *,
        label: str = "",
        placeholder: str = "",
        icon: str = "",
        hint: str = "",
        clearable: bool = False,
        secret: bool = False,
        height: FieldHeight = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.icon_name = icon
        self._hint = hint
        self._height: FieldHeight = height
        self._error = ""
        self._tick = False
        self._told = False
        self._edited = ""
        self._at_start = False
        self._clear: IconButton | None = self._make_clear() if clearable else None
        self._eye: IconButton | None = self._make_eye() if secret else None
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._note_edited)
        self.textChanged.connect(self._heed)
        self.textChanged.connect(self._arrange)
        self.restyle()
        self._show_start()

    def setText(self, text: str | None) -> None:
        """Show another text, from the program: `textEdited` stays silent."""
        before, self._told = self._told, True
        super().setText(text)
        self._told = before
        if not self.hasFocus():
            self._show_start()

    def clear(self) -> None:
        """Show nothing, from the program."""
        self.setText("")

    def restyle(self) -> None:
        """Take font and height at the text size in force."""
        self.setFont(theme.current().font("text"))
        self.setFixedHeight(theme.current().px(self._height))
        self._align()
        self._arrange()

    def show_hint(self, hint: str) -> None:
        """Show other quiet words at the end of the field."""
        self._hint = hint
        self._arrange()

    def show_error(self, sentence: str) -> None:
        """Mark the field as wrong and tell screen readers why; empty takes the mark away."""
        self._error = sentence
        self.setAccessibleDescription(sentence)
        set_flag(self, "error", on=bool(sentence))
        self._arrange()

    def error(self) -> str:
        """The sentence the field is marked with, or nothing."""
        return self._error

    def show_tick(self, *, shown: bool) -> None:
        """Show that the field is as it should be."""
        self._tick = shown
        self._arrange()

    def set_band(self, *, amber: bool) -> None:
        """Take the edge of fields that stand on the amber band."""
        set_flag(self, "band", on=amber)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on at the end of what stands there, unless the mouse or Tab says where."""
        super().focusInEvent(event)
        pointed = event.reason() == Qt.FocusReason.MouseFocusReason or self.hasSelectedText()
        if self._at_start and not pointed:
            self.end(False)  # noqa: FBT003 - Qt's own
        self._at_start = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show how a long text begins to whoever goes on to the next field."""
        super().focusOutEvent(event)
        if event.reason() in _GOING_ON:
            self._show_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands inside in its place."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Mirror what stands inside with the direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint field and text, then icon, hint and marks."""
        super().paintEvent(event)
        painter = QPainter(self)
        direction = self.layoutDirection()
        if self.icon_name:
            place = mirrored(self._icon_rect(), self.rect(), direction)
            side = theme.current().px(18)
            centre = place.toRectF().center()
            draw_icon(painter, centre, self.icon_name, side, "ink2", direction=direction)
        if self._error or self._tick:
            place = mirrored(self._mark_rect(), self.rect(), direction)
            centre, side = place.toRectF().center(), theme.current().px(18)
            if self._error:
                draw_icon(painter, centre, "circle-alert", side, "red")
            else:
                draw_icon(painter, centre, "check", side, "accent")
        if self._hint_shown():
            place = mirrored(self._hint_rect(), self.rect(), direction)
            draw_text(painter, place, self._hint, "meta", "ink3", direction=direction)

    def _note_edited(self, text: str) -> None:
        self._edited = text

    def _heed(self, text: str) -> None:
        """Have `textEdited` fire for what a screen reader or dictation has put in, too."""
        if not self._told and text != self._edited:
            self.textEdited.emit(text)
        self._edited = text

    def _make_clear(self) -> IconButton:
        button = IconButton("x", _("Clear"), icon_size=16, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.clear)
        return button

    def _make_eye(self) -> IconButton:
        self.setEchoMode(QLineEdit.EchoMode.Password)
        button = IconButton("eye", _("Show the passphrase"), parent=self)
        button.clicked.connect(self._turn_eye)
        return button

    def _turn_eye(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        if self._eye is not None:
            if hidden:
                self._eye.show_icon("eye-off", _("Hide the passphrase"))
            else:
                self._eye.show_icon("eye", _("Show the passphrase"))

    def _end_buttons(self) -> list[IconButton]:
        return [button for button in (self._eye, self._clear) if button is not None]

    def end_room(self) -> int:
        """Pixels at the end that buttons and marks need."""
        px = theme.current().px
        taken = px(32) * sum(not button.isHidden() for button in self._end_buttons())
        return taken + (px(28) if self._error or self._tick else 0)

    def _hint_shown(self) -> bool:
        free = self.width() - self.end_room() - 2 * 13 - 24
        typed = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText())
        return bool(self._hint) and typed + text_width(self._hint, "meta") < free

    def _icon_rect(self) -> QRect:
        return QRect(12, 0, theme.current().px(18), self.height())

    def _mark_rect(self) -> QRect:
        side = theme.current().px(18)
        shift = theme.current().px(32) * sum(not b.isHidden() for b in self._end_buttons())
        return QRect(self.width() - shift - 12 - side, 0, side, self.height())

    def _hint_rect(self) -> QRect:
        width = text_width(self._hint, "meta")
        return QRect(self.width() - self.end_room() - 13 - width, 0, width, self.height())

    def _show_start(self) -> None:
        """Show the beginning of a text that is longer than the field, not its end."""
        self.home(False)  # noqa: FBT003 - Qt's own
        self._at_start = True

    def _align(self) -> None:
        """Let the text begin where the field begins, whichever way its own script runs."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        mirrored_field = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored_field else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)

    def _arrange(self) -> None:
        """Place the buttons and keep the text clear of everything."""
        if self._clear is not None:
            self._clear.setVisible(bool(self.text()) and not self.isReadOnly())
        x = self.width() - 4
        for button in self._end_buttons():
            if button.isHidden():
                continue
            side = button.sizeHint().width()
            top = (self.height() - side) // 2
            x -= side
            place = QRect(x, top, side, side)
            button.setGeometry(mirrored(place, self.rect(), self.layoutDirection()))
        start = theme.current().px(28) if self.icon_name else 0
        end = self.end_room() + (text_width(self._hint, "meta") + 8 if self._hint_shown() else 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        if self.textMargins() != (margins := QMargins(start, 0, end, 0)):
            self.setTextMargins(margins)
        self.update()
