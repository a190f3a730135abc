"""Which contact data a comment holds: what is private of its author."""

from typing import Any

from django.db.models import Q

from pages.comments.models import OnBehalf, PublicComment
from pages.comments.states import State

# What staff wrote to an author, or noted of an author's letter: it may name anybody.
LETTERS = ("public_comments.ask_back", "public_comments.withdraw")
# Nobody will ever be shown the name of who wrote these.
NEVER_SHOWN = (State.UNCONFIRMED, State.WITHDRAWN)


def is_name_public(comment: PublicComment) -> bool:
    """Whether readers see the name, or will: its owner agreed, and it can be shown.

    Who writes for an organisation is not shown even so.
    """
    return (
        bool(comment.name)
        and comment.name_is_public
        and comment.on_behalf != OnBehalf.ORGANISATION
        and comment.state not in NEVER_SHOWN
    )


def contacts_of(
    comment: PublicComment, *, with_public_name: bool = False
) -> tuple[str, ...]:
    """Return the fields of a comment with contact data in them."""
    held = [name for name in ("email", "scan") if getattr(comment, name)]
    if comment.name and (with_public_name or not is_name_public(comment)):
        held.insert(0, "name")
    return tuple(held)


def holding_contacts(comments: Any) -> Any:
    """Narrow comments to those with contact data, as `contacts_of` tells of one."""
    private = (
        Q(name_is_public=False)
        | Q(on_behalf=OnBehalf.ORGANISATION)
        | Q(state__in=NEVER_SHOWN)
    )
    return comments.filter(~Q(email="") | ~Q(scan="") | ~Q(name="") & private)
