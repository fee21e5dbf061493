"""Style sheet of the few stock widgets that are kept: fields, tooltips, menus, scroll bars."""

from collections.abc import Callable
from string import Template

from customerbook.gui.theme.roles import ROLES, Scheme, value

SCROLLER = 20
"""Height of the ends of a menu that has no room for all of its rows, in pixels."""

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox {
    background: $card; color: $ink; border: 1px solid $field; border-radius: 8px;
    selection-background-color: $fill; selection-color: $on_fill;
    placeholder-text-color: $ink3;
}
QLineEdit { padding: 0 10px 1px 10px; lineedit-password-character: 8226; }
QPlainTextEdit { padding: 4px 8px; }
QComboBox { padding: 0 34px 0 8px; }
QComboBox:on { padding: 0 34px 0 8px; }
QLineEdit[band="true"], QPlainTextEdit[band="true"], QComboBox[band="true"] {
    border-color: $field_band;
}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $ink2; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $sunk; border-color: $line2; color: $ink3;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent; }
QLineEdit:focus, QLineEdit[error="true"] { padding: 0 9px 1px 9px; }
QPlainTextEdit:focus, QPlainTextEdit[error="true"] { padding: 3px 7px; }
QComboBox:focus, QComboBox[error="true"] { padding: 0 33px 0 7px; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QComboBox[error="true"] {
    border: 2px solid $redm;
}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
    background: transparent; border: none; padding: 0;
}
QComboBox::drop-down { border: none; width: 0; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $line2; padding: 4px; outline: 0;
    selection-background-color: $tint; selection-color: $ink;
}
QToolTip {
    background: $bar; color: $bar_ink; border: 1px solid $bar_edge; padding: 4px 8px;
}
QMenu { background: transparent; border: none; padding: ${menu_y}px 4px ${menu_end}px 4px;
    menu-scrollable: 1; }
QMenu::scroller { height: ${scroller}px; }
QMenu::item { padding: ${item_y}px 12px ${item_end}px 36px; border: none; }
QMenu::separator { height: 1px; margin: 4px 8px; background: $line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 1px 2px; }
QScrollBar::handle { background: $line2; border-radius: 4px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
""")


def style_sheet(scheme: Scheme, px: Callable[[int], int]) -> str:
    """The sheet for the whole application; `px` scales a length with the text."""
    colours: dict[str, str] = {role: value(role, scheme) for role in ROLES}
    return _SHEET.substitute(
        colours, menu_y=4, menu_end=8, item_y=px(7), item_end=px(8), scroller=SCROLLER
    )
