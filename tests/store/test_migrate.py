"""Migrations: numbered scripts, each whole or not at all."""

from pathlib import Path

import pytest

from customerbook.model.errors import BookTooNewError, DamagedError, OpeningError
from customerbook.store.file import BookFile
from customerbook.store.folder import Hold, named
from customerbook.store.migrate import migrate, newest
from customerbook.store.opening import create_book_file, open_book_file
from tests.store.files import new_file, opened, some_keys

_FIRST = """
from peewee import ForeignKeyField, Model, TextField

class ShelfRow(Model):
    name = TextField()
    class Meta:
        table_name = "shelf"

class BoxRow(Model):
    shelf = ForeignKeyField(ShelfRow, on_delete="CASCADE")
    class Meta:
        table_name = "box"

def up(migrator, db):
    with db.bind_ctx([ShelfRow, BoxRow]):
        db.create_tables([ShelfRow, BoxRow], safe=False)
"""
_SECOND = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(migrator.add_column("shelf", "colour", TextField(null=True)))
    db.execute_sql("UPDATE shelf SET colour = 'red'")
"""
_FAILING = (
    _SECOND
    + """
    raise ZeroDivisionError
"""
)
_BREAKING = """
def up(migrator, db):
    db.execute_sql("DELETE FROM shelf")
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A folder with one script."""
    folder = tmp_path / "scripts"
    folder.mkdir()
    (folder / "0001_first.py").write_text(_FIRST)
    return folder


@pytest.fixture
def file(tmp_path: Path, scripts: Path) -> BookFile:
    """A book with the first shape and a box on a shelf."""
    file = new_file(tmp_path)
    assert migrate(file, scripts=scripts) == ("0001_first",)
    file.run("INSERT INTO shelf(id, name) VALUES (1, 'top')")
    file.run("INSERT INTO box(shelf_id) VALUES (1)")
    return file


def test_the_program_has_its_scripts() -> None:
    assert newest() >= 1


def test_a_new_book_gets_all_of_the_programs_tables(tmp_path: Path) -> None:
    key_file, keys, _code = some_keys()
    file = create_book_file(named(tmp_path / "shop"), key_file, keys, fill=migrate)
    assert file.schema_version == newest()
    assert migrate(file) == ()
    file.check()
    file.close()


def test_a_step_keeps_what_is_there(file: BookFile, scripts: Path) -> None:
    (scripts / "0002_colour.py").write_text(_SECOND)
    calls: list[int] = []
    assert migrate(file, before=lambda: calls.append(file.schema_version), scripts=scripts) == (
        "0002_colour",
    )
    assert calls == [1]
    assert file.schema_version == 2
    assert file.rows("SELECT * FROM shelf") == [(1, "top", "red")]
    assert file.rows("SELECT count(*) FROM box") == [(1,)]
    assert file.rows("PRAGMA foreign_keys") == [(1,)]
    assert migrate(file, before=lambda: calls.append(0), scripts=scripts) == ()
    assert calls == [1]


def test_a_new_book_needs_no_backup(tmp_path: Path, scripts: Path) -> None:
    file = new_file(tmp_path)
    calls: list[int] = []
    migrate(file, before=lambda: calls.append(1), scripts=scripts)
    assert not calls


def test_a_failed_step_leaves_the_book_as_it_was(
    file: BookFile, scripts: Path, tmp_path: Path
) -> None:
    (scripts / "0002_failing.py").write_text(_FAILING)
    with pytest.raises(ZeroDivisionError):
        migrate(file, scripts=scripts)
    assert file.schema_version == 1
    assert file.rows("SELECT * FROM shelf") == [(1, "top")]
    assert file.rows("SELECT name FROM migration") == [("0001_first",)]
    assert file.rows("PRAGMA foreign_keys") == [(1,)]
    file.close()
    older_program = opened(tmp_path, newest_schema=1)
    assert older_program.rows("SELECT name FROM shelf") == [("top",)]
    older_program.close()


def test_a_failed_backup_starts_nothing(file: BookFile, scripts: Path) -> None:
    def no_backup() -> None:
        raise ZeroDivisionError

    (scripts / "0002_colour.py").write_text(_SECOND)
    with pytest.raises(ZeroDivisionError):
        migrate(file, before=no_backup, scripts=scripts)
    assert file.schema_version == 1


def test_a_step_that_breaks_references_is_undone(file: BookFile, scripts: Path) -> None:
    (scripts / "0002_breaking.py").write_text(_BREAKING)
    with pytest.raises(DamagedError):
        migrate(file, scripts=scripts)
    assert file.schema_version == 1
    assert file.rows("SELECT count(*) FROM shelf") == [(1,)]


def test_a_step_without_a_transaction_is_refused(file: BookFile, scripts: Path) -> None:
    (scripts / "0002_loose.py").write_text("atomic = False\n" + _SECOND)
    with pytest.raises(RuntimeError):
        migrate(file, scripts=scripts)
    assert file.rows("SELECT * FROM shelf") == [(1, "top")]


def test_a_step_may_not_reach_out_of_the_book(file: BookFile, scripts: Path) -> None:
    (scripts / "0002_out.py").write_text(
        "def up(migrator, db):\n    db.execute_sql(\"ATTACH ':memory:' AS other\")\n"
    )
    with pytest.raises(Exception, match="not authorized"):
        migrate(file, scripts=scripts)
    assert file.schema_version == 1


def test_a_newer_book_is_untouched(file: BookFile, scripts: Path) -> None:
    (scripts / "0002_colour.py").write_text(_SECOND)
    migrate(file, scripts=scripts)
    (scripts / "0002_colour.py").unlink()
    with pytest.raises(BookTooNewError):
        migrate(file, scripts=scripts)
    (scripts / "0002_other.py").write_text(_SECOND)
    with pytest.raises(BookTooNewError):
        migrate(file, scripts=scripts)
    assert file.schema_version == 2


@pytest.mark.parametrize("names", [[], ["0002_colour.py"], ["0001_a.py", "0001_b.py"]])
def test_a_program_without_all_of_its_scripts_does_not_start(
    names: list[str], tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).write_text(_SECOND)
    with pytest.raises(OpeningError, match="Install it again"):
        newest(tmp_path)


def test_a_book_that_can_only_be_read_is_not_converted(file: BookFile, scripts: Path) -> None:
    (scripts / "0002_colour.py").write_text(_SECOND)
    file.close()
    again = open_book_file(Hold(file.hold.folder, None), file.key_file, file.keys, newest_schema=2)
    with pytest.raises(OpeningError, match="converted"):
        migrate(again, scripts=scripts)
    again.close()
