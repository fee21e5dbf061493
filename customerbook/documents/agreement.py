"""What a confirmation says was agreed, what comes next and how to ask."""

from customerbook.documents.facts import ConfirmationFacts, PrintedFollowUp
from customerbook.documents.typecase import Span
from customerbook.documents.words import joined_sentences, sentence, written_day
from customerbook.model.channel import Channel
from customerbook.model.customer import Customer
from customerbook.model.followup import FollowUpKind, FollowUpState
from customerbook.model.interaction import Outcome
from customerbook.model.shop import Shop
from customerbook.model.spoken import clock
from customerbook.model.texts import catalogue

_TAKEN_BACK = {FollowUpState.DROPPED, FollowUpState.WITHDRAWN}


def standing_promises(facts: ConfirmationFacts) -> list[PrintedFollowUp]:
    """What the customer was told and still holds; other follow-ups are the shop's own business."""
    return [p for p in facts.promises if p.promise and p.state not in _TAKEN_BACK]


def due_sentence(promise: PrintedFollowUp, language: str) -> list[Span]:
    """By when, or when; nothing for a promise without a day."""
    if promise.due_day is None:
        return []
    t = catalogue(language).gettext
    day = written_day(promise.due_day, language)
    time = clock(promise.due_time) if promise.due_time else ""
    if promise.not_before and promise.due_time:
        start = clock(promise.not_before)
        return sentence(
            t("On {day}, between {start} and {end}."),
            day=_strong(day),
            start=_strong(start),
            end=_strong(time),
        )
    when = _strong(t("{day}, {time}").format(day=day, time=time) if time else day)
    if promise.kind is FollowUpKind.DATE:
        return sentence(t("On {when}."), when=when)
    return sentence(t("By {when} at the latest."), when=when)


def next_step(facts: ConfirmationFacts, language: str) -> list[Span]:
    """Who does what next; nothing if that is not known."""
    t = catalogue(language).gettext
    promises = [p for p in standing_promises(facts) if p.state is FollowUpState.OPEN]
    if promises:
        first = promises[0]
        steps = [_step(promise, facts, language) for promise in promises[:1]]
        if first.kind is not FollowUpKind.DATE:
            steps.append(sentence(t("You need not do anything until then.")))
        return joined_sentences(*steps)
    return sentence(
        {
            Outcome.RESOLVED: t(
                "Nothing is left open. If something is not as it should be, please tell us."
            ),
            Outcome.TO_FOLLOW_UP: t("We will get back to you."),
            Outcome.NO_ANSWER: t("We could not reach you. Please get in touch when it suits you."),
        }.get(facts.interaction.outcome, "")
        if facts.interaction.outcome
        else ""
    )


def questions(shop: Shop, reference: str, language: str) -> list[Span]:
    """How to reach the shop, and what to name."""
    t = catalogue(language).gettext
    ways: list[Span] = []
    if shop.phone and shop.email:
        ways = sentence(t("Call {phone} or write to {email}."), phone=shop.phone, email=shop.email)
    elif shop.phone:
        ways = sentence(t("Call {phone}."), phone=shop.phone)
    elif shop.email:
        ways = sentence(t("Write to {email}."), email=shop.email)
    hours = sentence(t("We are here: {hours}."), hours=shop.hours) if shop.hours else []
    name = (
        sentence(
            t("Please name {reference}, so that we find your matter at once."),
            reference=_strong(reference),
        )
        if reference
        else []
    )
    return joined_sentences(ways, hours, name)


def _step(promise: PrintedFollowUp, facts: ConfirmationFacts, language: str) -> list[Span]:
    t = catalogue(language).gettext
    who = promise.person or facts.interaction.person or facts.shop.name
    if not who:
        return sentence(t("We will get back to you."))
    phone = _reach(facts.customer, Channel.CALL)
    email = _reach(facts.customer, Channel.EMAIL)
    kind = promise.kind
    if kind is FollowUpKind.CALL_BACK and phone:
        return sentence(t("{person} will call you on {phone}."), person=who, phone=phone)
    if kind is FollowUpKind.WRITE and email:
        return sentence(t("{person} will write to you at {email}."), person=who, email=email)
    texts = {
        FollowUpKind.WRITE: t("{person} will write to you."),
        FollowUpKind.SEND: t("{person} will send it to you."),
        FollowUpKind.ORDER: t("{person} will order it and tell you when it is here."),
        FollowUpKind.CHECK: t("{person} will ask you whether everything is as it should be."),
        FollowUpKind.DATE: t("{person} will expect you."),
    }
    return sentence(texts.get(kind, t("{person} will take care of it.")), person=who)


def _reach(customer: Customer | None, channel: Channel) -> str:
    """The number or address to use, nothing if the customer does not want that."""
    if customer is None or customer.forbids(channel):
        return ""
    some = customer.phones if channel is Channel.CALL else customer.emails
    return next(iter(some), "")


def _strong(text: str) -> Span:
    return Span(text, strong=True)
