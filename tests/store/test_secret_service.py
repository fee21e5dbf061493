"""The keyring against a real Secret Service: GNOME's, on a session bus of the test's own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from customerbook.store.keychain import SERVICE

_ROOT = Path(__file__).parents[2]
_PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
_MISSING = [name for name in _PROGRAMS if shutil.which(name) is None]
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts nothing by itself: neither a keyring nor a window that asks to unlock it."""

Play = Callable[[str], dict[str, Any]]

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux", reason="the Secret Service is the keyring of Linux"
    ),
    pytest.mark.skipif(
        bool(_MISSING), reason=f"not installed: {_MISSING}; packaging/test.sh installs it"
    ),
]


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Play a scene on a bus of its own, in a home of its own; what it found."""
    home, runtime = tmp_path / "home", tmp_path / "run"
    for folder in (home, runtime):
        folder.mkdir(mode=0o700)
    bus = tmp_path / "bus.conf"
    bus.write_text(_BUS.format(folder=runtime))
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
    }

    def played(scene: str) -> dict[str, Any]:
        ours = [sys.executable, "-m", "tests.store.secret_service", scene]
        done = subprocess.run(
            ["dbus-run-session", f"--config-file={bus}", "--", *ours, _book(tmp_path)],
            cwd=_ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return played


def _book(folder: Path) -> str:
    return str(folder / "shop.customerbook")


def test_a_secret_is_kept_under_ids_alone(play: Play) -> None:
    found = play("keeps")
    ((label, attributes),) = found["items"]
    name = "0123456789abcdef0123456789abcdef/1"
    assert label == f"Password for '{name}' on '{SERVICE}'"
    assert {value for key, value in attributes.items() if key in ("service", "username")} == {
        SERVICE,
        name,
    }
    assert (found["empty"], found["written"], found["read"]) == (True, True, True)
    assert (found["forgotten"], found["left"]) == (True, 0)


def test_pin_and_staying_signed_in_open_a_book(play: Play) -> None:
    found = play("comes_in")
    (item,) = found["items"]
    told = json.dumps(item)
    for secret in ("Martha", "Radwerk", "shop.customerbook", "493817"):
        assert secret not in told
    assert found["left"] == [4, 3, 2, 1, 0]
    assert "after that the PIN is heard again" in found["pin"]
    assert (found["worn out"], found["again"]) == (["1"], "")
    assert all("does not know you" in refusal for refusal in found["dropped"])
    assert found["kept"] == 0
    assert found["seconds"] < 20


@pytest.mark.parametrize(
    ("scene", "why"),
    [
        ("is_locked", "The keyring of this computer is locked."),
        ("hangs", "The keyring of this computer does not answer."),
        ("dies", "The keyring of this computer reports a fault."),
        ("is_missing", "This computer has no keyring that is running."),
    ],
)
def test_what_is_wrong_with_it_is_said_and_the_passphrase_opens(
    play: Play, scene: str, why: str
) -> None:
    found = play(scene)
    refusals = [found["here"], found["pin set"], found["stay set"], found["pin"], found["stay"]]
    if scene == "is_missing":  # nobody was told to come in here, so the keyring is not asked
        assert refusals[0] == ""
        assert all("does not know you" in refusal for refusal in refusals[3:])
        refusals = refusals[1:3]
    for refusal in refusals:
        assert refusal == f"{why} The passphrase opens the book all the same."
    assert found["passphrase"] == ""
    assert found["seconds"] < 30
