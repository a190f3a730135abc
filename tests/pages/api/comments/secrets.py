"""Private links to comments: right ones, and all that may be sent in their place."""

import datetime
from uuid import uuid4

from django.utils import timezone

from pages.comments.sending.links import link_path, make_link

SECRET = "sekretna-czesc_adresu"


def token_of(comment, purpose="follow", *, is_expired=False):
    """Return the token of a new private link."""
    link, _secret = make_link(comment=comment, purpose=purpose, secret=SECRET)
    if is_expired:
        link.expires_at = timezone.now() - datetime.timedelta(seconds=1)
        link.save()
    return f"{link.uid}/{SECRET}"


def address_of(comment, purpose="follow"):
    """Return a new private link as a mail has it."""
    link, _secret = make_link(comment=comment, purpose=purpose, secret=SECRET)
    return f"https://participation.example.org{link_path(link, SECRET)}"


def wrong_tokens(comment, purpose):
    """Return tokens that give no right, though some look like one that does."""
    right = token_of(comment, purpose)
    uid = right.partition("/")[0]
    others = {"confirm", "follow", "data"} - {purpose}
    return [
        *(token_of(comment, other) for other in sorted(others)),
        f"{uid}/",
        f"{uid}/{SECRET}x",
        f"{uid}/{SECRET.upper()}",
        f"{uuid4()}/{SECRET}",
        f"/{SECRET}",
        f"0/{SECRET}",
        uid,
        SECRET,
        f"{SECRET}/{uid}",
        f"?{right}",
        f"#{right}",
        "http://[",
        "/" * 9,
        " ",
        "ą" * 1_000,
    ]
