from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
)

from .base import translated_panel

PUBLIC = [
    FieldPanel("name"),
    FieldPanel("short_name"),
    InlinePanel(
        "aliases",
        heading=_("Other names"),
        label=_("Other name"),
        help_text=_(
            "Earlier names and names that documents use: people will find the "
            "organisation by them."
        ),
    ),
    FieldPanel("about"),
    FieldPanel("spheres", widget=forms.CheckboxSelectMultiple),
    MultiFieldPanel(
        [FieldPanel("website"), FieldPanel("email"), FieldPanel("phone")],
        heading=_("Public contact"),
        help_text=_(
            "Shown to everybody. Do not enter anybody’s private address or phone."
        ),
    ),
    FieldPanel("logo"),
    translated_panel("logo_alt", _("Description of the logo"), collapsed=True),
]

REGISTERED = [
    FieldPanel("legal_form"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("krs"), FieldPanel("nip"), FieldPanel("regon")]),
            FieldRowPanel(
                [FieldPanel("other_register"), FieldPanel("other_register_number")]
            ),
            FieldRowPanel([FieldPanel("opp"), FieldPanel("opp_since")]),
        ],
        heading=_("Identifiers"),
        help_text=_(
            "Numbers may be pasted with spaces, dashes or a label in front. A branch "
            "without legal personality has no KRS number of its own."
        ),
    ),
    MultiFieldPanel(
        [
            FieldPanel("street"),
            FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
            FieldRowPanel([FieldPanel("district"), FieldPanel("municipality")]),
            FieldPanel("county"),
            FieldRowPanel([FieldPanel("voivodeship"), FieldPanel("teryt")]),
            FieldPanel("acts_in_city"),
        ],
        heading=_("Seat"),
    ),
    MultiFieldPanel(
        [FieldPanel("status"), FieldPanel("verified_at")],
        heading=_("State of the entry"),
    ),
]

LINKS = [
    FieldPanel("parent"),
    MultipleChooserPanel(
        "memberships",
        chooser_field_name="federation",
        heading=_("Member of"),
        label=_("Federation"),
    ),
    FieldPanel("slug"),
]

PRIVATE = [
    HelpPanel(
        content=_(
            "Nothing on this tab is ever published or searched, and it is exported "
            "only when somebody who may edit it asks for that. Enter only what the "
            "office needs to call a meeting."
        )
    ),
    InlinePanel(
        "contact_persons",
        heading=_("Contact persons"),
        label=_("Contact person"),
    ),
    FieldPanel("private_note"),
]
