"""Where a book lies, and whether that is a place where it is safe: a disk of this computer.

Network shares and folders that a cloud service copies break the locks and the order of writes that
the book relies on; FAT knows neither rights nor a durable rename. Nothing is refused, only advised.
"""

import ctypes
import re
import subprocess
import sys
from enum import Enum, auto
from pathlib import Path, PurePath

from customerbook.model.texts import _


class Place(Enum):
    """What kind of place a folder is in."""

    LOCAL = auto()
    NETWORK = auto()
    CLOUD = auto()
    FAT = auto()


_NETWORK_TYPES = frozenset(
    (
        *("9p", "afpfs", "afs", "ceph", "cifs", "curlftpfs", "davfs", "glusterfs", "lustre"),
        *("ncpfs", "nfs", "nfs3", "nfs4", "smb3", "smbfs", "webdav"),
        *("fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs"),
    )
)
_FAT_TYPES = frozenset(["exfat", "fat", "fat32", "msdos", "umsdos", "vfat"])
_CLOUD_FOLDERS = re.compile(
    r"(box( sync)?|cloudstorage|dropbox|google ?drive|icloud ?drive|magentacloud|mega"
    r"|mobile documents|my drive|nextcloud|onedrive|owncloud|pcloud ?drive|proton ?drive|seafile"
    r"|syncthing|tresorit|yandex\.disk)( ?[-(].*)?",
    re.IGNORECASE,
)
_MOUNT_LINE = re.compile(r".* on (?P<point>/.*) \((?P<type>[^,)]+).*\)")
_DRIVE_REMOTE = 4


def place_of(path: Path) -> Place:
    """The place of a folder or file that is there, or will be."""
    absolute = path.expanduser().absolute()
    if is_cloud_folder(absolute):
        return Place.CLOUD
    try:
        return of_type(_file_system(absolute.resolve()))
    except (OSError, subprocess.SubprocessError):
        return Place.LOCAL  # an advice that cannot be given is none


def advice(place: Place) -> str:
    """What to tell the person before a book is made or moved there; nothing for a good place."""
    return {
        Place.LOCAL: "",
        Place.NETWORK: _(
            "This folder is on another computer. A book can be damaged there when the network "
            "fails. Keep the book on this computer and put its backups there instead."
        ),
        Place.CLOUD: _(
            "A cloud service copies this folder. It can mix up two states of a book. "
            "Keep the book outside of it and put its backups there instead."
        ),
        Place.FAT: _(
            "This disk is formatted with FAT, as memory sticks are, and does not protect the "
            "book's files. Keep the book on this computer's own disk and its backups here."
        ),
    }[place]


def backup_folder() -> Path:
    """Where backups go on this computer, unless somebody chose another place; may be missing."""
    from platformdirs import user_data_path  # noqa: PLC0415 - the first page does not wait for it

    return user_data_path("customerbook", appauthor=False) / "backups"


def backup_advice(folder: Path, book: Path) -> str:
    """What to tell the person whose backups go here; nothing if it is another disk than the book's.

    For places beside the folder on this computer, which are there for the day its disk fails.
    """
    try:
        shared = folder.stat().st_dev == book.stat().st_dev
    except OSError:
        return ""
    if not shared:
        return ""
    return _(
        "“{folder}” is on the same disk as the book. If that fails, both are gone. "
        "Keep backups on a stick or another computer, too."
    ).format(folder=folder)


def is_cloud_folder(path: PurePath) -> bool:
    """Whether a folder on the way carries the name of a service that copies it elsewhere."""
    return any(_CLOUD_FOLDERS.fullmatch(part) for part in path.parts)


def of_type(file_system: str) -> Place:
    """The kind of place that a file system of this name is."""
    name = file_system.lower()
    if name in _NETWORK_TYPES or name == "remote":
        return Place.NETWORK
    return Place.FAT if name in _FAT_TYPES else Place.LOCAL


def linux_type(mountinfo: str, path: PurePath) -> str:
    """The file system of a path, by the text of `/proc/self/mountinfo`."""
    mounts = []
    for line in mountinfo.splitlines():
        mount, _dash, source = line.partition(" - ")
        fields, kind = mount.split(), source.split()
        if len(fields) > 4 and kind:
            mounts.append((_unescaped(fields[4]), kind[0]))
    return _nearest(mounts, path)


def mac_type(mounts: str, path: PurePath) -> str:
    """The file system of a path, by what `mount` prints."""
    found = filter(None, map(_MOUNT_LINE.fullmatch, mounts.splitlines()))
    return _nearest([(line["point"], line["type"]) for line in found], path)


def _file_system(path: Path) -> str:
    if sys.platform == "win32":
        found = _windows_type(path)
    elif sys.platform == "darwin":
        printed = subprocess.run(["/sbin/mount"], capture_output=True, timeout=5, check=True)
        found = mac_type(printed.stdout.decode("utf-8", "replace"), path)
    else:
        table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
        found = linux_type(table, path)
    return found


def _windows_type(path: Path) -> str:
    root = path.anchor
    if root.startswith("\\\\"):
        return "remote"
    kernel = ctypes.CDLL("kernel32")
    if kernel.GetDriveTypeW(ctypes.c_wchar_p(root)) == _DRIVE_REMOTE:
        return "remote"
    name = ctypes.create_unicode_buffer(64)
    kernel.GetVolumeInformationW(ctypes.c_wchar_p(root), None, 0, None, None, None, name, 64)
    return name.value


def _nearest(mounts: list[tuple[str, str]], path: PurePath) -> str:
    """Type of the innermost mount that holds the path; of two at one point the later one."""
    best, found = -1, ""
    for point, kind in mounts:
        depth = len(PurePath(point).parts)
        if depth >= best and path.is_relative_to(point):
            best, found = depth, kind
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)
