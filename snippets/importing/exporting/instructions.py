"""What to write into each column of a list, and examples that nobody has."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_ONE_BELOW = _("One of the words in the list on this sheet.")
_YES_OR_NO = _("Yes or no; a blank cell says nothing.")
_TEN_DIGITS = _("Ten digits, with the zeros at the front.")
_DAY = _("A day, written as year-month-day.")

INSTRUCTIONS: dict[str, str | Promise] = {
    "name": _("Required. As in the register, in Polish."),
    "short_name": _("As people know the organisation."),
    "aliases": _("Earlier names and names that documents use."),
    "legal_form": _ONE_BELOW,
    "krs": _TEN_DIGITS,
    "nip": _("Ten digits; dashes do no harm."),
    "regon": _("Nine digits, or fourteen for a local unit."),
    "other_register": _(
        "When it has no KRS number: the name of the register or record that it is in."
    ),
    "other_register_number": _("Its number in that register."),
    "opp": _YES_OR_NO,
    "opp_since": _DAY,
    "street": _("Street, number of the house, number of the flat."),
    "postcode": _("Two digits, a dash, three digits."),
    "city": _("Only the town, without the postcode."),
    "district": _("The district or estate of the seat."),
    "municipality": _("The municipality of the seat."),
    "county": _("The county of the seat."),
    "voivodeship": _("The voivodeship of the seat."),
    "teryt": _(
        "The code of the municipality: seven digits, with the zero at the front."
    ),
    "acts_in_city": _("Yes or no; its seat may be elsewhere."),
    "parent": _(
        "For a branch: the KRS number or the full name of the organisation that it "
        "is a branch of."
    ),
    "spheres": _("The codes of the spheres from article 4 of the Act."),
    "website": _("The whole address."),
    "email": _("The public one; nobody’s private address."),
    "phone": _("The public one; nobody’s private number."),
    "about": _("What it does, in two or three sentences."),
    "status": _ONE_BELOW,
    "verified_at": _("The day these data were last compared with the register."),
}

# Values as an organisation holds them. Register numbers are not given: an example
# with a right check digit would be somebody's.
EXAMPLES: dict[str, Any] = {
    "name": "Stowarzyszenie „Przykład” w Białymstoku",
    "short_name": "Przykład",
    "aliases": ["Klub Przykład", "Towarzystwo Przykładowe"],
    "legal_form": "stowarzyszenie",
    "opp": True,
    "opp_since": "2010-05-01",
    "street": "ul. Przykładowa 1/2",
    "postcode": "15-001",
    "city": "Białystok",
    "district": "Centrum",
    "municipality": "Białystok",
    "county": "Białystok",
    "voivodeship": "podlaskie",
    "teryt": "2061011",
    "acts_in_city": True,
    "spheres": ["1", "16"],
    "website": "https://przyklad.example.org",
    "email": "biuro@przyklad.example.org",
    "about": "Uczy dzieci i dorosłych rozmawiać o mieście.",
    "status": "active",
    "verified_at": "2026-01-15",
}
