"""Every usual spelling of a name folds to what another one folds to."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from customerbook.store.normal import email_folded, folded, folded_variants, index_words, words

LETTERS = st.text(
    st.characters(max_codepoint=0x52F, categories=["Lu", "Ll", "Lo", "Mn", "Nd", "Zs", "Pd"])
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Oliver Müller", "oliver muller"),
        ("  Oliver\t Müller\n", "oliver muller"),
        ("ŁUKASZ Żółć", "lukasz zolc"),
        ("Øyvind Ærø Åsa", "oyvind aero asa"),
        ("Đorđe Ðóra Þór", "dorde dora thor"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("Işık İpek", "isik ipek"),
        ("Œuvre ŋ ĳ ŉ", "oeuvre ng ij 'n"),
        ("Nguyễn Thị Mai", "nguyen thi mai"),
        ("Ёлкин Йошка", "елкин иошка"),
        ("Ελένη Παπαδοπούλου", "ελενη παπαδοπουλου"),
        ("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ"),
        ("شَادِي مُحَمَّد", "شادي محمد"),
        ("علی کریمی", "علي كريمي"),
        ("فاطمة أحمد", "فاطمه احمد"),
        ("محـــمد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("हिंदी नमस्ते", "हिंदी नमस्ते"),
        ("がガ ｶﾞ", "がガ ガ"),
        ("김철수", "김철수"),
        ("\u1100\u1161", "가"),
        ("王小明", "王小明"),
        ("ไทย", "ไทย"),
        ("O’Connor O`Connor O´Connor", "o'connor o'connor o'connor"),
        ("Jean–Baptiste", "jean-baptiste"),
        ("Ｆｕｌｌ Ｗｉｄｔｈ", "full width"),
        ("٢٠٢٦ ２０２６", "2026 2026"),
        ("ﬁnal", "final"),
        ("Gal·la Ŀ", "galla l"),
        ("soft\u00adhyphen\u200b\u200f", "softhyphen"),
        ("a\0b", "a b"),
        ("<b>&", "<b>&"),
        ("", ""),
        ("\u0301", ""),
    ],
)
def test_folding(typed: str, found: str) -> None:
    assert folded(typed) == found


def test_every_latin_letter_becomes_ascii() -> None:
    letters = [
        chr(code) for code in range(0x2C80) if unicodedata.name(chr(code), "").startswith("LATIN ")
    ]
    assert len(letters) > 900
    assert [char for char in letters if not folded(char).isascii()] == []


def test_every_character_folds_to_what_stays() -> None:
    codes = [
        *range(0x3100),
        *range(0xA640, 0xAC00),
        *range(0xF900, 0x10000),
        *range(0x10400, 0x10500),
    ]
    assert [hex(code) for code in codes if folded(folded(chr(code))) != folded(chr(code))] == []


@given(st.text() | LETTERS)
@example("か\u200d\u3099")
@example("e\u0301 \u0345")
def test_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert once == " ".join(once.split())


@given(LETTERS)
def test_the_way_of_encoding_makes_no_difference(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert folded(unicodedata.normalize(form, text)) == folded(text)


@given(LETTERS.filter(lambda text: "\u0345" not in text))  # an iota when it is a capital
def test_case_makes_no_difference(text: str) -> None:
    assert folded(text.upper()) == folded(text.lower()) == folded(text)


@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x17F, categories=["Lu", "Ll"])))
def test_latin_is_searched_on_any_keyboard(text: str) -> None:
    assert folded(text).isascii()


@pytest.mark.parametrize(
    ("typed", "variants"),
    [
        ("Oliver", ("oliver",)),
        ("Müller", ("muller", "mueller")),
        ("MU\u0308LLER", ("muller", "mueller")),
        ("Øyvind", ("oyvind", "oeyvind")),
        ("Åsa Jönsson", ("asa jonsson", "aasa joensson")),
        ("Łukasz", ("lukasz",)),
        ("Ελένη", ("ελενη", "eleni")),
        ("Παπαδοπούλου", ("παπαδοπουλου", "papadopoulou")),
        ("Αυγή", ("αυγη", "avgi")),
        ("Сергей", ("сергеи", "sergei", "sergey")),
        ("Щербаков", ("щербаков", "shcherbakov")),
        ("Объедков", ("объедков", "obedkov")),
        ("王小明", ("王小明", "wangxiaoming")),
        ("O'Connor", ("o'connor", "oconnor")),
        ("O’Brien-Müller", ("o'brien-muller", "obrien-muller", "o'brien-mueller")),
        ("", ("",)),
        ("'", ("'",)),
    ],
)
def test_variants(typed: str, variants: tuple[str, ...]) -> None:
    assert folded_variants(typed) == variants


@given(st.text() | LETTERS)
def test_variants_are_folded_and_different(text: str) -> None:
    variants = folded_variants(text)
    assert variants[0] == folded(text)
    assert len(set(variants)) == len(variants)
    assert all(folded(variant) == variant for variant in variants)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Özlem Müller-Yıldız", ("ozlem", "muller", "yildiz")),
        ("O'Connor", ("o", "connor")),
        ("oliver.m@example.org", ("oliver", "m", "example", "org")),
        ("Müller & Söhne GmbH, 3. Stock", ("muller", "sohne", "gmbh", "3", "stock")),
        ("snake_case", ("snake", "case")),
        ("हिंदी नमस्ते", ("हिंदी", "नमस्ते")),
        ("«Ελένη»", ("ελενη",)),
        ('"* <b>&', ("b",)),
        ("", ()),
        ("—", ()),
    ],
)
def test_words(typed: str, found: tuple[str, ...]) -> None:
    assert words(typed) == found


@given(st.text())
def test_words_are_folded_and_whole(text: str) -> None:
    for word in words(text):
        assert words(word) == (word,)
        assert word in folded(text)


def test_a_name_is_indexed_by_all_its_spellings_once() -> None:
    assert index_words("Ελένη Müller") == ("ελενη", "muller", "mueller", "eleni")
    assert index_words("Siobhán O’Connor") == ("siobhan", "o", "connor", "oconnor")
    assert index_words("Anna Anna") == ("anna",)


@given(st.text() | LETTERS)
def test_whoever_types_a_name_in_any_variant_finds_it(text: str) -> None:
    indexed = set(index_words(text))
    for variant in folded_variants(text):
        assert set(words(variant)) <= indexed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (" Oliver.M@Example.ORG ", "oliver.m@example.org"),
        ("mailto:a@example.org?subject=x", "a@example.org"),
        ("a @ example.org", "a@example.org"),
        ("ａ@example.org", "a@example.org"),
        ("straße@example.org", "strasse@example.org"),
        ("", ""),
    ],
)
def test_emails(typed: str, found: str) -> None:
    assert email_folded(typed) == found
