import pytest

from customerbook.model.country import COUNTRIES, currency_of, month_first, paper_of


@pytest.mark.parametrize(
    ("country", "currency", "paper", "month"),
    [
        ("DE", "EUR", "A4", False),
        ("US", "USD", "Letter", True),
        ("GB", "GBP", "A4", False),
        ("CA", "CAD", "Letter", False),
        ("CH", "CHF", "A4", False),
        ("??", "EUR", "A4", False),
    ],
)
def test_what_follows_from_a_country(country: str, currency: str, paper: str, month: bool) -> None:
    assert (currency_of(country), paper_of(country), month_first(country)) == (
        currency,
        paper,
        month,
    )


def test_codes_are_codes() -> None:
    assert len(COUNTRIES) > 240
    assert all(len(code) == 2 and code.isupper() for code in COUNTRIES)
    assert all(len(currency_of(code)) == 3 for code in COUNTRIES)
