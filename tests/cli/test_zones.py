from zoneinfo import ZoneInfo, available_timezones

import pytest

from customerbook.cli import zones
from customerbook.cli.zones import zone_of
from customerbook.model.country import COUNTRIES


def test_every_country_has_a_zone_that_exists() -> None:
    known = available_timezones()
    nowhere = {country for country in COUNTRIES if zone_of(country) not in known}
    # These are dependencies without an entry of their own.
    assert nowhere == set()
    assert {country for country in COUNTRIES if zone_of(country) == "UTC"} <= {
        "DG",
        "EA",
        "IC",
        "XK",
    }


@pytest.mark.parametrize(
    ("country", "zone"),
    {
        "DE": "Europe/Berlin",
        "JP": "Asia/Tokyo",
        "AU": "Australia/Sydney",
        "RU": "Europe/Moscow",
        "US": "America/New_York",
        "??": "UTC",
    }.items(),
)
def test_the_usual_zone_of_a_country(country: str, zone: str) -> None:
    assert zone_of(country) == zone


@pytest.mark.parametrize(
    ("computer", "country", "zone"),
    [
        ("America/Los_Angeles", "US", "America/Los_Angeles"),
        ("America/Chicago", "US", "America/Chicago"),
        ("Atlantic/Canary", "ES", "Atlantic/Canary"),
        ("Australia/Perth", "AU", "Australia/Perth"),
    ],
)
def test_the_clock_of_the_computer_chooses_among_several(
    monkeypatch: pytest.MonkeyPatch, computer: str, country: str, zone: str
) -> None:
    real = zones._offsets
    monkeypatch.setattr(zones, "_offsets", lambda z: real(z or ZoneInfo(computer)))
    assert zone_of(country) == zone
