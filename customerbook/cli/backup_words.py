"""Backups in the words and the JSON of the command line."""

from typing import Any

from customerbook.cli.output import print_table
from customerbook.model.backup import Backup, Difference
from customerbook.model.texts import _


def backup_shape(backup: Backup) -> dict[str, Any]:
    """The stable fields of a backup; `moment` is in UTC, `size` in bytes."""
    return {
        "file": str(backup.file),
        "moment": backup.moment.isoformat(timespec="seconds"),
        "commits": backup.commits,
        "size": backup.size,
        "counts": dict(backup.counts),
        "verified": backup.verified,
        "pinned": backup.pinned,
        "why": backup.why.value,
    }


def difference_shape(difference: Difference) -> dict[str, Any]:
    """How many of a kind there were and are, and when the newest change of one was, in UTC."""
    moments = {"newest_then": difference.newest_then, "newest_now": difference.newest_now}
    return {
        "kind": difference.kind,
        "then": difference.then,
        "now": difference.now,
        **{name: at and at.isoformat(timespec="seconds") for name, at in moments.items()},
    }


def counts_words(backup: Backup) -> str:
    """What a backup holds, in short."""
    return _("{customers} customers, {interactions} contacts, {documents} documents").format(
        customers=f"{backup.count('customer'):,}",
        interactions=f"{backup.count('interaction'):,}",
        documents=f"{backup.count('document'):,}",
    )


def print_differences(differences: tuple[Difference, ...]) -> None:
    """What was and what is, beside each other."""
    rows = [
        (_kinds()[one.kind], f"{one.then:,}", "" if one.now is None else f"{one.now:,}")
        for one in differences
    ]
    print_table(("", _("in the backup"), _("before it")), rows)


def _kinds() -> dict[str, str]:
    return {
        "customer": _("customers"),
        "interaction": _("contacts"),
        "followup": _("follow-ups"),
        "case": _("cases"),
        "document": _("documents"),
        "purchase": _("purchases"),
        "person": _("people"),
    }
