"""The demo's users; their password is known, so only development has them."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

from snippets.models import CityUnit, Organisation, Place, PriorityArea, Project

PASSWORD = "demo"  # noqa: S105 - printed by `make run`, never used in production
GROUP_OF = {"redakcja": "Editors", "wydawca": "Moderators", "tlumacz": "Editors"}


def load_users() -> list[str]:
    """Make the demo's users where they are missing; return their names."""
    users = get_user_model().objects
    if not users.filter(username="admin").exists():
        users.create_superuser("admin", email="", password=PASSWORD)
    for name, group in GROUP_OF.items():
        if not users.filter(username=name).exists():
            user = users.create_user(name, password=PASSWORD)
            user.groups.add(Group.objects.get(name=group))
            if name == "tlumacz":
                user.user_permissions.add(
                    Permission.objects.get(codename="submit_translation")
                )
    allow_registers()
    return ["admin", *GROUP_OF]


def allow_registers() -> None:
    """Let the demo's editors keep the registers."""
    models = (Organisation, CityUnit, Place, PriorityArea, Project)
    codenames = [
        f"{action}_{model._meta.model_name}"
        for model in models
        for action in ("add", "change", "view")
    ]
    permissions = Permission.objects.filter(
        content_type__app_label="snippets", codename__in=codenames
    )
    for name in set(GROUP_OF.values()):
        Group.objects.get(name=name).permissions.add(*permissions)
