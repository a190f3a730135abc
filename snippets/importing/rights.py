"""Who may take lists in, and who may take private data out."""

from typing import Any

from wagtail.permissions import policy_registry

from snippets.models import Organisation


def may_import(user: Any) -> bool:
    """Whether a user may take a list in: it adds organisations and changes them."""
    policy = policy_registry.get_by_type(Organisation)
    return all(policy.user_has_permission(user, right) for right in ("add", "change"))


def may_export_private(user: Any) -> bool:
    """Whether a user may export what is private: who edits an entry sees it anyway."""
    policy = policy_registry.get_by_type(Organisation)
    return bool(policy.user_has_permission(user, "change"))
