"""Lets Python hash by what it has itself, before anything asks for a hash.

Its `hashlib` prefers OpenSSL, which takes 3.5 MB and some milliseconds at the unlock. The book is
encrypted by libraries that bring their own; what is hashed here by `hashlib` is small.
"""

import sys
from importlib.util import find_spec

_OWN = ("_md5", "_sha1", "_sha3", "_blake2")
_SHA2 = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")


def hash_without_openssl() -> None:
    """Keep OpenSSL from being loaded for hashes, where Python was built with hashes of its own.

    The results are the same. What is loaded already stays.
    """
    if all(find_spec(name) for name in (*_OWN, *_SHA2)):
        # None is how Python marks a module that is not to be found; `hashlib` and `hmac` do
        # without this one, as where Python was built without OpenSSL.
        sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]
