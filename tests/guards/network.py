"""The program never talks to the network; a test that does fails, swallowed error or not."""

import socket
import sys
from collections.abc import Iterator

import pytest

_attempts: list[str] = []


class NetworkUsedError(AssertionError):
    """Something tried to reach another computer."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host, *_rest = arguments
        target = f"a look-up of {host!r}"
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        own, *_rest = arguments
        if isinstance(own, socket.socket) and own.family == getattr(socket, "AF_UNIX", None):
            return
        target = f"{event} {arguments[1:]!r}"
    else:
        return
    _attempts.append(target)
    raise NetworkUsedError(target)


# An audit hook sees every way to a socket from Python, C extensions of the standard library
# included. It cannot be taken out again, which is what is wanted here.
sys.addaudithook(_refuse)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    _attempts.clear()
    yield
    if _attempts:
        pytest.fail("The test tried to use the network: " + ", ".join(_attempts))


@pytest.fixture
def network_attempts() -> list[str]:
    """Attempts so far, to be cleared by the tests of this guard itself."""
    return _attempts
