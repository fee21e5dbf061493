from hypothesis import given
from hypothesis import strategies as st

from customerbook.documents.lines import Line, break_lines
from customerbook.documents.typecase import Span, Typecase, text_of

_WORDS = st.lists(st.text("abcWijß漢é-/\u00ad", min_size=1, max_size=40), max_size=12)


def broken(text: str, width: float = 100, *, rtl: bool = False) -> list[Line]:
    return break_lines([Span(text)], width, 10, 0, Typecase(rtl=rtl))


def texts(lines: list[Line]) -> list[str]:
    return [text_of(line.spans) for line in lines]


@given(_WORDS, st.floats(30, 300))
def test_no_line_is_wider_than_its_column(words: list[str], width: float) -> None:
    for line in broken(" ".join(words), width):
        assert line.width <= width + 0.05 or len(text_of(line.spans)) == 1


@given(_WORDS, st.floats(30, 300))
def test_breaking_keeps_every_letter_in_order(words: list[str], width: float) -> None:
    case = Typecase()
    known = text_of(case.paragraphs([Span("".join(words))])[0])
    found = "".join(texts(broken(" ".join(words), width)))
    assert found.replace(" ", "").replace("-", "") == known.replace("-", "")


def test_lines_break_between_words() -> None:
    assert texts(broken("one two three four five", 65)) == ["one two three", "four five"]


def test_line_ends_are_kept() -> None:
    assert texts(broken("a\r\nb\n\nc\u2028d")) == ["a", "b", "", "c", "d"]


def test_a_word_too_long_is_cut() -> None:
    lines = texts(broken("W" * 50, 60))
    assert len(lines) > 5
    assert "".join(lines) == "W" * 50


def test_a_soft_hyphen_shows_only_where_the_line_breaks() -> None:
    shown = broken("Donau\u00addampf\u00adschiff", 60)
    assert shown[0].spans[-1].text == "-"
    assert len(broken("Donau\u00addampf\u00adschiff", 300)) == 1


def test_references_and_numbers_stay_in_one_piece() -> None:
    assert texts(broken("see 2026-01188 now", 62))[1].startswith("2026-01188")
    assert texts(broken("call 089\u00a099998\u00a0140", 70)) == ["call", "089\u00a099998\u00a0140"]


def test_ideographs_break_anywhere_but_not_before_a_full_stop() -> None:
    case = Typecase()
    if case.face("漢", strong=False) is None:
        assert case.paragraphs([Span("漢")])[0][0].text == "Han"
    else:
        assert all(not text.startswith("。") for text in texts(broken("漢字。" * 30, 55)))


def test_strong_words_are_wider_and_stay_strong() -> None:
    spans = [Span("by "), Span("Friday", strong=True), Span(".")]
    (line,) = break_lines(spans, 200, 10, 0, Typecase())
    assert [span.strong for span in line.spans] == [False, True, False]
    assert line.width > broken("by Friday.")[0].width


def test_a_paragraph_knows_its_own_direction() -> None:
    assert [line.rtl for line in broken("שלום\nabc\n12")] == [True, False, False]
    assert [line.rtl for line in broken("שלום\nabc\n12", rtl=True)] == [True, False, True]
