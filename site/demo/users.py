"""The demo's users; their password is known, so only development has them."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PASSWORD = "demo"  # noqa: S105 - printed by `make run`, never used in production
GROUP_OF = {
    "redakcja": "Redakcja",
    "wydawca": "Wydawca",
    "jednostka": "Jednostki",
    "tlumacz": "Tłumacze",
}


def load_users() -> list[str]:
    """Make the demo's users where they are missing; return their names."""
    users = get_user_model().objects
    if not users.filter(username="admin").exists():
        users.create_superuser("admin", email="", password=PASSWORD)
    for name, group in GROUP_OF.items():
        if not users.filter(username=name).exists():
            user = users.create_user(name, password=PASSWORD)
            user.groups.add(Group.objects.get(name=group))
    return ["admin", *GROUP_OF]
