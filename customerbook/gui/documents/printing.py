"""Printing at once, without a preview."""

from customerbook.documents import Options, document_named
from customerbook.gui.documents.keeping import keep, kept_copy, subject_of
from customerbook.gui.documents.preview import Preview
from customerbook.gui.documents.printers import no_printer, print_kept, usual_printer
from customerbook.gui.jobs import Progress
from customerbook.gui.shell import Shell
from customerbook.model.document import HandedOver
from customerbook.model.errors import BookError


def print_now(shell: Shell, kind: str, subject_id: int) -> None:
    """Keep a document and print it without a question; one kept before is printed as it was.

    Without a printer the preview opens and says so.
    """
    subject = subject_of(shell.session.book, document_named(kind), subject_id)
    name = usual_printer()
    if not name:
        shell.show_sheet(Preview(shell, kind, subject_id, notice=no_printer()))
        return
    kept = kept_copy(shell.session.book, subject)
    if kept is not None:
        print_kept(shell, subject, kept.content, name)
        return

    def draw(_progress: Progress) -> bytes:
        return subject.kind.build(shell.session.book, subject_id, Options()).content

    def drawn(content: bytes) -> None:
        try:
            if not shell.session.book.read_only:
                keep(shell.session, subject, content, HandedOver.PRINTED)
        except BookError as error:
            shell.say(error)
            return
        print_kept(shell, subject, content, name)

    shell.jobs.start(draw, done=drawn)
