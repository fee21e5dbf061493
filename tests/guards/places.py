"""Every test has a home folder of its own: nothing reaches the person's, or another test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

_PLACES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.fixture(autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("places")
    with pytest.MonkeyPatch.context() as environment:
        for name, place in _PLACES.items():
            folder = root / place
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            environment.setenv(name, str(folder))
        for name in ("CUSTOMERBOOK_PASSPHRASE", "DISPLAY", "WAYLAND_DISPLAY"):
            environment.delenv(name, raising=False)
        yield root


@pytest.fixture
def home(_own_places: Path) -> Path:
    """The home folder of this test; settings, data and cache lie below it."""
    return _own_places / "home"
