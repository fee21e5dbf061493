"""What a shop sets up once and uses each day: topics, snippets, templates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """What an interaction was about; switched-off topics stay on what was logged."""

    id: int = 0
    name: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text that `;keyword` expands to in a note."""

    id: int = 0
    keyword: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Wording of one part of a document in one language."""

    id: int = 0
    document: str = ""
    part: str = ""
    language: str = ""
    text: str = ""
