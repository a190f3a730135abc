"""Who may have which papers: the rights to comments are the rights to their papers."""

from typing import Any

from pages.comments.states import DRAFT, SEE_CONTACT

VIEW = "public_comments.view_publiccomment"
# What somebody may ask to be in a paper, and the right that it takes.
OPTION_RIGHTS = {"with_contacts": SEE_CONTACT, "with_drafts": DRAFT}


def may_have_papers(user: Any) -> bool:
    """Whether somebody may have papers without what is private in them."""
    return bool(user.has_perm(VIEW))


def may_have_option(user: Any, name: str) -> bool:
    """Whether somebody may have papers with contacts, or with unpublished answers."""
    return bool(user.has_perm(OPTION_RIGHTS[name]))


def may_bring_back(user: Any) -> bool:
    """Whether somebody may fill rulings and reasons into a table."""
    return bool(user.has_perm(DRAFT))
