"""All verbs of the command line, in the order in which the help lists them."""

from customerbook.cli import (
    add,
    check,
    done,
    due,
    find,
    import_file,
    log,
    new,
    print_document,
    redo,
    sample,
    self_test,
    show,
    undo,
)

VERBS = (
    new.VERB,
    sample.VERB,
    find.VERB,
    show.VERB,
    add.VERB,
    log.VERB,
    due.VERB,
    done.VERB,
    print_document.VERB,
    import_file.VERB,
    undo.VERB,
    redo.VERB,
    check.VERB,
    self_test.VERB,
)
"""The registry: a verb is a module here and a name in this tuple."""
