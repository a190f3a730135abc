"""A version of three clauses, and what staff paste into it."""

from uuid import uuid4

from django.test import Client
from django.urls import reverse

from pages.programmes.models import ProgrammeDraftPage
from tests.factories.clauses import area, chapter, clause
from tests.factories.pages import City
from tests.pages.programmes.closed import staff

A, B, C, AREA, CHAPTER = (str(uuid4()) for _ in range(5))
FIRST = "wspieranie klubów sportowych w mieście"
SECOND = "opieka nad zabytkami i miejscami pamięci"
THIRD = "prowadzenie świetlic dla dzieci"


def open_version():
    body = [
        chapter(
            "Zadania",
            area(
                "Różne",
                1,
                clause(text=FIRST, uid=A, number="28"),
                clause(text=SECOND, uid=B),
                clause(text=THIRD, uid=C),
                uid=AREA,
            ),
            uid=CHAPTER,
        )
    ]
    return City().draft(body, number=1, unpublished=True)


def signed_in(group="Redakcja"):
    client = Client()
    client.force_login(staff(group.lower(), group))
    return client


def address(draft):
    return reverse("draft_paste", args=[draft.pk])


def send(draft, text, client=None, **values):
    data = {"text": text, "group": AREA, "revision": revision_of(draft), **values}
    return (client or signed_in()).post(address(draft), data)


def decide(draft, text, rows, client=None, **values):
    sent = {"decided": "1", **values}
    for number, (chosen, relation) in enumerate(rows, 1):
        sent[f"clause-{number}"] = chosen
        sent[f"relation-{number}"] = relation
    return send(draft, text, client, **sent)


def revision_of(draft):
    draft.refresh_from_db()
    return draft.latest_revision_id or ""


def saved(draft):
    draft = ProgrammeDraftPage.objects.get(pk=draft.pk)
    return draft.get_latest_revision_as_object()


def texts(draft):
    return [(n.uid, n.text) for n in saved(draft).clauses if not n.is_heading]


def chosen(soup, number):
    select = soup.select_one(f"#clause-{number}")
    found = select.select_one("option[selected]")
    return found["value"] if found else ""


def said(response):
    return " ".join(str(message) for message in response.context["messages"])
