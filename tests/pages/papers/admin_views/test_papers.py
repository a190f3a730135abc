"""The page of the papers: who may open it, what it hands out, what it notes."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.log_actions import registry

from pages.comments.models import Channel, OnBehalf
from pages.comments.states import DRAFT
from pages.papers import jobs
from pages.papers.admin_views import offers
from pages.papers.admin_views.forms import FILES
from pages.papers.logs import EXPORT
from pages.papers.models import JobState, PaperJob
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.pages.comments.staff import CONSULTATION, Office, address
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import consulted

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Zofia Prywatna", "zofia.prywatna@example.org"
MAGIC = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF"}


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def consultation():
    draft = consulted(title="Wersja „3”: łąka")
    consultation = ConsultationFactory(closed=True, draft=draft)
    PublicCommentFactory(
        consultation=consultation, name=NAME, email=EMAIL, published=True
    )
    PublicCommentFactory(consultation=consultation, answered=True)
    return consultation


@pytest.fixture
def url(consultation):
    return reverse("consultation_papers", args=[consultation.pk])


@pytest.fixture
def waits_for_worker(monkeypatch):
    """More comments than a person waits for, without making them."""
    monkeypatch.setitem(jobs.ROWS_AT_ONCE, "xlsx", 1)


def take(client, url, file="table-csv", **values):
    return client.post(url, {"file": file, "language": "pl", **values})


def content(response):
    return b"".join(response.streaming_content)


def notes(consultation):
    logs = registry.get_logs_for_instance(consultation).filter(action=EXPORT)
    return [(entry.user.username, entry.data) for entry in logs]


@pytest.mark.parametrize(
    ("group", "status"),
    [("Redakcja", 200), ("Wydawca", 200), ("Jednostki", 200), ("Tłumacze", 302)],
)
def test_who_reads_comments_opens_the_page_and_takes_papers(office, url, group, status):
    client = office.browser(group)

    assert client.get(url).status_code == status
    assert take(client, url).status_code == status


def test_nobody_else_does(url):
    assert Client().get(url).status_code == 302
    assert take(Client(), url).status_code == 302


@pytest.mark.parametrize(("right", "shown"), [(True, True), (False, False)])
def test_consultation_leads_there_for_those_who_may(
    office, consultation, url, right, shown
):
    client = office.browser("Redakcja")
    if not right:
        group = office["Redakcja"].groups.get()
        group.permissions.remove(
            *group.permissions.filter(codename="view_publiccomment")
        )

    page = client.get(address(CONSULTATION, "inspect", consultation.pk))

    assert (url in page.content.decode()) is shown


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


def test_looking_changes_nothing(office, url, consultation):
    response = office.browser("Wydawca").get(
        url, {"file": "table-xlsx", "language": "pl", "with_contacts": "on"}
    )

    assert response.status_code == 200
    assert not response.streaming
    assert notes(consultation) == []
    assert not PaperJob.objects.exists()


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


def test_table_is_brought_back_by_those_who_draft(office, url, consultation):
    upload = reverse("answer_sheet_upload", args=[consultation.pk])
    assert upload in office.browser("Jednostki").get(url).content.decode()

    group = office["Jednostki"].groups.get()
    group.permissions.remove(group.permissions.get(codename=DRAFT.rpartition(".")[2]))

    assert upload not in office.browser("Jednostki").get(url).content.decode()


def test_paper_is_in_the_language_asked_for(office, url):
    client = office.browser("Redakcja")

    for language in ("pl", "en", "uk", "be"):
        taken = content(take(client, url, language=language)).decode()
        with translation.override(language):
            assert str(OnBehalf.RESIDENT.label) in taken
            assert str(Channel.FORM.label) in taken


def test_numbers_are_those_of_registered_comments(office, url, consultation):
    for state in ("unconfirmed", "hidden", "withdrawn", "withdrawn"):
        PublicCommentFactory(consultation=consultation, **{state: True})

    page = office.browser("Redakcja").get(url)

    assert [number for _label, number in page.context["numbers"]] == [5, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("closed", "answered", "warnings"),
    [(True, True, 0), (True, False, 1), (False, True, 1), (False, False, 2)],
)
def test_papers_that_are_not_final_say_so(office, closed, answered, warnings):
    consultation = ConsultationFactory(closed=closed)
    PublicCommentFactory(
        consultation=consultation, state="answered" if answered else "published"
    )
    url = reverse("consultation_papers", args=[consultation.pk])

    page = office.browser("Redakcja").get(url)

    assert len(page.context["warnings"]) == warnings


def test_consultation_without_comments_has_papers_too(office):
    url = reverse("consultation_papers", args=[ConsultationFactory(closed=True).pk])
    client = office.browser("Redakcja")

    assert client.get(url).context["paragraph"]
    assert content(take(client, url, "protocol-pdf")).startswith(b"%PDF")


def test_unknown_consultation_has_no_page(office):
    url = reverse("consultation_papers", args=[999])

    assert office.browser("Redakcja").get(url, follow=True).status_code == 404


def test_history_tells_who_took_what(office, url, consultation):
    take(office.browser("Wydawca"), url, "table-pdf", with_contacts="on")
    with translation.override("en"):
        entry = registry.get_logs_for_instance(consultation).get(action=EXPORT)
        message = entry.formatter.format_message(entry)
    assert message.startswith("Took with names and e-mails")

    history = address(CONSULTATION, "history", consultation.pk)
    page = office.browser("Redakcja").get(history)

    rows = list(page.context["object_list"])
    assert [(row.user.username, row.action) for row in rows] == [("wydawca", EXPORT)]


def test_page_costs_the_same_with_more_comments(office, url, consultation):
    client = office.browser("Wydawca")
    few = count_queries(client, url)
    for comment in PublicCommentFactory.create_batch(
        6, consultation=consultation, answered=True
    ):
        AnswerFactory(comments=[comment], published=True)
    jobs_of = {"consultation": consultation, "user": office["Wydawca"]}
    for form in ("pdf", "docx", "xlsx"):
        PaperJob.objects.create(paper="table", form=form, language="pl", **jobs_of)

    assert count_queries(client, url) <= few


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
