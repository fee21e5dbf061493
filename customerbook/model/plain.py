"""Records as plain JSON values and back, for the change log and for `--json`."""

import base64
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast

R = TypeVar("R")


def to_plain(value: Any) -> Any:
    """Turn a record (or anything inside one) into what `json` can write; defaults are left out."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    return {
        name: to_plain(now)
        for name, default in _defaults(cast("Any", type(value)))
        if (now := getattr(value, name)) != default
    }


def from_plain(record: type[R], plain: dict[str, Any]) -> R:
    """Build a record from what `to_plain` made of it; unknown names are ignored."""
    readers = _readers(cast("Any", record))
    return record(**{name: readers[name](v) for name, v in plain.items() if name in readers})


@cache
def _defaults(record: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(record))


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
