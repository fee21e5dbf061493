"""The tables of a book, in portable peewee.

A column of the same name holds each plain field of a record (`store.rows` turns values); columns
beyond the record are normalised forms to search and sort by, written with it. The models are
bound to no database: `BookDatabase.rows` and `.run` execute their queries.
"""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def _table_name(model: type[Model]) -> str:
    name = "".join("_" + c.lower() if c.isupper() else c for c in model.__name__)
    return name.removesuffix("_row").lstrip("_")


class Row(Model):
    """A table; named like its class without `Row`."""

    class Meta:
        """How peewee names the tables."""

        table_function = _table_name
        legacy_table_names = False


def _id() -> Any:
    # Ids come from `CounterRow`, so that the id of a removed record is never given again.
    return IntegerField(primary_key=True)


def _text() -> Any:
    return TextField(default="")


def _moment() -> Any:
    return BigIntegerField(null=True)


def _optional() -> Any:
    return CharField(null=True)


class CounterRow(Row):
    """The next free number of each kind of record and reference."""

    name = CharField(primary_key=True)
    next = IntegerField()


class BookRow(Row):
    """One row: who this book is and how far it got."""

    id = IntegerField(primary_key=True)
    uid = CharField()
    commits = IntegerField()
    head = BlobField()


class ShopRow(Row):
    """The shop; one row."""

    id = _id()
    name = _text()
    line = _text()
    street = _text()
    postcode = _text()
    town = _text()
    country = _text()
    phone = _text()
    email = _text()
    web = _text()
    hours = _text()
    owner = _text()
    language = _text()
    zone = _text()
    currency = _text()
    paper = _text()
    lock_minutes = IntegerField()
    logo = BlobField()


class PersonRow(Row):
    """People who work in the shop."""

    id = _id()
    name = _text()
    role = CharField()
    active = BooleanField()
    last_here = _moment()


class TopicRow(Row):
    """What interactions are about."""

    id = _id()
    name = _text()
    active = BooleanField()


class SnippetRow(Row):
    """Text blocks."""

    id = _id()
    keyword = CharField(index=True)
    text = _text()


class TemplateRow(Row):
    """Wording of documents."""

    id = _id()
    document = CharField()
    part = CharField()
    language = CharField()
    text = _text()


class CustomerRow(Row):
    """Customers, with what a list of them shows."""

    id = _id()
    kind = CharField()
    prefix = _text()
    given = _text()
    additional = _text()
    family = _text()
    suffix = _text()
    nickname = _text()
    organisation = _text()
    department = _text()
    title = _text()
    organisation_id = IntegerField(null=True, index=True)
    language = _text()
    preferred_channel = _optional()
    best_time = _text()
    responsible_id = IntegerField(null=True)
    interval_days = IntegerField(null=True)
    since = _optional()
    uid = CharField(index=True)
    kept = _text()
    created = _moment()
    deleted = _moment()
    # derived from the record
    name = _text()
    sort_name = CharField()
    phone = _text()
    email = _text()
    town = _text()
    do_not_call = BooleanField()
    # derived from interactions and cases
    last_contact = _moment()
    open_complaint = BooleanField(default=False, constraints=[SQL("DEFAULT 0")])

    class Meta:
        """Lists are put in order from an index alone, without reading 100,000 customers."""

        indexes = (
            (("deleted", "sort_name"), False),
            (("deleted", "last_contact", "created"), False),
            (("deleted", "responsible_id"), False),
        )


class MethodRow(Row):
    """Contact methods; `folded` is a phone's digits in full or the folded address."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    kind = CharField()
    value = _text()
    label = _text()
    preferred = BooleanField()
    folded = CharField(index=True)

    class Meta:
        """One row a position."""

        primary_key = CompositeKey("customer", "position")


class AddressRow(Row):
    """Postal addresses."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    street = _text()
    extended = _text()
    post_box = _text()
    postcode = _text()
    town = _text()
    region = _text()
    country = _text()
    label = _text()
    preferred = BooleanField()

    class Meta:
        """One row a position; a town's customers are read from the index alone."""

        primary_key = CompositeKey("customer", "position")
        indexes = ((("town", "customer"), False),)


class DateRow(Row):
    """Birthdays and other days."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    kind = CharField()
    month = IntegerField()
    day = IntegerField()
    year = IntegerField(null=True)
    label = _text()

    class Meta:
        """One row a position; found by the day of the year."""

        primary_key = CompositeKey("customer", "position")
        indexes = ((("month", "day"), False),)


class NoteRow(Row):
    """Notes about customers."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    text = _text()
    pinned = BooleanField()

    class Meta:
        """One row a position."""

        primary_key = CompositeKey("customer", "position")


class TagRow(Row):
    """Tags of customers."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    tag = CharField()

    class Meta:
        """One row a position; a tag's customers are read from the index alone."""

        primary_key = CompositeKey("customer", "position")
        indexes = ((("tag", "customer"), False),)


class FieldRow(Row):
    """Custom fields of customers."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    name = _text()
    value = _text()

    class Meta:
        """One row a position."""

        primary_key = CompositeKey("customer", "position")


class ForbiddenRow(Row):
    """Channels a customer does not want."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    channel = CharField()
    since = _optional()
    advice = _text()

    class Meta:
        """One row a position."""

        primary_key = CompositeKey("customer", "position")


class ConsentRow(Row):
    """Consents of customers."""

    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    purpose = _text()
    given = BooleanField()
    day = _optional()
    wording = _text()
    source = _text()

    class Meta:
        """One row a position; found by purpose."""

        primary_key = CompositeKey("customer", "position")
        indexes = ((("purpose", "given", "customer"), False),)


