"""Versions that are closed to changes, and who works on them."""

from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from tests.factories.clauses import chapter, clause
from tests.factories.pages import City

FIRST = UUID("11111111-1111-4111-8111-111111111111")
SECOND = UUID("22222222-2222-4222-8222-222222222222")
CHAPTER = UUID("33333333-3333-4333-8333-333333333333")


def body():
    return [
        chapter(
            "Zadania",
            clause(text="wspieranie sąsiadów", uid=FIRST),
            clause(text="rozwój kultury", uid=SECOND),
            uid=CHAPTER,
        )
    ]


def consulted(city=None, **values):
    """Return a version that went to consultation, as its row says it."""
    city = city or City()
    values = {"title": "Wersja 3", "number": 3, "status": "consulted", **values}
    values.setdefault("slug", f"wersja-{values['number']}")
    draft = city.draft(values.pop("body", None) or body(), published=True, **values)
    return type(draft).objects.get(pk=draft.pk)


def staff(name, group="Wydawca"):
    user = get_user_model().objects.create_user(name, password="x")
    user.groups.add(Group.objects.get(name=group))
    return user
