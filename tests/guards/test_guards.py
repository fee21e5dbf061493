"""The guards themselves: each fails the test that it is there for, and lets the others pass."""

import logging
import os
import socket
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from platformdirs import user_data_path

from customerbook.model.clock import now
from tests.guards.clock import StoppedClock
from tests.guards.network import NetworkUsedError
from tests.guards.sizes import measure

Outcomes = Callable[[str, str], dict[str, int]]


@pytest.fixture
def outcomes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Outcomes:
    """Run tests under one guard in a process of their own: what comes of them."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))

    def run(guard: str, source: str) -> dict[str, int]:
        pytester.makepyfile(source)
        result = pytester.runpytest_subprocess("-p", f"tests.guards.{guard}", "-p", "no:randomly")
        return result.parseoutcomes()

    return run


def test_an_unexpected_warning_fails_the_test(outcomes: Outcomes) -> None:
    source = """
        import logging
        def test_loud():
            logging.getLogger("shop").warning("the till is open")
        def test_quiet():
            logging.getLogger("shop").info("the till is closed")
    """
    assert outcomes("logs", source) == {"passed": 2, "errors": 1}


def test_an_announced_record_has_to_come(outcomes: Outcomes) -> None:
    source = """
        import logging
        def test_comes(expect_log):
            expect_log("shop: the till")
            logging.getLogger("shop").warning("the till is open")
        def test_does_not_come(expect_log):
            expect_log("shop: the till")
    """
    assert outcomes("logs", source) == {"passed": 2, "errors": 1}


def test_announced_warnings_pass(expect_log: Callable[[str], None]) -> None:
    expect_log("shop: .* open")
    logging.getLogger("shop").error("the till is %s", "open")


def test_the_network_is_refused(network_attempts: list[str]) -> None:
    with pytest.raises(NetworkUsedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
        pytest.raises(NetworkUsedError),
    ):
        sender.sendto(b"", ("192.0.2.1", 53))
    assert len(network_attempts) == 2
    network_attempts.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Windows has no such sockets in Python")
def test_programs_on_the_same_computer_may_talk(home: Path) -> None:
    path = str(home / "door")
    with (
        socket.socket(socket.AF_UNIX) as server,
        socket.socket(socket.AF_UNIX) as client,
    ):
        server.bind(path)
        server.listen()
        client.connect(path)


def test_a_swallowed_attempt_fails_the_test_all_the_same(outcomes: Outcomes) -> None:
    source = """
        import contextlib, socket
        def test_sneaky():
            with contextlib.suppress(Exception):
                socket.getaddrinfo("example.org", 80)
    """
    assert outcomes("network", source) == {"passed": 1, "errors": 1}


def test_a_left_over_widget_fails_the_test(outcomes: Outcomes) -> None:
    source = """
        from PySide6.QtWidgets import QLabel
        kept = []
        def test_leaves_one(qapp):
            kept.append(QLabel("forgotten"))
        def test_gives_it_to_qtbot(qtbot):
            qtbot.addWidget(QLabel("tidy"))
    """
    assert outcomes("widgets", source) == {"passed": 2, "errors": 1}


def test_secrets_stay_in_memory() -> None:
    keyring.set_password("customerbook", "shop", "secret")
    assert keyring.get_password("customerbook", "shop") == "secret"
    keyring.delete_password("customerbook", "shop")
    assert keyring.get_password("customerbook", "shop") is None


def test_time_zone_language_and_places_are_fixed(home: Path) -> None:
    assert os.environ["LC_ALL"] == "C.UTF-8"
    if hasattr(time, "tzset"):
        assert time.tzname == ("CET", "CEST")
    if sys.platform == "linux":
        assert user_data_path("customerbook").is_relative_to(home)


def test_the_clock_stands_still_until_it_is_moved(clock: StoppedClock) -> None:
    before = now()
    assert before == now() == datetime(2026, 11, 21, 9, 22, tzinfo=UTC)
    clock.move(timedelta(days=1))
    assert now() - before == timedelta(days=1)


def test_sizes_are_measured(tmp_path: Path) -> None:
    body = "".join(f"    line({n})\n" for n in range(50))
    (tmp_path / "long.py").write_text(f"def much():\n{body}", encoding="utf-8")
    assert measure(tmp_path) == [
        "1 modules, median 51 lines",
        "functions over 40: long.py:much (51)",
    ]
