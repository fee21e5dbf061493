"""Every command of the window, once: menu, palette, buttons and shortcut sheet are made of these.

What a command does is said by whoever answers its id: the window for those without a page, the
page that is shown for the others. A command that nobody answers just now is not offered.
"""

from dataclasses import dataclass
from typing import Literal

from customerbook.model.rights import Right
from customerbook.model.texts import _

Area = Literal["page", "log", "customers", "go", "book"]


def N_(text: str) -> str:
    """Mark a text for the catalogues that is translated where it is shown."""
    return text


AREAS: dict[Area, str] = {
    "page": N_("On this page"),
    "log": N_("Log"),
    "customers": N_("Customers and follow-ups"),
    "go": N_("Go to"),
    "book": N_("Book"),
}


@dataclass(frozen=True)
class Command:
    """One command.

    `shortcut` is a portable key sequence. One of the area `page` is answered by pages, of the
    others by the window. Who has not `right` does not see it. `keywords` are further words that
    the palette finds it by.
    """

    id: str
    text: str
    icon: str
    shortcut: str = ""
    area: Area = "page"
    right: Right | None = None
    keywords: str = ""

    @property
    def words(self) -> str:
        """What it is called, in the language in use."""
        return _(self.text)

    @property
    def more_words(self) -> str:
        """Further words to find it by, in the language in use."""
        return _(self.keywords) if self.keywords else ""


COMMANDS = (
    Command("print", N_("Print what is shown"), "printer", "Ctrl+P", keywords=N_("PDF preview")),
    Command("act", N_("Call or write"), "phone", "Ctrl+Return"),
    Command("done", N_("Mark as done"), "check", "Ctrl+D"),
    Command("snooze", N_("Snooze"), "alarm-clock", "Ctrl+Shift+S", keywords=N_("put off later")),
    Command("assign", N_("Hand on to somebody else"), "user-round", "Ctrl+Shift+A"),
    Command("drop", N_("Drop without doing it"), "x", "Ctrl+Shift+D", keywords=N_("withdraw")),
    Command("open", N_("Open the customer"), "arrow-up-right", "Ctrl+O"),
    Command("edit", N_("Change what is chosen"), "pencil", "Ctrl+E"),
    Command("remove", N_("Delete what is chosen"), "trash", "Ctrl+Del"),
    Command("more", N_("More for what is chosen"), "ellipsis", "Shift+F10", keywords=N_("menu")),
    Command("select-all", N_("Select all"), "list-checks", "Ctrl+A", keywords=N_("several tick")),
    Command(
        "tag",
        N_("Give or take a tag"),
        "tag",
        "Ctrl+T",
        right=Right.CHANGE_CUSTOMERS,
        keywords=N_("label group"),
    ),
    Command(
        "responsible",
        N_("Say who is responsible"),
        "user-round-check",
        "Ctrl+R",
        right=Right.CHANGE_CUSTOMERS,
    ),
    Command(
        "export",
        N_("Export customers"),
        "upload",
        "Ctrl+Shift+E",
        right=Right.EXPORT,
        keywords=N_("save file CSV vCard"),
    ),
    Command(
        "filter", N_("Filter the list"), "list-filter", "Ctrl+Shift+F", keywords=N_("tag town")
    ),
    Command("show-all", N_("Show all, without a filter"), "list-x", "Ctrl+Shift+X"),
    Command("lists", N_("Saved lists"), "bookmark", "Ctrl+Shift+L"),
    Command("save-list", N_("Save as a list"), "bookmark-plus", "Ctrl+S"),
    Command("everyone", N_("Show everyone’s"), "users", "Ctrl+Shift+O"),
    Command("mine", N_("Show mine only"), "user-round", "Ctrl+Shift+M"),
    Command("log-visit", N_("Log a visit"), "store", "F2", "log", Right.LOG),
    Command("log-call", N_("Log a call"), "phone", "F3", "log", Right.LOG),
    Command(
        "log-other",
        N_("Log something else"),
        "pen-line",
        "F4",
        "log",
        Right.LOG,
        N_("email letter message meeting"),
    ),
    Command(
        "search",
        N_("Search"),
        "search",
        "Ctrl+F",
        "customers",
        keywords=N_("find name number town note"),
    ),
    Command(
        "new-customer",
        N_("New customer"),
        "user-plus",
        "Ctrl+N",
        "customers",
        Right.CHANGE_CUSTOMERS,
    ),
    Command(
        "new-followup",
        N_("New follow-up"),
        "list-checks",
        "F6",
        "customers",
        Right.LOG,
        N_("reminder promise to do"),
    ),
    Command(
        "bring-in",
        N_("Bring in customers"),
        "download",
        "Ctrl+I",
        "customers",
        Right.IMPORT,
        N_("import vCard CSV file"),
    ),
    Command("go-today", N_("Today"), "sun", "Ctrl+1", "go"),
    Command("go-customers", N_("Customers"), "book-user", "Ctrl+2", "go"),
    Command("go-followups", N_("Follow-ups"), "list-checks", "Ctrl+3", "go"),
    Command("go-settings", N_("Settings"), "settings", "Ctrl+,", "go", Right.MANAGE),
    Command("palette", N_("All commands"), "command", "Ctrl+Shift+P", "go"),
    Command("keys", N_("All keys"), "keyboard", "F1", "go", keywords=N_("shortcuts help")),
    Command("undo", N_("Undo"), "undo-2", "Ctrl+Z", "book"),
    Command("redo", N_("Redo"), "redo-2", "Ctrl+Shift+Z", "book"),
    Command("lock", N_("Lock"), "lock", "Ctrl+L", "book", keywords=N_("sign out switch person")),
    Command("switch", N_("Switch person"), "users", "F9", "book", keywords=N_("sign in")),
    Command("another-book", N_("Open another book"), "book-open", "Ctrl+Shift+B", "book"),
    Command("quit", N_("Quit"), "log-out", "Ctrl+Q", "book", keywords=N_("close exit")),
)


def command(command_id: str) -> Command:
    """The command of this id; LookupError if there is none."""
    for one in COMMANDS:
        if one.id == command_id:
            return one
    raise LookupError(command_id)
