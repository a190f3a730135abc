"""The staff of the office, and their addresses in the admin."""

from django.test import Client
from django.urls import reverse

from pages.comments.office.authorship import content_of
from tests.pages.programmes.closed import staff

GROUPS = ("Redakcja", "Wydawca", "Jednostki", "Tłumacze")
COMMENT, ANSWER, CONSULTATION, NOTICE = (
    f"wagtailsnippets_public_comments_{name}"
    for name in ("publiccomment", "officialanswer", "consultation", "notice")
)


def address(model, view, *args):
    return reverse(f"{model}:{view}", args=args)


def desk(comment):
    return address(COMMENT, "inspect", comment.pk)


class Office:
    """Users of every group, each with a browser of their own."""

    def __init__(self):
        self.users = {group: staff(group.lower(), group) for group in GROUPS}

    def __getitem__(self, group):
        return self.users[group]

    def browser(self, group):
        client = Client()
        client.force_login(self.users[group])
        return client

    @property
    def editor(self):
        return self.users["Redakcja"]

    @property
    def publisher(self):
        return self.users["Wydawca"]

    @property
    def unit(self):
        return self.users["Jednostki"]


def step(client, model, name, thing, **values):
    """Take a step by its form; return the messages that the next page shows."""
    if model == ANSWER:
        values = {"shown": content_of(thing), **values}
    response = client.post(address(model, name, thing.pk), values, follow=True)
    return [str(message) for message in response.context["messages"]]


def export(client, query="", form="csv"):
    """Return the register as a spreadsheet."""
    response = client.get(f"{address(COMMENT, 'list')}?export={form}&{query}")
    return b"".join(response.streaming_content)
