import pytest
from django.contrib.auth.models import Group


@pytest.fixture
def redakcja(client, django_user_model):
    """An editor, who may add and change organisations, logged in."""
    user = django_user_model.objects.create_user("redakcja", password="x")
    user.groups.add(Group.objects.get(name="Redakcja"))
    client.force_login(user)
    return user
