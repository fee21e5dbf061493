"""Where a verb may write."""

from pathlib import Path

from customerbook.model.errors import DiskError
from customerbook.model.texts import _


def refuse_as_file(target: Path, example: str) -> None:
    """DiskError if no file can be made there; `example` is a name to propose."""
    if target.is_dir():
        raise DiskError(
            _("“{path}” is a folder. Name a file in it, such as {path}/{name}.").format(
                path=target, name=example
            )
        )
    if not target.parent.is_dir():
        raise DiskError(_("There is no folder “{path}”.").format(path=target.parent))
