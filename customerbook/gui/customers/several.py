"""Which customers are chosen together: ids, so that choosing 100,000 takes no time."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Several(QObject):
    """A set of ids; `changed()` fires when another set is chosen."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ids: set[int] = set()
        self._anchor = 0
        self._before: set[int] = set()

    def turn(self, customer_id: int) -> None:
        """Choose a customer too, or no more; a range goes from them."""
        self.ids.symmetric_difference_update({customer_id})
        self.start(customer_id)
        self.changed.emit()

    def start(self, customer_id: int) -> None:
        """Let a range go from this customer; what was chosen before stays beside it."""
        self._anchor, self._before = customer_id, set(self.ids)

    def anchor(self) -> int:
        """The customer a range goes from; 0 before there is one."""
        return self._anchor

    def extend(self, between: Iterable[int]) -> None:
        """Choose the customers of a range, in place of the range before."""
        self.ids = self._before.union(between)
        self.changed.emit()

    def choose(self, ids: Collection[int]) -> None:
        """Choose these and no others."""
        self.ids = set(ids)
        self.forget_anchor()
        self.changed.emit()

    def clear(self) -> None:
        """Choose nobody."""
        self.forget_anchor()
        if self.ids:
            self.ids = set()
            self.changed.emit()

    def keep(self, known: Collection[int]) -> None:
        """Leave out who is not among these any more."""
        if self.ids:
            left = self.ids.intersection(known)
            if len(left) != len(self.ids):
                self.ids = left
                self.changed.emit()

    def forget_anchor(self) -> None:
        """Let the next range go from the current row."""
        self._anchor = 0
