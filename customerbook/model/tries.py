"""How wrong tries to sign in slow down the next one."""

PIN_TRIES = 5
"""After so many wrong ones in a row a PIN is not heard until the passphrase was given."""

_FREE = 2
_LONGEST = 60.0


def wait_after(wrong: int) -> float:
    """Seconds until the next try is heard: none after two wrong ones, then 2, 4, 8 … up to 60."""
    return min(_LONGEST, 2.0 ** min(wrong - _FREE, 16)) if wrong > _FREE else 0.0
