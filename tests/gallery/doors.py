"""Scenes before a book is open: signing in, the first run, a passphrase that is lost."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from customerbook.gui.signin.first_run import FirstRunPage
from customerbook.gui.signin.forgotten import ForgottenPage
from customerbook.gui.signin.recovery_code import RecoveryCodePage
from customerbook.gui.signin.sign_in import SignInPage
from customerbook.gui.widgets.margin_form import FieldError
from customerbook.model.texts import _
from customerbook.store.folder import read_key_file
from tests.gallery import shop
from tests.gallery.setting import Scene, Setting

_SHOP = "Radwerk Linden"


def sign_in(setting: Setting) -> None:
    """Who is at the counter."""
    _signing_in(setting)


def locked(setting: Setting) -> None:
    """After a while without anybody."""
    _signing_in(setting).say(_("The window is locked."))


def wrong(setting: Setting) -> None:
    """A passphrase that nobody has."""
    page = _signing_in(setting)
    page.fill_in("spoke nipple hub rim 43", open_now=True)
    setting.wait(lambda: any(error.text() for error in page.findChildren(FieldError)))


def forgotten(setting: Setting) -> None:
    """The recovery code is asked."""
    _lost(setting)


def forgotten_then(setting: Setting) -> QWidget:
    """A new passphrase is set."""
    page = _lost(setting)
    setting.after(page.leave)
    page.code.setText(shop.recovery_code())
    page.go_on()
    setting.wait(lambda: page.new)
    assert page.new is not None
    return page.new.first


def first_run(setting: Setting) -> None:
    """The three ways to begin."""
    _beginning(setting)


def first_run_filled(setting: Setting) -> QWidget:
    """A new book, all of it typed."""
    page = _beginning(setting)
    page.form.shop.setText(_SHOP)
    page.form.owner.setText("Martha Lindner")
    page.form.put_into(Path("/home/martha/Documents"))
    page.form.new.first.setText(shop.PASSPHRASE)
    page.form.new.again.setText(shop.PASSPHRASE)
    shop.rest(600)  # the strength is judged in a worker, once the hands rest
    return page.form.new.again


def first_run_wrong(setting: Setting) -> None:
    """What is said where something is missing."""
    page = _beginning(setting)
    page.form.owner.setText("Martha Lindner")
    page.go_on()


def first_run_open(setting: Setting) -> None:
    """A book that was there already."""
    page = _beginning(setting)
    page.open.click()


def first_run_sample(setting: Setting) -> None:
    """Looking around."""
    page = _beginning(setting)
    page.sample.click()


def code(setting: Setting) -> None:
    """The recovery code, this once."""
    setting.entrance(RecoveryCodePage("7KQ4-M2XD-90RT-HV3B-W8NC-5PZ1-J6YE", _SHOP))


def code_asked(setting: Setting) -> QWidget:
    """Two groups of it are asked back; one is wrong."""
    page = setting.entrance(RecoveryCodePage("7KQ4-M2XD-90RT-HV3B-W8NC-5PZ1-J6YE", _SHOP))
    assert isinstance(page, RecoveryCodePage)
    page.ask()
    page.answer(page.asked()[0], "7KQ5")
    page.check()
    return page


def _signing_in(setting: Setting) -> SignInPage:
    hold = shop.closed()
    setting.after(hold.release)
    page = SignInPage(hold, read_key_file(hold.folder), _SHOP, setting.jobs)
    setting.entrance(page)
    return page


def _lost(setting: Setting) -> ForgottenPage:
    hold = shop.closed()
    setting.after(hold.release)
    page = ForgottenPage(hold, _SHOP, setting.jobs, cost=shop.CHEAP)
    setting.entrance(page)
    return page


def _beginning(setting: Setting) -> FirstRunPage:
    known = {Path("/home/martha/Documents/Radwerk Linden"): _SHOP}
    page = FirstRunPage(setting.jobs, known, cost=shop.CHEAP)
    setting.entrance(page)
    return page


DOORS: tuple[tuple[str, Scene], ...] = (
    ("sign-in", sign_in),
    ("sign-in-locked", locked),
    ("sign-in-wrong", wrong),
    ("forgotten", forgotten),
    ("forgotten-then", forgotten_then),
    ("first-run", first_run),
    ("first-run-filled", first_run_filled),
    ("first-run-error", first_run_wrong),
    ("first-run-open", first_run_open),
    ("first-run-sample", first_run_sample),
    ("recovery-code", code),
    ("recovery-code-asked", code_asked),
)
