"""Fields that give back exactly what was put into them, as long as nobody types."""

from customerbook.gui.widgets.note_field import NoteField
from customerbook.gui.widgets.text_field import TextField


class KeptField(TextField):
    """A line; `value()` is what `put` was given, however odd, until a person changes it."""

    _was = _shown = ""

    def put(self, text: str) -> None:
        """Put a value into the field."""
        self.setText(text)
        self._was, self._shown = text, self.text()

    def value(self) -> str:
        """What was put in, or what was typed instead without space around it."""
        typed = self.text()
        return self._was if typed == self._shown else " ".join(typed.split())


class KeptNote(NoteField):
    """The same for text over several lines."""

    _was = _shown = ""

    def put(self, text: str) -> None:
        """Put a value into the field."""
        self.setPlainText(text)
        self._was, self._shown = text, self.toPlainText()

    def value(self) -> str:
        """What was put in, or what was typed instead without space around it."""
        typed = self.toPlainText()
        return self._was if typed == self._shown else typed.strip()
