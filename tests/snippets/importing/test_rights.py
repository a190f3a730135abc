import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission

from snippets.importing.rights import may_export_private, may_import

pytestmark = pytest.mark.django_db


def user_with(django_user_model, *rights):
    user = django_user_model.objects.create_user("clerk")
    for right in rights:
        user.user_permissions.add(
            Permission.objects.get(codename=f"{right}_organisation")
        )
    return user


@pytest.mark.parametrize(
    ("rights", "imports", "takes_private"),
    [
        ((), False, False),
        (("view",), False, False),
        (("add",), False, False),
        (("change",), False, True),
        (("delete", "view"), False, False),
        (("add", "change"), True, True),
    ],
)
def test_rights_follow_those_on_the_register(
    django_user_model, rights, imports, takes_private
):
    user = user_with(django_user_model, *rights)

    assert may_import(user) is imports
    assert may_export_private(user) is takes_private


def test_visitor_has_no_right():
    assert not may_import(AnonymousUser())
    assert not may_export_private(AnonymousUser())


@pytest.mark.parametrize(
    ("group", "may"),
    [("Redakcja", True), ("Wydawca", True), ("Tłumacze", False), ("Jednostki", False)],
)
def test_groups(django_user_model, group, may):
    user = django_user_model.objects.create_user("clerk")
    user.groups.add(Group.objects.get(name=group))

    assert may_import(user) is may
    assert may_export_private(user) is may


def test_user_that_was_shut_out_has_no_right(django_user_model):
    user = django_user_model.objects.create_superuser("admin")
    user.is_active = False

    assert not may_import(user)
    assert not may_export_private(user)