class CaseRow(Row):
    """Cases."""

    id = _id()
    number = CharField(unique=True)
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", null=True)
    title = _text()
    status = CharField()
    complaint = BooleanField()
    priority = CharField()
    responsible_id = IntegerField(null=True)
    opened = _moment()
    solved = _moment()
    cause = _text()
    correction = _text()
    prevention = _text()


class InteractionRow(Row):
    """Interactions."""

    id = _id()
    reference = CharField(unique=True)
    channel = CharField()
    direction = CharField()
    moment = BigIntegerField(index=True)
    duration = IntegerField(null=True)
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", null=True, index=False)
    caller = _text()
    topic = ForeignKeyField(TopicRow, column_name="topic_id", null=True)
    nature = _optional()
    note = _text()
    private_note = _text()
    outcome = _optional()
    person_id = IntegerField(null=True)
    rating = IntegerField(null=True)
    case_id = IntegerField(null=True, index=True)

    class Meta:
        """A customer's timeline is read in the order of time."""

        indexes = ((("customer", "moment"), False),)


class FollowupRow(Row):
    """Follow-ups and promises; late from `due` on, a reminder is shown from `remind` on."""

    id = _id()
    kind = CharField()
    title = _text()
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", null=True)
    case_id = IntegerField(null=True)
    interaction = ForeignKeyField(InteractionRow, column_name="interaction_id", null=True)
    person_id = IntegerField(null=True)
    due_day = CharField()
    due_time = _optional()
    not_before = _optional()
    zone = CharField()
    promise = BooleanField()
    state = CharField()
    priority = CharField()
    recurrence = _text()
    after_completion = BooleanField()
    created = _moment()
    done = _moment()
    result_id = IntegerField(null=True)
    reason = _text()
    # derived
    due = BigIntegerField()
    remind = BigIntegerField()

    class Meta:
        """Open ones are read in the order in which they become due."""

        indexes = (
            (("state", "due"), False),
            (("state", "remind"), False),
            (("state", "customer"), False),
        )


class ReminderRow(Row):
    """Which reminders were shown."""

    id = _id()
    followup = ForeignKeyField(FollowupRow, column_name="followup_id", on_delete="CASCADE")
    due = BigIntegerField()
    shown = _moment()


class DocumentRow(Row):
    """Documents with their bytes."""

    id = _id()
    number = CharField(index=True)
    kind = CharField()
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", null=True)
    interaction = ForeignKeyField(InteractionRow, column_name="interaction_id", null=True)
    person_id = IntegerField(null=True)
    made = _moment()
    language = CharField()
    handed_over = CharField()
    supersedes_id = IntegerField(null=True)
    sha256 = CharField()
    content = BlobField()


class PurchaseRow(Row):
    """Purchases."""

    id = _id()
    number = CharField(index=True)
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", null=True)
    moment = _moment()
    total = BigIntegerField()
    currency = CharField()
    source = _text()


class PurchaseLineRow(Row):
    """Articles of purchases."""

    purchase = ForeignKeyField(PurchaseRow, column_name="purchase_id", on_delete="CASCADE")
    position = IntegerField()
    text = _text()
    quantity = IntegerField()
    amount = BigIntegerField()

    class Meta:
        """One row a position."""

        primary_key = CompositeKey("purchase", "position")


class ChangeRow(Row):
    """The change log; append-only. `mac` chains each change to the one before."""

    id = _id()
    operation = CharField()
    subject = _text()
    person_id = IntegerField(null=True)
    moment = BigIntegerField()
    asked = CharField()
    undoes = IntegerField(null=True)
    undoable = BooleanField()
    mac = BlobField()
    part_of = IntegerField(null=True)


class EntryRow(Row):
    """Images of the records of a change, as JSON; `digest` outlives images that were erased."""

    change = ForeignKeyField(ChangeRow, column_name="change_id")
    position = IntegerField()
    kind = CharField()
    record_id = IntegerField()
    count = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)
    digest = BlobField()

    class Meta:
        """Found by change, and by record."""

        primary_key = CompositeKey("change", "position")
        indexes = ((("kind", "record_id"), False),)


class SavedListRow(Row):
    """Filters of customers under a name."""

    id = _id()
    name = _text()
    wanted = _text()
    order = CharField()


class StaffRightsRow(Row):
    """The switches of what staff may do; one row."""

    id = _id()
    change_customers = BooleanField()
    may_delete = BooleanField(column_name="delete")  # peewee has a `delete` of its own
    import_files = BooleanField()
    export = BooleanField()
    insights = BooleanField()


class DraftRow(Row):
    """What was typed into a form and not saved yet; not part of the change log."""

    key = CharField()
    person_id = IntegerField()
    content = _text()
    moment = BigIntegerField()

    class Meta:
        """One draft a form and person."""

        primary_key = CompositeKey("key", "person_id")


TABLES: tuple[type[Row], ...] = (
    CounterRow,
    BookRow,
    ShopRow,
    PersonRow,
    TopicRow,
    SnippetRow,
    TemplateRow,
    CustomerRow,
    MethodRow,
    AddressRow,
    DateRow,
    NoteRow,
    TagRow,
    FieldRow,
    ForbiddenRow,
    ConsentRow,
    CaseRow,
    InteractionRow,
    FollowupRow,
    ReminderRow,
    DocumentRow,
    PurchaseRow,
    PurchaseLineRow,
    ChangeRow,
    EntryRow,
    DraftRow,
    SavedListRow,
    StaffRightsRow,
)
