"""Records as plain JSON values and back, for the change log and for `--json`."""

import base64
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from operator import attrgetter, methodcaller
from typing import Any, TypeVar, Union, cast

R = TypeVar("R")


def to_plain(value: Any) -> Any:
    """Turn a record (or anything inside one) into what `json` can write; defaults are left out."""
    kind: Any = type(value)
    turn = _turn_of(kind)
    return value if turn is None else turn(value)


def plain_after(before: Any, plain: dict[str, Any], after: Any) -> dict[str, Any]:
    """The same as `to_plain(after)`, quicker where it has much of a record made plain before."""
    record: Any = type(after)
    defaults, values = _fields_of(record)
    return {
        name: plain[name] if now is was and name in plain else to_plain(now)
        for (name, default), was, now in zip(defaults, values(before), values(after), strict=True)
        if now is not default and now != default
    }


def from_plain(record: type[R], plain: dict[str, Any]) -> R:
    """Build a record from what `to_plain` made of it; unknown names are ignored."""
    readers = _readers(cast("Any", record))
    return record(**{name: readers[name](v) for name, v in plain.items() if name in readers})


@cache
def _turn_of(kind: Any) -> Callable[[Any], Any] | None:
    """What turns a value of exactly this type; none for what `json` writes as it is."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if kind is type(None) or issubclass(kind, (str, int, float, bool)):
        return None
    if issubclass(kind, (datetime, date, time)):
        return methodcaller("isoformat")
    if issubclass(kind, bytes):
        return lambda value: base64.b64encode(value).decode("ascii")
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_plain(item) for item in value]
    if issubclass(kind, dict):
        return lambda value: {str(key): to_plain(item) for key, item in value.items()}
    return _record_turn(kind)


@cache
def _fields_of(record: Any) -> tuple[list[tuple[str, Any]], Callable[[Any], tuple[Any, ...]]]:
    """Names and defaults of a record's fields, and what reads all of them."""
    defaults = [(field.name, field.default) for field in fields(record)]
    if len(defaults) == 1:
        only = attrgetter(defaults[0][0])
        return defaults, lambda value: (only(value),)
    return defaults, attrgetter(*(name for name, _ in defaults))


def _record_turn(record: Any) -> Callable[[Any], dict[str, Any]]:
    defaults, values = _fields_of(record)

    def turn(value: Any) -> dict[str, Any]:
        return {
            name: to_plain(now)
            for (name, default), now in zip(defaults, values(value), strict=True)
            if now is not default and now != default
        }

    return turn


@cache
def _readers(record: Any) -> dict[str, Callable[[Any], Any]]:
    hints = typing.get_type_hints(record)
    return {field.name: _reader(hints[field.name]) for field in fields(record)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        if len(parts) == 2 and parts[1] is Ellipsis:
            item = _reader(parts[0])
            return lambda value: tuple(item(one) for one in value)
        readers = [_reader(part) for part in parts]
        return lambda value: tuple(read(one) for read, one in zip(readers, value, strict=True))
    if hint is bytes:
        return base64.b64decode
    if hint in (date, datetime, time):
        return cast("Callable[[Any], Any]", hint.fromisoformat)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if is_dataclass(hint) and isinstance(hint, type):
        return lambda value: from_plain(hint, value)
    return lambda value: value
