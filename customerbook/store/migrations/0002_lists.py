"""Saved lists, and indexes from which alone a list of customers is filtered."""
# ruff: noqa: D101, D106

from typing import Any

from peewee import CharField, Database, IntegerField, Model, TextField


class SavedListRow(Model):
    id = IntegerField(primary_key=True)
    name = TextField(default="")
    wanted = TextField(default="")
    order = CharField()

    class Meta:
        table_name = "saved_list"


_INDEXES = (
    'DROP INDEX "customerrow_deleted_last_contact"',
    'DROP INDEX "tagrow_tag"',
    'CREATE INDEX "customerrow_deleted_last_contact_created" '
    'ON "customer" ("deleted", "last_contact", "created")',
    'CREATE INDEX "customerrow_deleted_responsible_id" ON "customer" ("deleted", "responsible_id")',
    'CREATE INDEX "addressrow_town_customer_id" ON "address" ("town", "customer_id")',
    'CREATE INDEX "tagrow_tag_customer_id" ON "tag" ("tag", "customer_id")',
    'CREATE INDEX "consentrow_purpose_given_customer_id" '
    'ON "consent" ("purpose", "given", "customer_id")',
    'CREATE INDEX "followuprow_state_customer_id" ON "followup" ("state", "customer_id")',
)


def up(migrator: Any, db: Database) -> None:  # noqa: ARG001 - the runner hands both over
    """Make the table and the indexes."""
    with db.bind_ctx([SavedListRow]):
        db.create_tables([SavedListRow], safe=False)
    for statement in _INDEXES:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
