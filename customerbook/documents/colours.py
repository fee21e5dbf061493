"""The few colours on paper: always ink on white, whatever the window shows."""

from reportlab.lib.colors import HexColor

INK = HexColor("#211E19")
SOFT_INK = HexColor("#575047")
HAIRLINE = HexColor("#D8D0C2")
GREEN = HexColor("#1E5B45")
