"""Two people edit one version at once: the second learns of it, nothing is lost."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.programmes.models import ProgrammeDraftPage
from tests.factories.clauses import clause
from tests.factories.pages import City
from tests.pages.programmes.closed import FIRST, staff

pytestmark = pytest.mark.django_db
CONFLICT = "Zapisanie zastąpi nowszą wersję."


class Editor:
    """Somebody who has opened a version's editor, and what they saw then."""

    def __init__(self, name, draft):
        self.draft = draft
        self.client = Client()
        self.client.force_login(staff(name, "Redakcja"))
        self.address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
        seen = self.client.get(self.address).context
        self.loaded = {
            "loaded_revision_id": str(latest(draft).pk),
            "loaded_revision_created_at": seen["loaded_revision_created_at"],
        }

    def send(self, text, *, by_itself=False, **values):
        """Save, as the button does or as the editor does by itself."""
        block = {"number": "", "text": text, "authors": streamfield([]), "note": ""}
        body = streamfield([("task", block)])
        body["0"] |= {"id": str(FIRST)}
        data = {
            "title": "Wersja 3",
            "slug": "wersja-3",
            "lead": "",
            "number": "3",
            "label": "",
            "date": "2013-09-01",
            "status": "working",
            "based_on": "",
            "summary": rich_text(""),
            "body": body,
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            **self.loaded,
            **values,
        }
        headers = {"Accept": "application/json"} if by_itself else {}
        return self.client.post(self.address, nested_form_data(data), headers=headers)

    def ping(self):
        """Ask, as the editor does every few seconds, who else is there."""
        opened = self.client.get(self.address).context["editing_sessions"]
        seen = {
            "revision_id": self.loaded["loaded_revision_id"],
            "revision_created_at": self.loaded["loaded_revision_created_at"],
        }
        return self.client.post(opened.ping_url, seen).json()


def latest(draft):
    return ProgrammeDraftPage.objects.get(pk=draft.pk).get_latest_revision()


def texts(draft):
    """Return what each revision says, the first one first."""
    kept = draft.revisions.order_by("pk")
    return [[n.text for n in r.as_object().clauses] for r in kept]


@pytest.fixture
def draft():
    draft = City().draft(
        [clause(text="na początku", uid=FIRST)],
        number=3,
        title="Wersja 3",
        slug="wersja-3",
        unpublished=True,
    )
    draft.save_revision()
    return draft


def test_what_goes_by_itself_does_not_overwrite(draft):
    first, second = Editor("pierwsza", draft), Editor("druga", draft)
    assert first.send("pierwsza", by_itself=True).status_code == 200

    response = second.send("druga", by_itself=True)

    assert response.status_code == 400
    assert response.json()["error_code"] == "invalid_revision"
    assert response.json()["error_message"] == CONFLICT
    assert texts(draft) == [["na początku"], ["pierwsza"]]


def test_second_is_told_while_typing(draft):
    first, second = Editor("pierwsza", draft), Editor("druga", draft)
    first.send("pierwsza")

    told = second.ping()

    (other,) = told["other_sessions"]

    assert other["revision_id"] == latest(draft).pk
    assert other["user"] == "pierwsza"
    assert "zastąpisz zmiany innej osoby: pierwsza." in told["html"]


def test_who_saves_all_the_same_loses_nothing_of_the_other(draft):
    first, second = Editor("pierwsza", draft), Editor("druga", draft)
    first.send("pierwsza")

    assert second.send("druga").status_code == 302

    assert texts(draft) == [["na początku"], ["pierwsza"], ["druga"]]
    compare = reverse(
        "wagtailadmin_pages:revisions_compare",
        args=[draft.pk, "earliest", "latest"],
    )
    assert "druga" in second.client.get(compare).text
    restored = draft.revisions.order_by("pk")[1].as_object().save_revision()
    assert [n.uid for n in restored.as_object().clauses] == [str(FIRST)]


def test_revision_of_another_is_not_overwritten(draft):
    first, second = Editor("pierwsza", draft), Editor("druga", draft)
    first.send("pierwsza")
    revision = str(latest(draft).pk)

    for by_itself in (True, False):
        second.send("druga", by_itself=by_itself, overwrite_revision_id=revision)

    assert texts(draft) == [["na początku"], ["pierwsza"]]
