"""The editors' content checker, with this project's own rules."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

# A check that fails on every element: its pattern fits any alternative text.
# What is wrong is in the selectors of the rules below.
ALWAYS = {"id": "check-image-alt-text", "options": {"pattern": "^"}}


class HouseCheckerItem(ContentCheckerItem):
    """Finds links that say “here”, and logos without a description.

    Headings that skip a level are found by axe's own rule `heading-order`, which
    Wagtail runs. The script `vague-links.js` marks the links: a selector cannot
    see a text.
    """

    axe_run_only = [
        *(r for r in ContentCheckerItem.axe_run_only if r != "alt-text-quality"),
        "vague-link",
        "logo-without-description",
        "file-name-as-description",
    ]
    axe_custom_checks: list[dict[str, Any]] = [
        *(c for c in ContentCheckerItem.axe_custom_checks if c["id"] != ALWAYS["id"]),
        ALWAYS,
    ]
    axe_custom_rules: list[dict[str, Any]] = [
        *(
            rule
            for rule in ContentCheckerItem.axe_custom_rules
            if rule["id"] != "alt-text-quality"
        ),
        *(
            {
                "id": name,
                "impact": "serious",
                "selector": selector,
                "tags": ["best-practice"],
                "any": [ALWAYS["id"]],
                "enabled": True,
            }
            for name, selector in {
                "vague-link": "a[data-vague]",
                "logo-without-description": ".logos img:not([alt]), .logos img[alt='']",
                "file-name-as-description": ", ".join(
                    f"img[alt$='.{kind}' i]"
                    for kind in ("avif", "gif", "jpg", "jpeg", "png", "svg", "webp")
                ),
            }.items()
        ),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "vague-link": {
            "error_name": _("The link does not say where it leads"),
            "help_text": _("Name the page or the file instead of “here” or “more”."),
        },
        "logo-without-description": {
            "error_name": _("The logo has no description"),
            "help_text": _("Fill in the description of the logo in its register."),
        },
        "file-name-as-description": {
            "error_name": _("The description of the image is the name of a file"),
            "help_text": _("Say what the image shows."),
        },
    }
