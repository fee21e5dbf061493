"""The first schema: a frozen copy of the tables as they were then."""
# ruff: noqa: D101, D106

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def _id() -> Any:
    return IntegerField(primary_key=True)


def _text() -> Any:
    return TextField(default="")


def _moment() -> Any:
    return BigIntegerField(null=True)


def _optional() -> Any:
    return CharField(null=True)


class CounterRow(Model):
    name = CharField(primary_key=True)
    next = IntegerField()

    class Meta:
        table_name = "counter"


class BookRow(Model):
    id = IntegerField(primary_key=True)
    uid = CharField()
    commits = IntegerField()
    head = BlobField()

    class Meta:
        table_name = "book"


class ShopRow(Model):
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

    class Meta:
        table_name = "shop"


class PersonRow(Model):
    id = _id()
    name = _text()
    role = CharField()
    active = BooleanField()
    last_here = _moment()

    class Meta:
        table_name = "person"


class TopicRow(Model):
    id = _id()
    name = _text()
    active = BooleanField()

    class Meta:
        table_name = "topic"


class SnippetRow(Model):
    id = _id()
    keyword = CharField(index=True)
    text = _text()

    class Meta:
        table_name = "snippet"


class TemplateRow(Model):
    id = _id()
    document = CharField()
    part = CharField()
    language = CharField()
    text = _text()

    class Meta:
        table_name = "template"


class CustomerRow(Model):
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
    name = _text()
    sort_name = CharField()
    phone = _text()
    email = _text()
    town = _text()
    do_not_call = BooleanField()
    last_contact = _moment()
    open_complaint = BooleanField(default=False, constraints=[SQL("DEFAULT 0")])

    class Meta:
        table_name = "customer"
        indexes = ((("deleted", "sort_name"), False), (("deleted", "last_contact"), False))


class MethodRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    kind = CharField()
    value = _text()
    label = _text()
    preferred = BooleanField()
    folded = CharField(index=True)

    class Meta:
        table_name = "method"
        primary_key = CompositeKey("customer", "position")


class AddressRow(Model):
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
        table_name = "address"
        primary_key = CompositeKey("customer", "position")


class DateRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    kind = CharField()
    month = IntegerField()
    day = IntegerField()
    year = IntegerField(null=True)
    label = _text()

    class Meta:
        table_name = "date"
        primary_key = CompositeKey("customer", "position")
        indexes = ((("month", "day"), False),)


class NoteRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    text = _text()
    pinned = BooleanField()

    class Meta:
        table_name = "note"
        primary_key = CompositeKey("customer", "position")


class TagRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    tag = CharField(index=True)

    class Meta:
        table_name = "tag"
        primary_key = CompositeKey("customer", "position")


class FieldRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    name = _text()
    value = _text()

    class Meta:
        table_name = "field"
        primary_key = CompositeKey("customer", "position")


class ForbiddenRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    channel = CharField()
    since = _optional()
    advice = _text()

    class Meta:
        table_name = "forbidden"
        primary_key = CompositeKey("customer", "position")


class ConsentRow(Model):
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", on_delete="CASCADE")
    position = IntegerField()
    purpose = _text()
    given = BooleanField()
    day = _optional()
    wording = _text()
    source = _text()

    class Meta:
        table_name = "consent"
        primary_key = CompositeKey("customer", "position")


class CaseRow(Model):
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

    class Meta:
        table_name = "case"


class InteractionRow(Model):
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
        table_name = "interaction"
        indexes = ((("customer", "moment"), False),)


class FollowupRow(Model):
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
    due = BigIntegerField()
    remind = BigIntegerField()

    class Meta:
        table_name = "followup"
        indexes = ((("state", "due"), False), (("state", "remind"), False))


class ReminderRow(Model):
    id = _id()
    followup = ForeignKeyField(FollowupRow, column_name="followup_id", on_delete="CASCADE")
    due = BigIntegerField()
    shown = _moment()

    class Meta:
        table_name = "reminder"


class DocumentRow(Model):
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

    class Meta:
        table_name = "document"


class PurchaseRow(Model):
    id = _id()
    number = CharField(index=True)
    customer = ForeignKeyField(CustomerRow, column_name="customer_id", null=True)
    moment = _moment()
    total = BigIntegerField()
    currency = CharField()
    source = _text()

    class Meta:
        table_name = "purchase"


class PurchaseLineRow(Model):
    purchase = ForeignKeyField(PurchaseRow, column_name="purchase_id", on_delete="CASCADE")
    position = IntegerField()
    text = _text()
    quantity = IntegerField()
    amount = BigIntegerField()

    class Meta:
        table_name = "purchase_line"
        primary_key = CompositeKey("purchase", "position")


class ChangeRow(Model):
    id = _id()
    operation = CharField()
    subject = _text()
    person_id = IntegerField(null=True)
    moment = BigIntegerField()
    asked = CharField()
    undoes = IntegerField(null=True)
    undoable = BooleanField()
    mac = BlobField()

    class Meta:
        table_name = "change"


class EntryRow(Model):
    change = ForeignKeyField(ChangeRow, column_name="change_id")
    position = IntegerField()
    kind = CharField()
    record_id = IntegerField()
    count = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)
    digest = BlobField()

    class Meta:
        table_name = "entry"
        primary_key = CompositeKey("change", "position")
        indexes = ((("kind", "record_id"), False),)


class DraftRow(Model):
    key = CharField()
    person_id = IntegerField()
    content = _text()
    moment = BigIntegerField()

    class Meta:
        table_name = "draft"
        primary_key = CompositeKey("key", "person_id")


MODELS: tuple[type[Model], ...] = (
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
)


STATEMENTS = (
    "CREATE VIRTUAL TABLE find_word USING fts5(name, sort, other, ends, "
    "prefix='1 2 3', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\")",
    "CREATE VIRTUAL TABLE find_inside USING fts5(text, tokenize='trigram case_sensitive 1')",
    "CREATE VIRTUAL TABLE find_note USING fts5(text, prefix='2 3', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\")",
    "CREATE VIRTUAL TABLE find_vocabulary USING fts5vocab('find_word', 'col')",
    "INSERT INTO find_word(find_word, rank) VALUES('secure-delete', 1)",
    "INSERT INTO find_inside(find_inside, rank) VALUES('secure-delete', 1)",
    "INSERT INTO find_note(find_note, rank) VALUES('secure-delete', 1)",
    # The change log only grows; of an entry only the images may be emptied, by an erasure.
    "CREATE TRIGGER change_stays BEFORE DELETE ON change "
    "BEGIN SELECT RAISE(ABORT, 'the change log only grows'); END",
    "CREATE TRIGGER change_is_final BEFORE UPDATE ON change "
    "BEGIN SELECT RAISE(ABORT, 'the change log only grows'); END",
    "CREATE TRIGGER entry_stays BEFORE DELETE ON entry "
    "BEGIN SELECT RAISE(ABORT, 'the change log only grows'); END",
    "CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry "
    "WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.change_id <> OLD.change_id "
    "OR NEW.position <> OLD.position OR NEW.kind <> OLD.kind OR NEW.record_id <> OLD.record_id "
    "OR NEW.count <> OLD.count OR NEW.digest <> OLD.digest "
    "BEGIN SELECT RAISE(ABORT, 'the change log only grows'); END",
)


def up(migrator: Any, db: Database) -> None:  # noqa: ARG001 - the runner hands both over
    """Make the tables of a new book."""
    with db.bind_ctx(MODELS):
        db.create_tables(MODELS, safe=False)
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
