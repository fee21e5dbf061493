"""The look in force: colours, fonts and icons of one running application, switched as a whole."""

from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Final, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QPalette,
    QPixmap,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication, QWidget

from customerbook.gui.theme import icons
from customerbook.gui.theme.fonts import Style, line_height, make_font
from customerbook.gui.theme.palette import palette_of
from customerbook.gui.theme.qss import style_sheet
from customerbook.gui.theme.roles import Role, Scheme, avatar_pair, value

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@runtime_checkable
class Restyled(Protocol):
    """A widget that sets its own fonts or sizes again when the theme has changed."""

    def restyle(self) -> None:
        """Take fonts, sizes and palette from the theme."""


_revisions = count(1)
_STYLED: Final = "styled"


def application(name: str) -> QApplication:
    """The application, in the style that ours is built on from its start.

    Qt is told by its arguments: naming a style makes the binding build some 600 names of styles,
    which the first page would wait for.
    """
    app = QApplication([name, "-style", "fusion"])
    app.setProperty(_STYLED, True)  # noqa: FBT003 - a property of Qt
    return app


class Theme(QObject):
    """Colours, fonts and icons; `changed` fires after everything has been restyled.

    `revision` differs after each change, for what is kept laid out or drawn.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Scheme | None = None,
        scale: int = 100,
        system_font: bool = False,
        reduced_motion: bool | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._wanted = scheme
        self._system_font = system_font
        self.scale = scale
        self.revision = 0
        self._still = reduced_motion
        self._colours: dict[Role, QColor] = {}
        self._fonts: dict[tuple[Style, bool], QFont] = {}
        self._pixmaps: dict[tuple[str, int, int, float, bool], QPixmap] = {}
        _first_palette(app)
        self.scheme: Scheme = scheme or self._system_scheme(app.styleHints().colorScheme())
        if not app.property(_STYLED):
            app.setStyle("Fusion")

    def begin(self) -> None:
        """Follow the system, and give what there is already the look; widgets ask `current()`."""
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._ask_platform()
        self._apply()

    def release(self) -> None:
        """Stop following the system; the application keeps the look it has."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow_system)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing shall move: as was said at the start, else as the system asks now."""
        if self._still is not None:
            return self._still
        return self._app.platformName() == "offscreen" or less_motion_wanted(self._app)

    def colour(self, role: Role) -> QColor:
        """Colour of a role in the scheme in force."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(value(role, self.scheme))
        return found

    def avatar_colours(self, index: int) -> tuple[QColor, QColor]:
        """Text and fill of an avatar."""
        text, fill = avatar_pair(index, self.scheme)
        return QColor(text), QColor(fill)

    def font(self, style: Style, *, figures: bool = False) -> QFont:
        """Font of a style at the text size in force."""
        key = (style, figures)
        if key not in self._fonts:
            self._fonts[key] = make_font(
                style, scale=self.scale, figures=figures, system=self._system_font
            )
        return self._fonts[key]

    def line(self, style: Style) -> int:
        """Line height of a style in pixels at the text size in force."""
        return line_height(style, scale=self.scale)

    def px(self, length: int) -> int:
        """A height or width that grows with the text, in pixels."""
        return round(length * self.scale / 100)

    def pixmap(
        self, name: str, size: int, role: Role | QColor, ratio: float, *, mirrored: bool = False
    ) -> QPixmap:
        """An icon of `size` logical pixels; `mirrored` turns those that point with the text."""
        colour = role if isinstance(role, QColor) else self.colour(role)
        key = (name, size, colour.rgba(), ratio, mirrored and name in icons.DIRECTED)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.draw(name, colour, size, ratio, mirrored=mirrored)
        return self._pixmaps[key]

    def icon(self, name: str, role: Role = "ink2", size: int = 18) -> "QIcon":
        """An icon for stock widgets and menus, crisp at one, one and a half and two pixels."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - not for the first page

        icon = QIcon()
        for ratio in (1.0, 1.5, 2.0):
            icon.addPixmap(self.pixmap(name, size, role, ratio))
        return icon

    def use_scheme(self, scheme: Scheme | None) -> None:
        """Use light or dark from now on; none follows the system."""
        self._wanted = scheme
        self._ask_platform()
        self._switch(scheme or self._system_scheme(self._app.styleHints().colorScheme()))

    def use_scale(self, scale: int) -> None:
        """Use another text size, in percent."""
        if scale != self.scale:
            self.scale = scale
            self._apply()

    def use_system_font(self, *, wanted: bool) -> None:
        """Use the system's font instead of Inter, or Inter again."""
        if wanted != self._system_font:
            self._system_font = wanted
            self._apply()

    def _ask_platform(self) -> None:
        """Tell the platform too, for what it draws itself: title bar and file dialogs."""
        hints = self._app.styleHints()
        if self._wanted is None:
            hints.unsetColorScheme()
        else:
            dark = self._wanted == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _system_scheme(self, said: Qt.ColorScheme) -> Scheme:
        """What the system asks for; where it does not say, its first palette tells."""
        if said == Qt.ColorScheme.Unknown:
            window = _first_palette(self._app).color(QPalette.ColorRole.Window)
            text = _first_palette(self._app).color(QPalette.ColorRole.WindowText)
            return "dark" if window.lightness() < text.lightness() else "light"
        return "dark" if said == Qt.ColorScheme.Dark else "light"

    def _follow_system(self, said: Qt.ColorScheme) -> None:
        if self._wanted is None:
            self._switch(self._system_scheme(said))

    def _switch(self, scheme: Scheme) -> None:
        if scheme != self.scheme:
            self.scheme = scheme
            self._apply()

    def _apply(self) -> None:
        """Give application and widgets the look in force."""
        self.revision = next(_revisions)
        self._colours.clear()
        self._fonts.clear()
        self._pixmaps.clear()
        self._app.setPalette(palette_of(self.colour))
        self._app.setFont(self.font("text"))
        self._app.setStyleSheet(style_sheet(self.scheme, self.px))
        # The innermost first: forms fit their labels to fields that have their new height.
        for widget in sorted(self._app.allWidgets(), key=_depth, reverse=True):
            if isinstance(widget, Restyled):
                widget.restyle()
            widget.updateGeometry()
            widget.update()
        self.changed.emit()


