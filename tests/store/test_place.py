"""Places where a book is not safe are recognised on every system."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from customerbook.store import place
from customerbook.store.place import (
    Place,
    advice,
    backup_advice,
    backup_folder,
    is_cloud_folder,
    of_type,
    place_of,
)

_LINUX = """\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
31 22 0:26 / /proc rw,nosuid shared:5 - proc proc rw
44 22 8:1 / /media/martha/STICK\\040ONE rw,nosuid shared:9 - vfat /dev/sdb1 rw
45 22 0:50 / /mnt/office rw,relatime shared:10 - cifs //server.example.org/office rw
46 45 8:2 / /mnt/office/local rw - ext4 /dev/sdc1 rw
47 22 0:51 / /home/martha/far rw - fuse.sshfs martha@host.example.org: rw
48 22 0:52 / /home/martha/far rw - ext4 /dev/sdd1 rw
"""
_MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//martha@server.example.org/Office on /Volumes/Office (smbfs, nodev, nosuid, mounted by martha)
/dev/disk4s1 on /Volumes/STICK ONE (msdos, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/martha/Shop.customerbook", Place.LOCAL),
        ("/media/martha/STICK ONE/Shop.customerbook", Place.FAT),
        ("/media/martha/STICK", Place.LOCAL),
        ("/mnt/office/Shop.customerbook", Place.NETWORK),
        ("/mnt/office/local/Shop.customerbook", Place.LOCAL),
        ("/home/martha/far", Place.LOCAL),
    ],
)
def test_linux(path: str, expected: Place) -> None:
    assert of_type(place.linux_type(_LINUX, PurePosixPath(path))) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/Users/martha/Shop.customerbook", Place.LOCAL),
        ("/Volumes/Office/Shop.customerbook", Place.NETWORK),
        ("/Volumes/STICK ONE/Shop.customerbook", Place.FAT),
    ],
)
def test_macos(path: str, expected: Place) -> None:
    assert of_type(place.mac_type(_MAC, PurePosixPath(path))) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NTFS", Place.LOCAL),
        ("FAT32", Place.FAT),
        ("exFAT", Place.FAT),
        ("remote", Place.NETWORK),
        ("", Place.LOCAL),
    ],
)
def test_windows(name: str, expected: Place) -> None:
    assert of_type(name) is expected


@pytest.mark.parametrize(
    "path",
    [
        PurePosixPath("/home/martha/Dropbox/Shop.customerbook"),
        PurePosixPath("/home/martha/Nextcloud/Work/Shop.customerbook"),
        PurePosixPath("/Users/martha/Library/Mobile Documents/com~apple~CloudDocs/Shop"),
        PurePosixPath("/Users/martha/Library/CloudStorage/GoogleDrive-m@example.org/My Drive"),
        PureWindowsPath(r"C:\Users\Martha\OneDrive\Documents\Shop.customerbook"),
        PureWindowsPath(r"C:\Users\Martha\OneDrive - Radwerk Linden\Shop.customerbook"),
        PureWindowsPath(r"G:\Google Drive\Shop.customerbook"),
    ],
)
def test_folders_that_a_service_copies(path: PurePosixPath) -> None:
    assert is_cloud_folder(path)


@pytest.mark.parametrize(
    "path", ["/home/martha/Documents/Shop", "/srv/dropboxes/x", "/home/omega/x", "/"]
)
def test_ordinary_folders(path: str) -> None:
    assert not is_cloud_folder(PurePosixPath(path))


def test_this_computer_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert place_of(tmp_path / "Shop.customerbook") in Place
    assert place_of(tmp_path / "Dropbox" / "Shop.customerbook") is Place.CLOUD

    def unknown(_path: Path) -> str:
        raise OSError

    monkeypatch.setattr(place, "_file_system", unknown)
    assert place_of(tmp_path) is Place.LOCAL


def test_only_a_good_place_needs_no_advice() -> None:
    assert [kind for kind in Place if not advice(kind)] == [Place.LOCAL]
    assert all("backups" in advice(kind) for kind in Place if kind is not Place.LOCAL)


def test_backups_on_the_disk_of_the_book_are_advised_against(tmp_path: Path) -> None:
    assert "same disk" in backup_advice(tmp_path, tmp_path.parent)
    assert backup_advice(tmp_path / "none", tmp_path) == ""
    other = Path("/proc")
    if other.is_dir():
        assert backup_advice(other, tmp_path) == ""


def test_backups_have_a_folder_in_the_account(home: Path) -> None:
    assert backup_folder().is_relative_to(home)
    assert not backup_folder().exists()
