"""Why an organisation of the register may be the one that a row is about."""

from django.utils.translation import pgettext_lazy

WHY = {
    "same_name": pgettext_lazy("why perhaps the same organisation", "the same name"),
    "like_name": pgettext_lazy("why perhaps the same organisation", "a similar name"),
    "own_name": pgettext_lazy(
        "why perhaps the same organisation", "the same name in quotation marks"
    ),
    "alias": pgettext_lazy(
        "why perhaps the same organisation", "found by its other name"
    ),
    "same_city": pgettext_lazy("why perhaps the same organisation", "the same town"),
    "other_city": pgettext_lazy("why perhaps the same organisation", "another town"),
    "same_nip": pgettext_lazy(
        "why perhaps the same organisation", "the same NIP number"
    ),
    "same_regon": pgettext_lazy(
        "why perhaps the same organisation", "the same REGON number"
    ),
    "other_regon": pgettext_lazy(
        "why perhaps the same organisation", "another REGON number"
    ),
    "repeated_row": pgettext_lazy(
        "why perhaps the same organisation", "an earlier row of this list"
    ),
}
