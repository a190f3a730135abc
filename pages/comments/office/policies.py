"""Who may do what in the admin: nobody deletes anything of this room."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from pages.comments.models import Consultation, Notice, OfficialAnswer, PublicComment


class KeptPolicy(ModelPermissionPolicy):
    """The rights over what is kept; what is never done, superusers may not either."""

    def __init__(self, model: type[Model], never: Iterable[str] = ("delete",)) -> None:
        super().__init__(model)
        self.never = frozenset(never)

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether a user may do something with these objects."""
        return action not in self.never and bool(
            super().user_has_permission(user, action)
        )


def register_policies() -> None:
    """Register the policies, before anybody asks for the rights."""
    register_permission_policy(Consultation, KeptPolicy(Consultation))
    register_permission_policy(PublicComment, KeptPolicy(PublicComment))
    # Answers are made from comments, mail by what is done with them.
    unmade = ("add", "delete")
    register_permission_policy(OfficialAnswer, KeptPolicy(OfficialAnswer, unmade))
    register_permission_policy(Notice, KeptPolicy(Notice, unmade))
