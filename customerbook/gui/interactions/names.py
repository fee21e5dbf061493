"""What people are called in short: initials in avatars, first names among colleagues."""

from customerbook.model.name import initials

__all__ = ["first_name", "initials"]


def first_name(name: str) -> str:
    """The first word of a colleague's name: "Jonas"."""
    return name.split(maxsplit=1)[0] if name.split() else name
