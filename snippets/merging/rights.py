"""Who may merge organisations."""

from typing import Any

from wagtail.permissions import policy_registry

from snippets.models import Organisation


def may_merge(user: Any) -> bool:
    """Whether a user may merge: one entry changes, the other one disappears."""
    policy = policy_registry.get_by_type(Organisation)
    return all(
        policy.user_has_permission(user, right) for right in ("change", "delete")
    )
