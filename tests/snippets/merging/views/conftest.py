import pytest
from django.contrib.auth.models import Permission

RIGHTS = ("access_admin", "change_organisation", "delete_organisation")


@pytest.fixture
def give(django_user_model, client):
    """Let a new user have rights, by their names, and sign in."""

    def sign_in(*codenames):
        user = django_user_model.objects.create_user("".join(codenames)[:100])
        rights = Permission.objects.filter(codename__in=codenames)
        user.user_permissions.set(rights)
        client.force_login(user)
        return user

    return sign_in


@pytest.fixture
def merger(give):
    """Somebody who may merge, signed in."""
    return give(*RIGHTS)
