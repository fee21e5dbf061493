"""The colours by what they are for, light and dark; nothing else in the window names a colour."""

from typing import Final, Literal, get_args

Scheme = Literal["light", "dark"]

Role = Literal[
    "paper",
    "spine",
    "spine_hover",
    "card",
    "hover",
    "sunk",
    "desk",
    "line",
    "line2",
    "field",
    "field_band",
    "edge",
    "rule",
    "ink",
    "ink2",
    "ink3",
    "accent",
    "fill",
    "fill_hover",
    "fill_pressed",
    "fill_edge",
    "on_fill",
    "tint",
    "amber",
    "amberbg",
    "amberm",
    "red",
    "redbg",
    "redm",
    "danger",
    "blue",
    "bluebg",
    "mark",
    "scrim",
    "bar",
    "bar_edge",
    "bar_ink",
    "bar_ink3",
    "bar_inner",
    "cover",
    "cover_band",
    "cover_ink",
    "plate",
    "plate_line",
    "plate_ink",
    "plate_ink2",
]

ROLES: Final[dict[Role, tuple[str, str]]] = {
    "paper": ("#F5F1E8", "#1B1A17"),  # window and page
    "spine": ("#E9E2D3", "#141310"),  # the rail
    "spine_hover": ("#E0D8C6", "#23211D"),
    "card": ("#FFFEFB", "#252320"),  # cards, sheets, fields, menus
    "hover": ("#F8F4EB", "#2B2925"),  # row under the mouse, on card
    "sunk": ("#EFE9DD", "#2E2C27"),  # wells, segmented track, hover on paper
    "desk": ("#DDD4C2", "#100F0D"),  # behind a print preview
    "line": ("#E3DBCC", "#383530"),  # hairline inside a card
    "line2": ("#CFC5B3", "#4D4942"),  # edge of buttons, rail and sheets
    "field": ("#8C8272", "#82796B"),  # edge of fields, boxes and rings: 3:1 on card and paper
    "field_band": ("#8C8272", "#A79E91"),  # edge of fields that stand on amberbg
    "edge": ("#D9CFBD", "#34312B"),  # the second page edge
    "rule": ("#E2B9AC", "#6E463B"),  # the margin line, decoration only
    "ink": ("#211E19", "#EFEAE0"),
    "ink2": ("#575047", "#BDB5A7"),  # second line, labels, icons
    "ink3": ("#6B6357", "#A79E91"),  # hints, meta, disabled text
    "accent": ("#1E5B45", "#82C7A6"),  # green text, focus ring, chosen mark
    "fill": ("#1E5B45", "#2C7559"),
    "fill_hover": ("#174A38", "#307F62"),
    "fill_pressed": ("#10392B", "#24634B"),
    "fill_edge": ("#1E5B45", "#82C7A6"),  # around a ticked box; `fill` alone is 2.8 in dark
    "on_fill": ("#FFFFFF", "#FFFFFF"),
    "tint": ("#E2EDE5", "#20382D"),  # selected row, chosen chip, done
    "amber": ("#855000", "#EBB65F"),
    "amberbg": ("#FAEBCC", "#3D3017"),
    "amberm": ("#B87209", "#D39B3A"),
    "red": ("#9C2B1F", "#F2998A"),
    "redbg": ("#F8E2DC", "#47251F"),
    "redm": ("#B23A2B", "#D9695A"),
    "danger": ("#B23A2B", "#B23A2B"),  # the filled erase button
    "blue": ("#1D5690", "#93BEEA"),
    "bluebg": ("#E2ECF6", "#1E3145"),
    "mark": ("#FFE694", "#5C4A10"),  # behind matched text
    "scrim": ("#6B211E19", "#8F000000"),  # 42 % and 56 %, alpha first as Qt reads it
    "bar": ("#2B2823", "#2B2823"),  # toast and bulk bar
    "bar_edge": ("#2B2823", "#4D4942"),
    "bar_ink": ("#F5F1E8", "#F5F1E8"),
    "bar_ink3": ("#A79E91", "#A79E91"),  # disabled text on it
    "bar_inner": ("#45413A", "#45413A"),
    "cover": ("#1B523E", "#1B523E"),  # sign-in and first run
    "cover_band": ("#164433", "#164433"),
    "cover_ink": ("#CFE3D8", "#CFE3D8"),
    "plate": ("#F8F4EA", "#F8F4EA"),
    "plate_line": ("#B9A98A", "#B9A98A"),
    "plate_ink": ("#211E19", "#211E19"),
    "plate_ink2": ("#575047", "#575047"),
}

AVATARS: Final[tuple[tuple[tuple[str, str], tuple[str, str]], ...]] = (
    (("#2B4A38", "#DCE7DC"), ("#BFDCC8", "#2F4237")),
    (("#32465C", "#DDE3EA"), ("#C3D1E0", "#2F3A47")),
    (("#5A4A26", "#EBE2CF"), ("#E5D5AC", "#453B26")),
    (("#5B3B57", "#EADFE8"), ("#DFC3DC", "#443143")),
    (("#1F4E4C", "#D8E7E6"), ("#B4DAD8", "#264140")),
    (("#6A4128", "#EEDFD4"), ("#EBC9B1", "#4A3628")),
)
"""Pairs of text on fill, each light then dark; a customer keeps one by a hash of their id."""


def value(role: Role, scheme: Scheme) -> str:
    """The colour of a role as `#RRGGBB`, the scrim as `#AARRGGBB`."""
    return ROLES[role][scheme == "dark"]


def avatar_pair(index: int, scheme: Scheme) -> tuple[str, str]:
    """Text and fill of an avatar; any index, counted round."""
    return AVATARS[index % len(AVATARS)][scheme == "dark"]


assert set(get_args(Role)) == set(ROLES), "each role has its two colours"
