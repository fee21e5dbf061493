"""Appearance on this computer: light or dark, size and font of the text."""

from PySide6.QtCore import Qt

from customerbook.gui import theme
from customerbook.gui.device import Device
from customerbook.gui.settings.section import Section
from customerbook.gui.shell import Shell
from customerbook.gui.theme import SCALES, Scheme
from customerbook.gui.widgets.margin_form import MarginForm
from customerbook.gui.widgets.segmented import Part, Segmented
from customerbook.gui.widgets.toggles import CheckBox
from customerbook.model.texts import _


class AppearanceSection(Section):
    """Takes effect at once; kept on this computer, not in the book."""

    def __init__(self, _shell: Shell, device: Device | None = None) -> None:
        about = _("For this computer account. Everyone who signs in here sees the same.")
        super().__init__(_("Appearance"), about)
        self._device = device or Device()
        schemes = [
            Part("system", _("As the system"), "monitor"),
            Part("light", _("Light"), "sun"),
            Part("dark", _("Dark"), "moon"),
        ]
        self.scheme = Segmented(schemes, self._device.scheme or "system", label=_("Colours"))
        sizes = [Part(str(scale), f"{scale} %") for scale in SCALES]
        self.scale = Segmented(sizes, str(self._device.scale), label=_("Text size"))
        self.system_font = CheckBox(
            _("Use the font of the system"),
            checked=self._device.system_font,
            hint=_("instead of Inter, the font of the program"),
        )
        form = MarginForm(margin=136)
        form.set_spacing(top=4, bottom=4)
        for label, field in (
            (_("Colours"), self.scheme),
            (_("Text size"), self.scale),
            (_("Font"), self.system_font),
        ):
            form.add_row(label, field)
        self.matter.addWidget(form)
        self.scheme.chosen.connect(self._use_scheme)
        self.scale.chosen.connect(lambda scale: self._use_scale(int(scale)))
        self.system_font.toggled.connect(lambda on: self._use_system_font(wanted=on))

    def focus_first(self) -> None:
        """Begin with the colours."""
        self.scheme.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use_scheme(self, value: str) -> None:
        scheme: Scheme | None = None
        if value == "light":
            scheme = "light"
        elif value == "dark":
            scheme = "dark"
        self._device.scheme = scheme
        theme.current().use_scheme(scheme)

    def _use_scale(self, scale: int) -> None:
        self._device.scale = scale
        theme.current().use_scale(scale)

    def _use_system_font(self, *, wanted: bool) -> None:
        self._device.system_font = wanted
        theme.current().use_system_font(wanted=wanted)
