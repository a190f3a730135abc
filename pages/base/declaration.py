"""The declaration of accessibility that Polish law asks of a public body's site.

Source: the Act of 4 April 2019 on digital accessibility, art. 10, and the
ministry's technical conditions for publishing the declaration, which name the
HTML ids that inspectors' programs look for (`a11y-…`).
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .blocks import RICH_TEXT_FEATURES, BodyStreamBlock


class DeclarationBlock(blocks.StructBlock):
    """The declaration, its parts marked by the ids that the law's conditions name."""

    body_name = blocks.CharBlock(label=_("Public body"), max_length=255)
    url = blocks.URLBlock(label=_("Address of the website"))
    published = blocks.DateBlock(label=_("Website published on"))
    updated = blocks.DateBlock(label=_("Last significant update on"))
    status = blocks.ChoiceBlock(
        label=_("Compliance with the Act"),
        choices=[
            ("full", _("compliant")),
            ("partial", _("partly compliant")),
            ("none", _("not compliant")),
        ],
    )
    exceptions = blocks.RichTextBlock(
        label=_("What is not accessible, and why"),
        features=RICH_TEXT_FEATURES,
        required=False,
    )
    prepared = blocks.DateBlock(label=_("Declaration prepared on"))
    reviewed = blocks.DateBlock(
        label=_("Declaration last reviewed on"),
        required=False,
        help_text=_("It must be reviewed every year by 31 March."),
    )
    assessor = blocks.CharBlock(
        label=_("Assessed by"),
        max_length=255,
        required=False,
        help_text=_("Leave empty if the office assessed the website itself."),
    )
    contact_name = blocks.CharBlock(label=_("Contact: who"), max_length=255)
    contact_email = blocks.EmailBlock(label=_("Contact: e-mail"))
    contact_phone = blocks.CharBlock(
        label=_("Contact: phone"), max_length=60, required=False
    )
    procedure = blocks.RichTextBlock(
        label=_("Requests and complaints"), features=RICH_TEXT_FEATURES
    )
    architecture = blocks.RichTextBlock(
        label=_("Accessibility of the building"),
        features=RICH_TEXT_FEATURES,
        required=False,
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Declaration of accessibility")
        template = "participation_base/blocks/declaration.html"


class ContentStreamBlock(BodyStreamBlock):
    """Free content of a plain page, or the declaration of accessibility."""

    declaration = DeclarationBlock()
