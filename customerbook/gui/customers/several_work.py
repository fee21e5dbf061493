"""What is done with several customers at once, or with the one whose card is shown."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from customerbook.gui.customers.export_several import ask_format
from customerbook.gui.customers.print_several import PrintSeveral
from customerbook.gui.customers.tag_offers import TagOffers, TagTurn
from customerbook.gui.jobs import Progress
from customerbook.gui.languages import counted
from customerbook.gui.shell import Shell
from customerbook.gui.widgets.pick_row import Pick, PickView
from customerbook.gui.widgets.picker import Picker
from customerbook.gui.working import Working, go_on
from customerbook.model.change import Change
from customerbook.model.rights import Right
from customerbook.model.texts import _, ngettext


class SeveralWork:
    """Each deed is one change, said in the toast with its undo; `chosen()` are the customers."""

    def __init__(self, shell: Shell, chosen: Callable[[], Sequence[int]]) -> None:
        self._shell = shell
        self._chosen = chosen

    def may(self, right: Right) -> bool:
        """Whether the person at the book may do what takes this right."""
        return self._shell.session.may(right)

    def tag(self, anchor: QWidget) -> None:
        """Ask beside a button which tag to give or to take."""
        ids = list(self._chosen())
        offers = TagOffers(self._shell.session.book, ids)
        self._ask(
            anchor,
            offers.offers,
            lambda turn: self._turn_tag(ids, turn),
            label=_("Tag"),
            placeholder=_("Tag, or a new one"),
        )

    def give(self, anchor: QWidget) -> None:
        """Ask beside a button who is to be responsible."""
        ids = list(self._chosen())
        people = self._shell.session.book.people.all(active=True)
        picks = [Pick(one.name, one.id, "user-round") for one in people]
        picks.append(Pick(_("Nobody"), None, "user-round-x"))
        self._ask(
            anchor,
            lambda typed: [one for one in picks if typed.casefold() in one.name.casefold()],
            lambda person_id: self._give_to(ids, person_id),
            label=_("Responsible"),
            placeholder=_("Who"),
        )

    def print(self) -> None:
        """Ask where summaries of them are to go."""
        self._shell.show_sheet(PrintSeveral(self._shell, self._chosen()))

    def export(self, anchor: QWidget) -> None:
        """Ask beside a button which kind of file to write them to."""
        ask_format(self._shell, self._chosen(), anchor)

    def _ask(
        self,
        anchor: QWidget,
        offers: Callable[[str], Sequence[PickView]],
        then: Callable[..., object],
        *,
        label: str,
        placeholder: str,
    ) -> None:
        host = self._shell.sheet_host()
        nothing = _("Nothing is called so.")
        picker = Picker(host, anchor, offers, label=label, placeholder=placeholder, nothing=nothing)
        picker.chosen.connect(then)
        self._shell.show_sheet(picker)

    def _turn_tag(self, ids: list[int], turn: TagTurn) -> None:
        customers = self._shell.session.book.customers

        def work(progress: Progress) -> Change:
            step = partial(go_on, progress)
            if turn.add:
                return customers.tag(ids, add=[turn.tag], step=step)
            return customers.tag(ids, remove=[turn.tag], step=step)

        if turn.add:
            words = ngettext(
                "{n} customer tagged “{tag}”.", "{n} customers tagged “{tag}”.", len(ids)
            )
        else:
            words = ngettext(
                "“{tag}” taken from {n} customer.", "“{tag}” taken from {n} customers.", len(ids)
            )
        said = words.format(n=self._counted(len(ids)), tag=turn.tag)
        self._change(_("Changing tags"), ids, work, said)

    def _give_to(self, ids: list[int], person_id: int | None) -> None:
        book = self._shell.session.book

        def work(progress: Progress) -> Change:
            return book.customers.give(ids, person_id, partial(go_on, progress))

        count = self._counted(len(ids))
        if person_id is None:
            words = ngettext(
                "Nobody is responsible for {n} customer now.",
                "Nobody is responsible for {n} customers now.",
                len(ids),
            )
            said = words.format(n=count)
        else:
            words = ngettext(
                "{name} is responsible for {n} customer now.",
                "{name} is responsible for {n} customers now.",
                len(ids),
            )
            said = words.format(n=count, name=book.people.get(person_id).name)
        self._change(_("Changing who is responsible"), ids, work, said)

    def _change(
        self, title: str, ids: Sequence[int], work: Callable[[Progress], Change], said: str
    ) -> None:
        """Change in a worker, then tell everyone and offer to take it back."""

        def done(change: Change) -> None:
            self._shell.session.changed.emit(change)
            self._shell.toast(said, undo=True)

        stopped = _("Stopped. Nothing was changed.")
        Working(
            self._shell,
            title,
            len(ids),
            work,
            done=done,
            stopped=lambda: self._shell.toast(stopped),
        )

    def _counted(self, number: int) -> str:
        return counted(number, self._shell.session.book.shop().language)
