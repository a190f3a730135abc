"""A paper that the worker makes: how far it is, and who may have it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry

from pages.papers import jobs
from pages.papers.kinds import FileForm, PaperRequest
from pages.papers.logs import EXPORT
from pages.papers.models import JobState, PaperJob
from snippets.private_files import private_storage
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.pages.comments.staff import Office
from tests.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def client(office):
    return office.browser("Wydawca")


@pytest.fixture
def job(office, django_capture_on_commit_callbacks):
    consultation = ConsultationFactory()
    PublicCommentFactory.create_batch(2, consultation=consultation)
    request = PaperRequest(consultation, form=FileForm.XLSX, with_contacts=True)
    with django_capture_on_commit_callbacks(execute=True):
        return jobs.request_paper(request, office["Wydawca"])


@pytest.fixture
def made(job):
    work_off()
    job.refresh_from_db()
    return job


def page_of(job):
    return reverse("consultation_paper", args=[job.pk])


def file_of(job):
    return reverse("consultation_paper_file", args=[job.pk])


def change(job, **values):
    PaperJob.objects.filter(pk=job.pk).update(**values)


def is_missing(client, url):
    """Whether there is nothing at an address, in the user's language either."""
    return client.get(url, follow=True).status_code == 404


def is_refused(client, url):
    """Whether a user is led away with a message, as Wagtail does it."""
    return client.get(url).get("Location") == reverse("wagtailadmin_home")


def test_page_shows_how_far_it_is_and_refreshes_itself(client, job):
    change(job, state=JobState.RUNNING, done=30, total=120)

    response = client.get(page_of(job))

    assert int(response["Refresh"]) > 0
    assert 'max="120" value="30"' in response.content.decode()
    assert response.context["percent"] == 25
    assert not response.context["is_stale"]
    assert "<form" not in response.content.decode()


def test_page_of_a_paper_that_is_ready_leads_to_it(client, made):
    response = client.get(page_of(made))

    assert "Refresh" not in response
    assert file_of(made) in response.content.decode()


@pytest.mark.parametrize("view", [page_of, file_of])
def test_paper_is_for_who_asked_for_it_alone(office, made, view):
    assert is_missing(office.browser("Redakcja"), view(made))
    assert is_refused(office.browser("Tłumacze"), view(made))


@pytest.mark.parametrize("view", [page_of, file_of])
@pytest.mark.parametrize(
    "codename", ["view_publiccomment", "view_contact_publiccomment"]
)
def test_who_lost_the_right_has_it_no_more(office, client, made, view, codename):
    group = office["Wydawca"].groups.get()
    assert client.get(view(made)).status_code == 200

    group.permissions.remove(group.permissions.get(codename=codename))

    assert is_refused(client, view(made))


def test_lost_right_to_drafts_counts_too(office, client, made):
    change(made, with_drafts=True)
    group = office["Wydawca"].groups.get()
    assert client.get(file_of(made)).status_code == 200

    group.permissions.remove(group.permissions.get(codename="change_officialanswer"))

    assert is_refused(client, file_of(made))


def test_file_is_handed_out_and_noted(client, made):
    response = client.get(file_of(made))

    assert b"".join(response.streaming_content).startswith(b"PK")
    assert response["Cache-Control"].startswith("no-store, private")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].endswith('.xlsx"')
    log = registry.get_logs_for_instance(made.consultation).get(action=EXPORT)
    assert log.user == made.user
    assert log.data == {"paper": "table", "form": "xlsx", "with_contacts": True}


def test_file_that_is_not_made_yet_is_not_there(client, job):
    assert is_missing(client, file_of(job))


def test_file_that_somebody_deleted_is_not_there(client, made):
    private_storage().delete(made.file.name)

    assert is_missing(client, file_of(made))


def test_old_file_is_not_handed_out(client, made):
    change(made, created_at=timezone.now() - timedelta(days=8))

    assert is_missing(client, file_of(made))


def test_file_with_contacts_erased_since_is_not_handed_out(client, made):
    made.consultation.comments.update(contacts_erased_at=timezone.now())

    assert is_missing(client, file_of(made))


@pytest.mark.parametrize(
    ("state", "minutes"),
    [(JobState.FAILED, 0), (JobState.WAITING, 3), (JobState.RUNNING, 11)],
)
def test_paper_that_stopped_is_tried_again(
    client, job, state, minutes, django_capture_on_commit_callbacks
):
    before = timezone.now() - timedelta(minutes=minutes)
    change(job, state=state, changed_at=before)
    assert "<form" in client.get(page_of(job)).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(page_of(job))
    work_off()

    again = PaperJob.objects.get()
    assert response.url == page_of(again)
    assert (again != job, again.state) == (True, JobState.DONE)


def test_paper_that_goes_on_is_not_started_again(client, job):
    response = client.post(page_of(job))

    assert response.url == page_of(job)
    assert PaperJob.objects.get() == job


def test_failed_paper_does_not_refresh_itself(client, job):
    change(job, state=JobState.FAILED)

    response = client.get(page_of(job))

    assert "Refresh" not in response
    assert response.context["has_failed"]
