"""The log form: who, what about, how it ended, what was promised; finished without a mouse."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customerbook.gui.interactions.answer import answer
from customerbook.gui.interactions.draft import DraftKeeper
from customerbook.gui.interactions.draft_state import DraftState
from customerbook.gui.interactions.log_fields import LogFields
from customerbook.gui.interactions.moment_row import MomentLink, Stopwatch
from customerbook.gui.interactions.reading import reader_of
from customerbook.gui.interactions.words import log_title
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.banner import Banner
from customerbook.gui.widgets.button import Button
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.sheet import Sheet
from customerbook.model.channel import Channel, Direction
from customerbook.model.errors import BookError, ConflictError, InvalidInputError
from customerbook.model.interaction import Interaction, Outcome
from customerbook.model.texts import _

KEYS: Final = {
    "save": "Ctrl+Return",
    "print": "Ctrl+Shift+Return",
    "customer": "Alt+C",
    "note": "Alt+T",
    "private": "Alt+V",
    "moment": "Alt+W",
    Outcome.RESOLVED.value: "Alt+R",
    Outcome.PROMISED.value: "Alt+P",
    Outcome.TO_FOLLOW_UP.value: "Alt+F",
    Outcome.NO_ANSWER.value: "Alt+N",
    Outcome.INFORMATION.value: "Alt+I",
}
"""Keys of the form; those of the page rest while it is open."""


class LogForm(Sheet):
    """A sheet of 800 that logs one contact in one stroke.

    It is made by going through `build`, which may be done ahead, and then told by `begin` what is
    logged. Escape closes it and keeps the draft; Cancel throws it away, after asking on the button
    itself.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.sheet_host(), "", width=800)
        self._shell = shell
        session = shell.session
        self._reader = reader_of(session)
        self.watch = Stopwatch(self._reader, session.zone.key)
        # Rows are put into a form that is in its place already: moving it with all that is in it
        # would cost as much as making it.
        form = MarginForm()
        self.trouble = Trouble()
        self.set_body(_under(self.trouble, form))
        self.fields = LogFields(
            form,
            session,
            self._reader,
            self.watch,
            KEYS,
            parent=self,
        )

    def build(self) -> Iterator[None]:
        """Make all that is in it, step by step, each of some 10 ms."""
        yield from self.fields.build()
        yield
        self._fill()
        yield
        self.settle()

    def begin(
        self,
        channel: Channel,
        *,
        customer_id: int | None = None,
        completes: int | None = None,
        direction: Direction | None = None,
    ) -> None:
        """Show what is known when it opens, and what was typed before for the same matter.

        `customer_id` is who it is with, `completes` a follow-up that saving it completes.
        """
        outbound = completes is not None
        self.watch.start()
        self.fields.begin(
            channel,
            direction or (Direction.OUTBOUND if outbound else Direction.INBOUND),
            customer_id=customer_id,
            completes=completes,
        )
        self._drafts = DraftKeeper(
            self._shell.session,
            self._shell.jobs,
            name="log",
            matter=_matter(channel, customer_id, completes),
            values=self.fields.values,
            parent=self,
        )
        self._drafts.kept.connect(self.state.say_kept)
        self._follow()
        self._restore()
        self.fields.edited.connect(self._edited)

    @property
    def kept(self) -> SignalInstance:
        """Fires when the draft lies in the book."""
        return self._drafts.kept

    def tab_stops(self) -> list[QWidget]:
        """What Tab comes to, in its order."""
        return self._tab_stops()

    def open(self, first: QWidget | None = None) -> None:
        """Show the form with the cursor in Customer, or in the note if the customer is known."""
        super().open(first or self.fields.first_field())

    def keep_draft(self) -> None:
        """Keep what was typed before the book is locked or closed."""
        self._drafts.keep()

    def dismiss(self) -> None:
        """Close the form; what was typed is kept as a draft."""
        self._drafts.keep()
        super().dismiss()

    def throw_away(self) -> None:
        """Close the form and forget what was typed; asks once if that is anything."""
        if not self.fields.is_blank() and self._cancel.kind != "danger":
            self._cancel.set_kind("danger")
            self._cancel.setText(_("Throw it away"))
            return
        self._drafts.drop()
        super().dismiss()

    def save(self, *, and_print: bool = False) -> bool:
        """Log it; False with what is wrong said at its field, and nothing lost."""
        wrong = self.fields.first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        session, who = self._shell.session, self.fields.who
        try:
            change = session.do(
                session.book.interactions.log,
                self.fields.interaction(),
                followup=self.fields.followup(),
                new_customer=who.field.new_customer,
                completes=who.completes,
            )
        except BookError as error:
            self._tell(error)
            return False
        logged = change.first(Interaction)
        self._drafts.drop()
        super().dismiss()
        self._shell.toast(_("Saved as {reference}").format(reference=logged.reference), undo=True)
        if and_print:
            self._shell.print_now("confirmation", logged.id)
        return True

    def _fill(self) -> None:
        fields = self.fields
        self._link = MomentLink(self.watch, KEYS["moment"])
        self._link.clicked.connect(fields.show_moment)
        self.add_to_head(self._link)
        self.state = DraftState()
        self._cancel = Button(_("Cancel"), kind="quiet", tone="ink2")
        self._cancel.explain(_("Throws the draft away. Escape closes and keeps it."))
        self._print = Button(_("Save and print"), icon="printer", keys=KEYS["print"])
        self._save = Button(_("Save"), kind="primary", keys=KEYS["save"])
        self._cancel.clicked.connect(self.throw_away)
        self._print.clicked.connect(lambda: self.save(and_print=True))
        self._save.clicked.connect(self.save)
        self.set_foot(self._cancel, self._print, self._save, state=self.state)
        for name, act in _acts(self).items():
            answer(self, KEYS[name], act)

    def _restore(self) -> None:
        values: dict[str, Any] = self._drafts.found()
        if not values:
            return
        self.fields.show_values(values)
        self.watch.reopen(values["opened"])
        self.state.say_kept()
        self._follow()

    def _edited(self) -> None:
        self._follow()
        self.state.say_nothing()
        if self._cancel.kind == "danger":
            self._cancel.set_kind("quiet")
            self._cancel.setText(_("Cancel"))
        self._drafts.touch()

    def _follow(self) -> None:
        channel = self.fields.channel.channel
        self.set_title(log_title(channel))
        self._link.follow(call=channel is Channel.CALL)

    def _tell(self, error: BookError) -> None:
        """Say at its field, or on top, why it was not saved."""
        field = error.field if isinstance(error, InvalidInputError) else ""
        place = self.fields.show_error(field, str(error))
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        sentence = str(error)
        if isinstance(error, ConflictError) and self.fields.who.completes is not None:
            self.fields.who.leave_open()
            sentence += " " + _("Save again to log the contact alone.")
        self.trouble.say(sentence)


class Trouble(QWidget):
    """What the book refuses and no field is to blame for, above all fields."""

    def __init__(self) -> None:
        super().__init__()
        self._banner = Banner("", "red", icon="circle-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.addWidget(self._banner)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._banner.say(sentence)
        self.show()

    def sentence(self) -> str:
        """What is said."""
        return self._banner.accessibleName()


def _under(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second, 1)
    return both


def _matter(channel: Channel, customer_id: int | None, completes: int | None) -> str:
    """Under which name the draft lies: one a way of opening the form."""
    if completes is not None:
        return f"follow-up {completes}"
    return channel.value if customer_id is None else f"{channel.value} {customer_id}"


def _acts(form: LogForm) -> dict[str, Callable[[], object]]:
    """What each key of the form does."""
    fields = form.fields
    return {
        "save": form.save,
        "print": lambda: form.save(and_print=True),
        "customer": lambda: fields.who.field.setFocus(Qt.FocusReason.ShortcutFocusReason),
        "note": lambda: fields.note.setFocus(Qt.FocusReason.ShortcutFocusReason),
        "private": fields.show_private,
        "moment": fields.show_moment,
        **{one.value: partial(fields.choose_outcome, one) for one in Outcome},
    }
