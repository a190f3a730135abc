"""What a list can say of an organisation: the fields that a column may be read into."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The heading of a part of the list, carried down its rows, stands in this column.
SECTION = -1


@dataclass(frozen=True, slots=True)
class ListField:
    """A field that a column may be read into.

    `is_part`: one of several columns that are put together into another field.
    `is_private`: never public; left out unless a person asks for it.
    `is_key`: says which entry of this register is meant, and changes nothing in it.
    """

    key: str
    label: str | Promise
    is_part: bool = False
    is_private: bool = False
    is_key: bool = False


FIELDS = {
    field.key: field
    for field in (
        ListField("name", _("full name")),
        ListField("short_name", _("short name")),
        ListField("aliases", _("other names")),
        ListField("legal_form", _("legal form")),
        ListField("krs", _("KRS number")),
        ListField("nip", _("NIP number")),
        ListField("regon", _("REGON number")),
        ListField("other_register", _("other register")),
        ListField("other_register_number", _("number in the other register")),
        ListField("opp", _("public benefit organisation")),
        ListField("opp_since", _("public benefit organisation since")),
        ListField("street", _("street and number")),
        ListField("house", _("number of the house"), is_part=True),
        ListField("flat", _("number of the flat"), is_part=True),
        ListField("postcode", _("postcode")),
        ListField("city", _("town")),
        ListField("district", _("district")),
        ListField("municipality", _("municipality")),
        ListField("county", _("county")),
        ListField("voivodeship", _("voivodeship")),
        ListField("teryt", _("TERYT code")),
        ListField("acts_in_city", _("acts in the city")),
        ListField("parent", _("branch of")),
        ListField("spheres", _("spheres of public tasks")),
        ListField("website", _("website")),
        ListField("email", _("public e-mail")),
        ListField("phone", _("public phone")),
        ListField("about", _("what it does")),
        ListField("status", _("status")),
        ListField("verified_at", _("checked on")),
        ListField("slug", _("end of the address"), is_key=True),
        ListField("contact_persons", _("contact persons"), is_private=True),
        ListField("private_note", _("private note"), is_private=True),
    )
}
