"""The kinds of match, best first: what the index is asked for each, and how one customer is tested.

A number ends a phone number; a name starts with the first word; words of a name start so; words of
anything do; it occurs anywhere.
"""

from dataclasses import dataclass, replace

from customerbook.store import search_index, search_texts
from customerbook.store.search_index import Question
from customerbook.store.search_texts import Test, Wanted


@dataclass(frozen=True)
class Rank:
    """A kind of match: who answers to all of its questions, which are just those who pass."""

    questions: tuple[Question, ...]
    passes: Test
    within: tuple[Question, ...] = ()
    """Questions to which all of them answer too, and which are asked anyway."""
    number: str | None = None
    """The digits that are wanted anywhere, if nothing else is."""


def ranks(wanted: Wanted) -> list[Rank]:
    """All kinds of match for words, numbers or both."""
    if not wanted.words:
        ends = search_index.number_end(wanted), search_texts.ends_in_numbers(wanted)
        return [Rank((ends[0],), ends[1]), anywhere(wanted)]
    found = by_words(wanted)
    if not wanted.numbers:
        last = anywhere(wanted)
        return [*found, last] if last.questions else found
    last, numbers = anywhere(wanted), anywhere(Wanted((), wanted.numbers))
    return [
        *(
            replace(
                rank,
                questions=(*rank.questions, *numbers.questions),
                passes=search_texts.both(numbers.passes, rank.passes),
            )
            for rank in found
        ),
        last,
    ]


def by_words(wanted: Wanted) -> list[Rank]:
    """How words start, of names before anything else; numbers are not asked for."""
    names = named(wanted)
    first = Rank((search_index.name_start(wanted),), search_texts.starts_name(wanted))
    anything = search_index.word_start(wanted, names=False)
    return [
        # Of a town that half of the book lives in, the few who are called like it are soon known.
        replace(first, within=names.questions) if _is_one_long(wanted) else first,
        names,
        Rank((anything,), search_texts.starts_words(wanted, names=False)),
    ]


def anywhere(wanted: Wanted) -> Rank:
    """In whom all of it occurs; without questions for nothing but short words."""
    number = wanted.numbers[0] if len(wanted.numbers) == 1 and not wanted.words else None
    questions = tuple(search_index.inside(wanted))
    return Rank(questions, search_texts.has_inside(wanted), number=number)


def named(wanted: Wanted) -> Rank:
    """Words of whose name start so."""
    asked = search_index.word_start(wanted, names=True)
    return Rank((asked,), search_texts.starts_words(wanted, names=True))


def _is_one_long(wanted: Wanted) -> bool:
    """Whether it is one word, and none with which many names start."""
    return len(wanted.words) == 1 and all(
        len(word) > 1 or word.isdecimal() for word in wanted.words[0]
    )
