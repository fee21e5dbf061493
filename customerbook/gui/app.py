"""Builds the program and runs it: the one place where its parts are put together."""

import linecache
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from customerbook.gui import theme
from customerbook.gui.crash import CrashHook, write_log
from customerbook.gui.device import Device
from customerbook.gui.ending import EndSignals
from customerbook.gui.jobs import Jobs
from customerbook.gui.none_guard import keep_none_alive
from customerbook.gui.notify import system_notifier
from customerbook.gui.program import Program, speak
from customerbook.gui.signin.computer import system_country, system_language
from customerbook.gui.signin.unlocking import passphrase_given
from customerbook.gui.widgets.spoken import tell_roles
from customerbook.model.texts import _

log = logging.getLogger(__name__)

_AT_THE_LATEST_MS = 3000


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window, with the book that is named or the last one; ends when it is closed.

    0, also when another window had the book open and came forward. Python's collector is at work
    once the first page is painted: `__main__` has switched it off.
    """
    keep_none_alive()
    app = theme.application(sys.argv[0] if sys.argv else "customerbook")
    tell_roles()
    app.setApplicationName("customerbook")
    app.setDesktopFileName("customerbook")
    app.setQuitOnLastWindowClosed(False)
    device = Device()
    write_log()
    speak(system_language(), system_country() or "DE")
    app.setApplicationDisplayName(_("Customer Book"))
    translator = _qt_words(app)
    theme.install(app, scheme=device.scheme, scale=device.scale, system_font=device.system_font)
    jobs = Jobs(app)
    program = Program(device, system_notifier(app, jobs), passphrase=passphrase_given())
    hook = CrashHook(app)
    hook.crashed.connect(program.show_crash)
    hook.install()
    program.ended.connect(app.quit)
    signals = EndSignals(program.frame.close, app)
    _when_painted(program, lambda: _complete(app, signals))
    named = [argument for argument in arguments if not argument.startswith("-")]
    path = Path(named[0]) if named else None
    try:
        if not program.start(path):
            return 0
        return app.exec()
    finally:
        hook.remove()
        signals.remove()
        jobs.stop_all(6.0)  # longer than a notification waits for its service
        app.removeTranslator(translator)


def _when_painted(program: Program, then: Callable[[], None]) -> None:
    """Do something once the window is seen; a window that starts as an icon is not for long."""
    timer = QTimer(program)
    timer.setSingleShot(True)
    timer.timeout.connect(then)
    timer.start(_AT_THE_LATEST_MS)
    program.frame.painted.connect(lambda: timer.start(0) if timer.isActive() else None)


def _complete(app: QApplication, signals: EndSignals) -> None:
    """What the first page does not wait for."""
    from customerbook.gui.collecting import Collecting  # noqa: PLC0415 - see above
    from customerbook.gui.signin.sample_book import sweep_samples  # noqa: PLC0415

    Collecting(app)
    linecache.clearcache()  # where the binding leaves the source of each module
    signals.install()
    log.info("started")
    app.setWindowIcon(theme.current().icon("book-user", "accent", 64))
    sweep_samples()


def _qt_words(app: QApplication) -> QTranslator:
    """Words of Qt's own dialogs and menus, in the language of the computer."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
    return translator
