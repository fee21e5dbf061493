import pytest
from hypothesis import given
from hypothesis import strategies as st

from customerbook.documents import fonts
from customerbook.documents.typecase import Span, Typecase, text_of


def drawable(text: str, case: Typecase | None = None) -> str:
    return text_of((case or Typecase()).paragraphs([Span(text)])[0])


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Žižek",
        "Ελένη Παπαδοπούλου",
        "Дмитрий Щербаков",
        "Nguyễn Thị Ánh",
        "Þórunn Æsa Øster",
        "Mihai Ștefănescu",
        "Ğülçin İşıldak",
        "محمد عبد الله",
        "ریاض کیانی",
    ],
)
def test_names_of_europe_and_arabia_are_drawn_with_shipped_fonts(name: str) -> None:
    case = Typecase()
    assert drawable(name, case) == name
    assert case.missing == set()
    used = {case.face(c, strong=strong) for c in name for strong in (True, False)}
    assert {face.name.split("-")[0] for face in used if face} <= {"Lato", "IBMPlexSansArabic"}


def test_letters_typed_in_parts_are_put_together() -> None:
    assert drawable("Mu\u0308ller") == "Müller"


def test_signs_that_are_not_for_paper_are_left_out() -> None:
    assert drawable("a\x00b\x07c\ufeffd\u202ee\ufe0ff") == "abcdef"
    assert drawable("a\tb") == "a    b"


def test_a_letter_no_font_has_is_said_and_written_in_latin() -> None:
    case = Typecase()
    assert drawable("ok \U0010fffd", case) == "ok ?"
    assert case.missing == {"\U0010fffd"}


def test_a_script_without_a_font_becomes_readable_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "system_fonts", lambda: iter(()))
    case = Typecase()
    assert drawable("שרה 王小明", case) == "srh WangXiaoMing"
    assert case.missing == set("שרה王小明")


@given(st.text())
def test_whatever_is_typed_can_be_drawn(text: str) -> None:
    case = Typecase()
    for paragraph in case.paragraphs([Span(text)]):
        for span in paragraph:
            drawn = "".join(run for _, run in case.runs(span.text, strong=True))
            for face, run in case.runs(span.text, strong=True):
                assert all(ord(letter) in face.glyphs for letter in run)
            assert len(drawn) <= len(span.text)


def test_runs_change_only_where_the_font_does() -> None:
    runs = Typecase().runs("abc déf", strong=False)
    assert [(face.name, text) for face, text in runs] == [("Lato-Regular", "abc déf")]
