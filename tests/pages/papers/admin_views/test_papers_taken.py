"""Papers taken from their page: what is in them, and what is left to the worker."""

import pytest
from django.urls import reverse
from django.utils import translation

from pages.comments.models import Channel, OnBehalf
from pages.comments.states import DRAFT
from pages.papers import jobs
from pages.papers.admin_views import offers
from pages.papers.admin_views.forms import FILES
from pages.papers.models import JobState, PaperJob
from tests.factories.comments import AnswerFactory

from .taking import EMAIL, NAME, content, notes, take

pytestmark = pytest.mark.django_db
MAGIC = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF"}


@pytest.fixture
def waits_for_worker(monkeypatch):
    """More comments than a person waits for, without making them."""
    monkeypatch.setitem(jobs.ROWS_AT_ONCE, "xlsx", 1)


@pytest.mark.parametrize("file", [value for value, _label in FILES])
def test_every_button_hands_out_its_file(office, url, file):
    response = take(office.browser("Redakcja"), url, file)

    form = file.split("-")[1]
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("no-store, private")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith('attachment; filename="')
    assert response["Content-Disposition"].endswith(f'2014-wersja-3-laka.{form}"')
    assert content(response).startswith(MAGIC.get(form, b"{"))


@pytest.mark.parametrize(
    "values",
    [
        {"file": "protocol-csv"},
        {"file": "secret-pdf"},
        {"language": "xx"},
        {"file": ""},
    ],
)
def test_what_there_is_not_is_not_made(office, url, consultation, values):
    response = take(office.browser("Redakcja"), url, **values)

    assert response.status_code == 200
    assert not response.streaming
    assert response.context["form"].errors
    assert notes(consultation) == []


def test_contacts_are_for_those_who_may_see_them(office, url, consultation):
    editor, publisher = office.browser("Redakcja"), office.browser("Wydawca")
    assert "with_contacts" not in editor.get(url).context["form"].fields
    assert "with_contacts" in publisher.get(url).context["form"].fields

    assert take(editor, url, with_contacts="on").status_code == 302
    assert notes(consultation) == []
    taken = content(take(publisher, url, with_contacts="on")).decode()

    assert NAME in taken
    assert EMAIL in taken
    data = {"paper": "table", "form": "csv", "with_contacts": True}
    assert notes(consultation) == [("wydawca", data)]


def test_contacts_are_not_in_a_paper_unless_asked_for(office, url, consultation):
    taken = content(take(office.browser("Wydawca"), url)).decode()

    assert NAME not in taken
    assert EMAIL not in taken
    data = {"paper": "table", "form": "csv", "with_contacts": False}
    assert notes(consultation) == [("wydawca", data)]


def test_file_with_contacts_says_so_by_its_name(office, url):
    client = office.browser("Wydawca")

    plain, private = (
        take(client, url, **values)["Content-Disposition"]
        for values in ({}, {"with_contacts": "on"})
    )

    assert plain != private


def test_paragraph_never_has_contacts(office, url, consultation):
    take(office.browser("Wydawca"), url, "paragraph-docx", with_contacts="on")

    assert [data["with_contacts"] for _user, data in notes(consultation)] == [False]


def test_answers_in_preparation_are_for_those_who_draft(office, url, consultation):
    comment = consultation.comments.get(state="published")
    AnswerFactory(comments=[comment], reasons="Jeszcze niegotowe", state="draft")
    client = office.browser("Jednostki")

    plain = content(take(client, url)).decode()
    drafts = content(take(client, url, with_drafts="on")).decode()

    assert "Jeszcze niegotowe" not in plain
    assert "Jeszcze niegotowe" in drafts
    group = office["Jednostki"].groups.get()
    group.permissions.remove(group.permissions.get(codename=DRAFT.rpartition(".")[2]))
    assert "with_drafts" not in client.get(url).context["form"].fields
    assert take(client, url, with_drafts="on").status_code == 302


def test_paper_is_in_the_language_asked_for(office, url):
    client = office.browser("Redakcja")

    for language in ("pl", "en", "uk", "be"):
        taken = content(take(client, url, language=language)).decode()
        with translation.override(language):
            assert str(OnBehalf.RESIDENT.label) in taken
            assert str(Channel.FORM.label) in taken


@pytest.mark.usefixtures("waits_for_worker")
def test_long_paper_is_left_to_the_worker(office, url, consultation):
    client = office.browser("Wydawca")

    response = take(client, url, "table-xlsx", language="uk", with_contacts="on")

    job = PaperJob.objects.get()
    assert response.url == reverse("consultation_paper", args=[job.uid])
    assert (job.user, job.language) == (office["Wydawca"], "uk")
    assert (job.state, job.with_contacts) == (JobState.WAITING, True)
    assert notes(consultation) == []
    assert response.url in client.get(url).content.decode()
    assert response.url not in office.browser("Redakcja").get(url).content.decode()


@pytest.mark.usefixtures("waits_for_worker")
def test_long_csv_is_handed_out_at_once(office, url):
    taken = content(take(office.browser("Redakcja"), url)).decode()

    assert taken.count("2014") >= 2
    assert not PaperJob.objects.exists()


def test_pdf_of_too_many_comments_is_not_offered_and_not_made(
    office, url, consultation, monkeypatch
):
    client = office.browser("Redakcja")
    assert 'value="table-pdf"' in client.get(url).content.decode()
    monkeypatch.setattr(jobs, "MOST_IN_PDF", 1)
    monkeypatch.setattr(offers, "MOST_IN_PDF", 1)

    page = client.get(url)
    response = take(client, url, "table-pdf")

    html = page.content.decode()
    assert 'value="table-pdf"' not in html
    assert 'value="paragraph-pdf"' in html
    assert len(page.context["warnings"]) == 2
    assert response.url == url
    assert notes(consultation) == []
    assert not PaperJob.objects.exists()
