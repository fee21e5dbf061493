"""Hashing without OpenSSL: the same results, and OpenSSL is not there."""

import json
import subprocess
import sys

_TELL = """
import json, sys
if sys.argv[1] == "own":
    from customerbook.gui.own_hashes import hash_without_openssl
    hash_without_openssl()
import hashlib, hmac, secrets
names = ["md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"]
hashes = {name: hashlib.new(name, b"page", usedforsecurity=False).hexdigest() for name in names}
keyed = hmac.new(b"key", b"page", "sha256").hexdigest()
same = secrets.compare_digest(keyed, keyed)
print(json.dumps([[hashes, keyed, same], sys.modules.get("_hashlib") is not None]))
"""


def hashed(by: str) -> tuple[object, bool]:
    """Hashes of a process of its own, and whether OpenSSL made them."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL, by], capture_output=True, text=True, check=True, timeout=60
    )
    results, openssl = json.loads(done.stdout)
    return results, openssl


def test_hashes_are_the_same_without_openssl() -> None:
    results, openssl = hashed("own")
    assert not openssl
    assert results == hashed("usual")[0]
