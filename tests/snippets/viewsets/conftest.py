import pytest
from django.contrib.auth.models import Permission


@pytest.fixture
def clerk(client, django_user_model):
    """A user who may enter the admin and has no right to any register, logged in."""
    user = django_user_model.objects.create_user("clerk", password="clerk")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return user
