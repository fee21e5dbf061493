"""Buttons that stay down or up, pressed by a screen reader as well as by a hand."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object


class Turnable(_Button):
    """What a checkable button has beside its own class, named before it: `Turnable, QCheckBox`.

    Screen readers turn such a button instead of clicking it, and Qt then tells `toggled` alone.
    So that nobody has to listen to both, being turned by one counts as a click: `clicked` fires,
    as it does for mouse and keys, and never for `setChecked` from the program.
    """

    _told = False
    """Whether the program or a click is turning it just now."""

    def count_turns(self) -> None:
        """Begin to; once the button is made."""
        self.toggled.connect(self._turned)

    def setChecked(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own
        """Turn it from the program, without `clicked`."""
        before, self._told = self._told, True
        super().setChecked(checked)
        self._told = before

    def nextCheckState(self) -> None:
        """Turn it by a click, of which Qt tells by itself."""
        before, self._told = self._told, True
        super().nextCheckState()
        self._told = before

    def _turned(self, on: bool) -> None:  # noqa: FBT001 - a signal's
        group = self.group()
        one_of_several = self.autoExclusive() or (group is not None and group.exclusive())
        if not self._told and (on or not one_of_several):  # another one pushed it up
            self.clicked[bool].emit(on)  # type: ignore[index]  # stubs know no overloads
