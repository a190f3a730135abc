"""The page of the papers: who may open it, what it tells, what it notes."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.log_actions import registry

from pages.comments.states import DRAFT
from pages.papers.logs import EXPORT
from pages.papers.models import PaperJob
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.pages.comments.staff import CONSULTATION, address
from tests.pages.measure import count_queries

from .taking import content, notes, take

pytestmark = pytest.mark.django_db


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


def test_looking_changes_nothing(office, url, consultation):
    response = office.browser("Wydawca").get(
        url, {"file": "table-xlsx", "language": "pl", "with_contacts": "on"}
    )

    assert response.status_code == 200
    assert not response.streaming
    assert notes(consultation) == []
    assert not PaperJob.objects.exists()


def test_table_is_brought_back_by_those_who_draft(office, url, consultation):
    upload = reverse("answer_sheet_upload", args=[consultation.pk])
    assert upload in office.browser("Jednostki").get(url).content.decode()

    group = office["Jednostki"].groups.get()
    group.permissions.remove(group.permissions.get(codename=DRAFT.rpartition(".")[2]))

    assert upload not in office.browser("Jednostki").get(url).content.decode()


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
