"""What colleagues call each other."""


def first_name(name: str) -> str:
    """The first word of a colleague's name: "Jonas"."""
    return name.split(maxsplit=1)[0] if name.split() else name
