"""Filling the gaps of a customer with what is known from elsewhere; nothing is overwritten."""

from dataclasses import fields, replace
from typing import Any

from customerbook.model.customer import Customer
from customerbook.store.normal import folded


def filled(known: Customer, found: Customer) -> Customer:
    """A known customer with empty fields filled in and new items added; nothing overwritten."""
    values: dict[str, Any] = {}
    for each in fields(known):
        mine, theirs = getattr(known, each.name), getattr(found, each.name)
        if each.name in ("id", "kind", "created", "deleted", "kept", "uid"):
            continue
        if isinstance(mine, tuple):
            if extra := [item for item in theirs if not _has(mine, item)]:
                values[each.name] = (*mine, *extra)
        elif mine in ("", None) and theirs not in ("", None) and not _names(each.name, known):
            values[each.name] = theirs
    return replace(known, **values)


def _names(field_name: str, known: Customer) -> bool:
    """A name that is complete is not mixed with parts of another spelling of it."""
    return field_name in ("given", "additional", "family") and bool(known.given or known.family)


def _has(items: tuple[object, ...], item: object) -> bool:
    return _essence(item) in {_essence(one) for one in items}


def _essence(item: object) -> object:
    """What makes two items the same: the value, not its label or rank."""
    for name in ("value", "text"):
        if hasattr(item, name):
            return _plain_value(str(getattr(item, name)), getattr(item, "name", ""))
    return item


def _plain_value(value: str, name: str) -> tuple[str, str]:
    """Digits for numbers, folded text for words."""
    digits = "".join(c for c in value if c.isdigit())
    plain = digits if digits and not any(c.isalpha() for c in value) else folded(value)
    return name, plain