def _depth(widget: QWidget) -> int:
    """How many widgets a widget lies in."""
    depth, step = 0, widget.parentWidget()
    while step is not None:
        depth, step = depth + 1, step.parentWidget()
    return depth


@cache
def _first_palette(app: QApplication) -> QPalette:
    """The palette the application began with, before a theme gave it its own."""
    return QPalette(app.palette())


@cache
def _system_wishes(app: QApplication) -> tuple[QStyleHints, QAccessibilityHints | None]:
    """Where the system says what it wants, kept together for good.

    The binding believes that it owns what `accessibility()` returns and deletes it with its
    wrapper; a child that is found lives as long as the wrapper of its parent.
    """
    hints = app.styleHints()
    return hints, hints.findChild(QAccessibilityHints)


def less_motion_wanted(app: QApplication) -> bool:
    """Whether the system asks for reduced motion."""
    _hints, wishes = _system_wishes(app)
    return wishes is not None and wishes.motionPreference() == Qt.MotionPreference.ReducedMotion


_installed: Theme | None = None


def install(
    app: QApplication,
    *,
    scheme: Scheme | None = None,
    scale: int = 100,
    system_font: bool = False,
    reduced_motion: bool | None = None,
) -> Theme:
    """Give the application its look; a theme that was there before is let go."""
    global _installed  # noqa: PLW0603 - one application has one look, widgets ask for it here
    if _installed is not None:
        _installed.release()
    _installed = Theme(
        app, scheme=scheme, scale=scale, system_font=system_font, reduced_motion=reduced_motion
    )
    _installed.begin()
    return _installed


def current() -> Theme:
    """The look in force, for widgets while they lay out and paint; installed at first use."""
    if _installed is None:
        return install(cast("QApplication", QApplication.instance()))
    return _installed
