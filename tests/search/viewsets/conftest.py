import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group


@pytest.fixture
def enter(client):
    """Sign in somebody of a group."""

    def enter(group):
        users = get_user_model().objects
        if group == "admin":
            user = users.create_superuser(group)
        else:
            user = users.create_user(group)
            user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return enter
