"""A front end that comments by the API, and the site that it comments on."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories.comments import ConsultationFactory
from tests.factories.pages import City
from tests.pages.programmes.closed import FIRST, consulted

BASE = "/api/v3/comments/"
VALID = {
    "kind": "change",
    "proposed_wording": "wspieranie sąsiadów i seniorów",
    "text": "Proszę dopisać seniorów.",
    "justification": "Jest ich coraz więcej.",
    "on_behalf": "resident",
    "name": "Jan Próbny",
}


def read(client, path="", **params):
    """Return what is read, which must be there."""
    response = client.get(BASE + path, params)
    assert response.status_code == 200, response.content
    return response.json()


def post(client, path, body, **options):
    options.setdefault("content_type", "application/json")
    return client.post(BASE + path, json.dumps(body), **options)


def faults(response):
    """Return where something is wrong, and the code that says what."""
    assert response["Content-Type"] == "application/problem+json"
    found = response.json().get("errors", ())
    return [("/".join(map(str, fault["loc"])), fault["type"]) for fault in found]


class Visitor:
    """Comments on the first clause of a version, as a front end does."""

    def __init__(self, client, draft, clause=FIRST):
        self.client, self.draft = client, draft
        self.place = {"draft": draft.pk}
        if clause:
            self.place["clause"] = str(clause)

    def open(self):
        return read(self.client, "form/", **self.place)

    def comment(self, **changes):
        """Return all that is sent of a form that is opened now."""
        return {**VALID, **self.place, "key": self.open()["key"], **changes}

    def send(self, **changes):
        return post(self.client, "", self.comment(**changes))

    def sent(self, **changes):
        """Send a comment that is taken; return its receipt."""
        response = self.send(**changes)
        assert response.status_code == 201, response.content
        return response.json()

    def form(self, **changes):
        """Send the same by the page of the site."""
        address = reverse("comment_form", args=[self.draft.pk])
        clause = self.place.get("clause")
        path = f"{address}?clause={clause}" if clause else address
        data = {**VALID, "key": self.open()["key"], **changes}
        return self.client.post(path, {k: v for k, v in data.items() if v is not False})


@pytest.fixture
def consultation(db, settings):
    """A consultation that is open now; nobody has to wait before sending."""
    settings.PUBLIC_COMMENTS = {"least_seconds": 0, "challenge_steps": 4}
    city = City()
    return ConsultationFactory(draft=consulted(city))


@pytest.fixture
def visitor(client, consultation):
    with translation.override("en"):
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        yield Visitor(client, consultation.draft)
