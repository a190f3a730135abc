"""Codes of organisations and what is drafted under them."""

from .code import CodeState, OrganisationCode
from .draft import DraftState, PositionDraft
from .item import PositionItem
from .mail import MailKind, PositionMail

__all__ = [
    "CodeState",
    "DraftState",
    "MailKind",
    "OrganisationCode",
    "PositionDraft",
    "PositionItem",
    "PositionMail",
]
