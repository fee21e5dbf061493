"""Ways into a closed book: whose keys they open, and what the log says of it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from customerbook.model.errors import DamagedError
from customerbook.store.folder import Hold, key_files
from customerbook.store.keyfile import KeyFile
from customerbook.store.keys import Keys, slot_of_person, unlock_passphrase, unlock_recovery
from customerbook.store.this_pc import unlock_pin, unlock_stay

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shown:
    """What somebody shows to come in: one of the four; `person` is their id, if it is known.

    Without a person the passphrases of everyone are tried; PIN and staying need one.
    """

    person: str = ""
    passphrase: str = ""
    recovery_code: str = ""
    pin: str = ""
    stay: bool = False

    def way(self) -> tuple[str, Callable[[KeyFile], Keys]]:
        """Its name for the log, and what opens a key file with it."""
        if self.recovery_code:
            return "recovery code", lambda found: unlock_recovery(found, self.recovery_code)
        if self.pin:
            return "PIN", lambda found: unlock_pin(found, self.person, self.pin)
        if self.stay:
            return "this PC", lambda found: unlock_stay(found, self.person)
        return "passphrase", self._by_passphrase

    def _by_passphrase(self, key_file: KeyFile) -> Keys:
        return unlock_passphrase(key_file, slot_of_person(key_file, self.person), self.passphrase)


def unlock(hold: Hold, shown: Shown) -> tuple[KeyFile, Keys]:
    """The key file that fits, and the keys behind it.

    Raises:
        WrongKeyError: what is shown opens nothing.
        TooSoonError: it was wrong too often just now.
        NotAvailableError: this PC has nothing that goes with it.
        DamagedError: the key file was changed by something else, and its second copy too.
    """
    name, way = shown.way()
    with hold.tries.one(f"by {name}, person {shown.person or 'unknown'}"):
        key_file, keys = _newest_that_is_genuine(hold, way)
    log.info("unlocked: by %s, person %s", name, keys.person)
    return key_file, keys


def _newest_that_is_genuine(hold: Hold, way: Callable[[KeyFile], Keys]) -> tuple[KeyFile, Keys]:
    newest, *older = key_files(hold.folder)
    try:
        return newest, way(newest)
    except DamagedError:
        if not older:
            raise
        return older[0], way(older[0])
