"""A visitor of the public form, and the clock on the office's wall."""

import datetime
from unittest.mock import patch
from urllib.parse import urlencode

from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from pages.comments.models import WARSAW
from tests.pages.markup import words

FORM = "application/x-www-form-urlencoded"
VALID = {
    "kind": "change",
    "proposed_wording": "wspieranie sąsiadów i seniorów",
    "text": "Proszę dopisać seniorów.",
    "justification": "Jest ich coraz więcej.",
    "on_behalf": "resident",
    "organisation": "",
    "name": "Jan Próbny",
    "email": "",
    "reference": "",
}


def form_address(draft, clause="", language="pl"):
    address = reverse("comment_form", args=[draft.pk])
    query = f"?{urlencode({'clause': clause})}" if clause else ""
    return f"/{language}/{address.split('/', 2)[2]}{query}"


class Page:
    """A response as a visitor reads it."""

    def __init__(self, response):
        self.response, self.status = response, response.status_code
        self.html = response.content.decode()
        self.soup = BeautifulSoup(self.html, "html.parser")

    @property
    def main(self):
        return words(self.soup.main)

    @property
    def title(self):
        return self.soup.title.text

    @property
    def faults(self):
        """What the summary of errors says, in order; empty where there is none."""
        return [words(item) for item in self.soup.select("main .errors li")]

    @property
    def hidden(self):
        """The hidden inputs of the form."""
        found = self.soup.select("main form input[type=hidden]")
        return {field["name"]: field["value"] for field in found}

    def value(self, name):
        """What stands in a field."""
        field = self.soup.select_one(f"main [name={name}]")
        if field.name == "textarea":
            return field.text.removeprefix("\n").removeprefix("\r\n")
        if field.get("type") == "radio":
            chosen = self.soup.select_one(f"main [name={name}][checked]")
            return chosen and chosen["value"]
        return field.get("value", "")


def read(client, address, **options):
    return Page(client.get(address, **options))


def send(client, address, values=None, **changes):
    """Open the form, change what is asked for, and send it; return the answer."""
    opened = read(client, address)
    data = {**VALID, **opened.hidden, **(values or {}), **changes}
    return client.post(address, data)


def moment(*parts):
    """Return a moment by the clock in Poland."""
    return datetime.datetime(*parts, tzinfo=WARSAW)


class Clock:
    """The time as the code asks for it; it stands still until it is set."""

    def __init__(self, now):
        self.now = now
        patcher = patch.object(timezone, "now", lambda: self.now)
        patcher.start()
        self.stop = patcher.stop

    def wait(self, **delta):
        self.now += datetime.timedelta(**delta)
