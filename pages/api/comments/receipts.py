"""Tells the receipt of a comment, in words that the pages use too."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.comments.limits import limits
from pages.comments.mail.letters import root_url
from pages.comments.public.tracking import SAID_OF
from pages.comments.sending.links import link_path
from pages.comments.sending.submitting import Receipt

Answer = dict[str, Any]


def receipt_of(receipt: Receipt, *, is_held: bool = False) -> Answer:
    """Return the receipt; without a private link it tells nothing of the comment.

    Whoever guesses an address would learn from it whether it is known.
    """
    comment, link = receipt.comment, receipt.link
    if link is None:
        return waiting(is_held=is_held)
    return {
        "state": "registered",
        "code": comment.code,
        "year": comment.year,
        "number": comment.number,
        "is_held": comment.is_held,
        "private_link": {
            "url": root_url(comment) + link_path(link, receipt.secret),
            "token": f"{link.uid}/{receipt.secret}",
        },
        "lines": [
            _("Thank you. Your comment is registered as %(code)s.")
            % {"code": comment.code},
            str(SAID_OF[comment.state]),
            _(
                "This is your private link to follow, correct or withdraw the comment. "
                "Keep it: it is shown only now. Whoever has it can do the same."
            ),
        ],
    }


def waiting(*, is_held: bool = False) -> Answer:
    """Return what everybody is told who gave an e-mail: mail is on its way."""
    hours = limits().confirm_hours
    lines = [
        _(
            "Your comment is not registered yet. Confirm it by the link that we have "
            "sent to your e-mail."
        ),
        ngettext(
            "The link works for %(hours)s hour. Afterwards it offers you a new one.",
            "The link works for %(hours)s hours. Afterwards it offers you a new one.",
            hours,
        )
        % {"hours": hours},
        _(
            "Once you have confirmed it, you get the number of your comment, a copy "
            "and a private link to follow, correct or withdraw it."
        ),
        _(
            "If nothing comes within some minutes, look into the spam folder. If there "
            "was an error in the address, send the comment again."
        ),
    ]
    if is_held:
        lines.append(
            _(
                "Once it is confirmed, staff will read it before it is published: your "
                "browser has not shown that no bot sent the form."
            )
        )
    return {
        "state": "waits_for_confirmation",
        "code": None,
        "year": None,
        "number": None,
        "is_held": is_held,
        "private_link": None,
        "lines": lines,
    }
