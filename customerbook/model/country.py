"""What follows from a country: its currency, its paper, the order in which it writes dates.

Countries are ISO 3166 codes, currencies ISO 4217 (source: Unicode CLDR).
"""

_MONTH_FIRST = frozenset(["AS", "FM", "GU", "MH", "MP", "PR", "PW", "US", "VI"])
_LETTER = frozenset(["CA", "CL", "CO", "CR", "DO", "GT", "MX", "PA", "PH", "PR", "SV", "US", "VE"])
_CURRENCIES = (
    "AED AE, AFN AF, ALL AL, AMD AM, AOA AO, ARS AR, AUD AU CC CX KI NF NR TV, AWG AW, "
    "AZN AZ, BAM BA, BBD BB, BDT BD, BHD BH, BIF BI, BMD BM, BND BN, BOB BO, BRL BR, "
    "BSD BS, BTN BT, BWP BW, BYN BY, BZD BZ, CAD CA, CDF CD, CHF CH LI, CLP CL, CNY CN, "
    "COP CO, CRC CR, CUP CU, CVE CV, CZK CZ, DJF DJ, DKK DK FO GL, DOP DO, DZD DZ, EGP EG, "
    "ERN ER, ETB ET, "
    "EUR AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT "
    "NL PM PT RE SI SK SM VA XK YT, FJD FJ, FKP FK, GBP GB GG GS IM JE, GEL GE, GHS GH, "
    "GIP GI, GMD GM, GNF GN, GTQ GT, GYD GY, HKD HK, HNL HN, HTG HT, HUF HU, IDR ID, "
    "ILS IL PS, INR IN, IQD IQ, IRR IR, ISK IS, JMD JM, JOD JO, JPY JP, KES KE, KGS KG, "
    "KHR KH, KMF KM, KPW KP, KRW KR, KWD KW, KYD KY, KZT KZ, LAK LA, LBP LB, LKR LK, "
    "LRD LR, LYD LY, MAD EH MA, MDL MD, MGA MG, MKD MK, MMK MM, MNT MN, MOP MO, MRU MR, "
    "MUR MU, MVR MV, MWK MW, MXN MX, MYR MY, MZN MZ, NAD NA, NGN NG, NIO NI, NOK NO SJ, "
    "NPR NP, NZD CK NU NZ PN TK, OMR OM, PAB PA, PEN PE, PGK PG, PHP PH, PKR PK, PLN PL, "
    "PYG PY, QAR QA, RON RO, RSD RS, RUB RU, RWF RW, SAR SA, SBD SB, SCR SC, SDG SD, "
    "SEK SE, SGD SG, SHP SH, SLE SL, SOS SO, SRD SR, SSP SS, STN ST, SYP SY, SZL SZ, "
    "THB TH, TJS TJ, TMT TM, TND TN, TOP TO, TRY TR, TTD TT, TWD TW, TZS TZ, UAH UA, "
    "UGX UG, USD AS BQ DG EC FM GU IO MH MP PR PW SV TC TL UM US VG VI, UYU UY, UZS UZ, "
    "VES VE, VND VN, VUV VU, WST WS, XAF CF CG CM GA GQ TD, XCD AG AI DM GD KN LC MS VC, "
    "XCG CW SX, XOF BF BJ CI GW ML NE SN TG, XPF NC PF WF, YER YE, ZAR LS ZA, ZMW ZM, "
    "ZWG ZW, "
)
_CURRENCY_OF = {
    country: currency
    for currency, *countries in map(str.split, _CURRENCIES.strip(", ").split(", "))
    for country in countries
}

COUNTRIES = frozenset(_CURRENCY_OF)
"""Codes of all countries that have a currency."""


def currency_of(country: str) -> str:
    """The currency that is paid with; the euro where none is known."""
    return _CURRENCY_OF.get(country, "EUR")


def paper_of(country: str) -> str:
    """The paper that lies in the printers: `Letter` or `A4`."""
    return "Letter" if country in _LETTER else "A4"


def month_first(country: str) -> bool:
    """Whether 12/24 is 24 December there."""
    return country in _MONTH_FIRST
