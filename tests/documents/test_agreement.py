from dataclasses import replace
from datetime import time

import pytest

from customerbook.documents.agreement import (
    due_sentence,
    next_step,
    questions,
    standing_promises,
)
from customerbook.documents.facts import ConfirmationFacts
from customerbook.documents.typecase import Span
from customerbook.model.channel import Channel
from customerbook.model.customer import Forbidden
from customerbook.model.followup import FollowUpKind, FollowUpState
from customerbook.model.interaction import Outcome
from customerbook.model.shop import Shop
from tests.documents.samples import CONFIRMATION, CUSTOMER, PROMISE, SHOP


def words(spans: list[Span]) -> str:
    return "".join(span.text for span in spans)


def step(**promise: object) -> str:
    promises = (replace(PROMISE, **promise),)  # type: ignore[arg-type]
    return words(next_step(replace(CONFIRMATION, promises=promises), "en"))


def test_a_promise_says_by_when() -> None:
    spans = due_sentence(PROMISE, "en")
    assert words(spans) == "By Friday, 27 November 2026, 14:00 at the latest."
    assert [span.text for span in spans if span.strong] == ["Friday, 27 November 2026, 14:00"]
    assert words(due_sentence(replace(PROMISE, due_time=None), "en")) == (
        "By Friday, 27 November 2026 at the latest."
    )
    assert due_sentence(replace(PROMISE, due_day=None), "en") == []


def test_an_appointment_says_when() -> None:
    meet = replace(PROMISE, kind=FollowUpKind.DATE)
    assert words(due_sentence(meet, "en")) == "On Friday, 27 November 2026, 14:00."
    between = replace(PROMISE, not_before=time(12))
    assert words(due_sentence(between, "en")) == (
        "On Friday, 27 November 2026, between 12:00 and 14:00."
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FollowUpKind.CALL_BACK, "Jonas Weber will call you on 0171 555 01 23."),
        (FollowUpKind.WRITE, "Jonas Weber will write to you at oliver.m@example.org."),
        (FollowUpKind.SEND, "Jonas Weber will send it to you."),
        (FollowUpKind.OTHER, "Jonas Weber will take care of it."),
    ],
)
def test_the_next_step_says_who_does_what(kind: FollowUpKind, said: str) -> None:
    assert step(kind=kind) == f"{said} You need not do anything until then."


def test_who_comes_to_the_shop_is_expected() -> None:
    assert step(kind=FollowUpKind.DATE) == "Jonas Weber will expect you."


@pytest.mark.parametrize("kind", FollowUpKind)
def test_every_kind_has_a_next_step(kind: FollowUpKind) -> None:
    assert step(kind=kind).startswith("Jonas Weber will ")


def test_nobody_is_told_to_be_called_who_does_not_want_that() -> None:
    quiet = replace(CUSTOMER, forbidden=(Forbidden(Channel.CALL), Forbidden(Channel.EMAIL)))
    for kind in (FollowUpKind.CALL_BACK, FollowUpKind.WRITE):
        facts = replace(CONFIRMATION, customer=quiet, promises=(replace(PROMISE, kind=kind),))
        said = words(next_step(facts, "en"))
        assert "0171" not in said
        assert "@" not in said


def test_without_a_name_the_shop_acts() -> None:
    nobody = replace(CONFIRMATION.interaction, person="")
    facts = replace(CONFIRMATION, interaction=nobody, promises=(replace(PROMISE, person=""),))
    assert words(next_step(facts, "en")).startswith("Radwerk Linden will write")
    facts = replace(facts, shop=Shop())
    assert words(next_step(facts, "en")).startswith("We will get back to you.")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.RESOLVED, "Nothing is left open."),
        (Outcome.TO_FOLLOW_UP, "We will get back to you."),
        (Outcome.NO_ANSWER, "We could not reach you."),
        (Outcome.INFORMATION, ""),
        (Outcome.PROMISED, ""),
        (None, ""),
    ],
)
def test_without_a_promise_the_outcome_speaks(outcome: Outcome | None, said: str) -> None:
    contact = replace(CONFIRMATION.interaction, outcome=outcome)
    facts = ConfirmationFacts(SHOP, contact, CONFIRMATION.made)
    assert words(next_step(facts, "en")).startswith(said)
    assert bool(next_step(facts, "en")) is bool(said)


def test_only_what_the_customer_was_told_stands_on_paper() -> None:
    own = replace(PROMISE, promise=False, title="Sell him a new bike")
    gone = replace(PROMISE, state=FollowUpState.WITHDRAWN)
    kept = replace(PROMISE, state=FollowUpState.KEPT)
    facts = replace(CONFIRMATION, promises=(own, gone, kept))
    assert standing_promises(facts) == [kept]
    assert next_step(facts, "en") == []


@pytest.mark.parametrize(
    ("shop", "said"),
    [
        (
            SHOP,
            "Call 089 99998 140 or write to service@radwerk-linden.example. "
            "We are here: Monday to Friday 9:00 to 18:30. "
            "Please name R-1, so that we find your matter at once.",
        ),
        (Shop(phone="1"), "Call 1. Please name R-1, so that we find your matter at once."),
        (Shop(email="a@b"), "Write to a@b. Please name R-1, so that we find your matter at once."),
        (Shop(), "Please name R-1, so that we find your matter at once."),
    ],
)
def test_questions_go_where_the_shop_can_be_reached(shop: Shop, said: str) -> None:
    assert words(questions(shop, "R-1", "en")) == said
    assert questions(Shop(), "", "en") == []
