"""Columns that tell of people: they are left out unless somebody asks for them."""

import re

# Parts of folded headings. „Imię” alone is a person, „im. Sienkiewicza” is not.
_PERSONAL = re.compile(
    r"\b(?:"
    r"imi(?:e|ona)|nazwisk\w*|pesel|dyrektor\w*|prezes\w*|wiceprezes\w*|"
    r"przewodnicz\w*|skarbnik\w*|sekretarz\w*|pelnomocnik\w*|reprezent\w*|"
    r"wlasciciel\w*|czlon(?:ek|kowie)|sklad zarzadu|zarzad|osob[ay] \w+|"
    r"likwidator\w*|kurator\w*|ksiegow\w*|koordynator\w*|wolontariusz\w*|"
    r"opiekun\w*|organu? prowadzac\w*|"
    r"zamieszk\w*|urodz\w*|dowod\w*|komorkow\w*|prywatn\w*|plec|"
    r"surname|(?:first|last|given|family) names?|director|president|chair\w*|"
    r"treasurer|trustees?|owner|contact (?:person|name)s?|born|birth\w*|mobile|"
    r"прізвище|ім я|імя|прозвішча"
    r")\b"
)
# Of the body that runs a school only its name can be a person's.
_NOT_PERSONAL = re.compile(
    r"\b(?:typ|rodzaj|wojewodztwo|powiat|gmina|liczba|ilosc) (?:\w+ )*"
    r"(?:organu|czlonkow|wolontariuszy)\b|\bosob[ay] prawn\w*"
)


def is_personal_heading(folded: str) -> bool:
    """Whether a folded heading announces data of people."""
    return bool(_PERSONAL.search(folded)) and not _NOT_PERSONAL.search(folded)
