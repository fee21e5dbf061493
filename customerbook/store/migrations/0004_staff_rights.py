"""What staff may do, switched by the owner."""
# ruff: noqa: D101, D106

from typing import Any

from peewee import BooleanField, Database, IntegerField, Model


class StaffRightsRow(Model):
    id = IntegerField(primary_key=True)
    change_customers = BooleanField()
    may_delete = BooleanField(column_name="delete")  # peewee has a `delete` of its own
    import_files = BooleanField()
    export = BooleanField()
    insights = BooleanField()

    class Meta:
        table_name = "staff_rights"


def up(migrator: Any, db: Database) -> None:  # noqa: ARG001 - the runner hands both over
    """Make the table with its one row: what staff could do so far."""
    with db.bind_ctx([StaffRightsRow]):
        db.create_tables([StaffRightsRow], safe=False)
        StaffRightsRow.create(
            id=1,
            change_customers=True,
            may_delete=False,
            import_files=False,
            export=False,
            insights=False,
        )
