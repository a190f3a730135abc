"""Papers that the worker makes: asked for, made, stopped, fetched, forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from pages.comments.models import Channel
from pages.papers import jobs, making
from pages.papers.forgetting import forget_old
from pages.papers.kinds import FileForm, Paper, PaperRequest
from pages.papers.models import JobState, PaperJob
from snippets.private_files import private_storage
from tests.pages.programmes.closed import staff
from tests.worker import work_off

pytestmark = pytest.mark.django_db
TABLE = {"paper": Paper.TABLE, "form": FileForm.XLSX}


@pytest.fixture
def user():
    return staff("kancelaria", "Redakcja")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def ask(consultation, user, committed):
    def ask_for(**values):
        values = {**TABLE, **values}
        with committed():
            return jobs.request_paper(PaperRequest(consultation, **values), user)

    return ask_for


@pytest.fixture
def made(ask):
    job = ask()
    work_off()
    job.refresh_from_db()
    return job


def age(job, **values):
    """Let the last step of a job, or what else is named, be some time ago."""
    PaperJob.objects.filter(pk=job.pk).update(**values)
    job.refresh_from_db()


def test_worker_makes_what_was_asked_for(ask):
    job = ask()
    assert (job.state, job.total, bool(job.file)) == (JobState.WAITING, 3, False)

    assert work_off() == ["SUCCESSFUL"]

    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.DONE, 3)
    with job.file.open("rb") as file:
        assert file.read(2) == b"PK"


def test_paper_is_in_the_language_that_was_asked_for(ask):
    with translation.override("pl"):
        job = ask(form=FileForm.CSV)
        polish = str(Channel.FORM.label)
    with translation.override("en"):
        english = str(Channel.FORM.label)
        work_off()

    job.refresh_from_db()
    with job.file.open("rb") as file:
        text = file.read().decode("utf-8-sig")
    assert polish in text
    assert english not in text


def test_asking_twice_makes_one_paper(ask):
    first = ask()

    assert ask() == first
    assert ask(form=FileForm.PDF) != first
    with translation.override("uk"):
        assert ask() != first


def test_asking_again_when_no_worker_came_makes_another(ask):
    first = ask()
    age(first, changed_at=timezone.now() - timedelta(minutes=3))

    assert ask() != first


def test_paper_that_is_ready_is_made_anew(ask, made):
    assert ask() != made


def test_paper_that_another_worker_has_taken_is_left_to_it(ask):
    job = ask()
    age(job, state=JobState.RUNNING, done=2)

    making.make_paper(job.uid)

    job.refresh_from_db()
    assert (job.state, job.done, bool(job.file)) == (JobState.RUNNING, 2, False)


def test_what_goes_wrong_is_said_and_goes_on_to_the_log(ask, monkeypatch):
    def fail(*args):
        raise OSError("no space left on device")

    job = ask()
    monkeypatch.setattr(making, "write_paper", fail)

    assert work_off() == ["FAILED"]

    job.refresh_from_db()
    assert job.state == JobState.FAILED


def test_paper_nobody_waits_for_leaves_no_file(ask, monkeypatch):
    write = making.write_paper

    def forget_and_write(output, request, progress):
        PaperJob.objects.all().delete()
        write(output, request, progress)

    job = ask()
    monkeypatch.setattr(making, "write_paper", forget_and_write)

    assert work_off() == ["SUCCESSFUL"]

    assert not PaperJob.objects.exists()
    assert not private_storage().exists(f"papers/{job.uid.hex}.xlsx")


def test_progress_is_saved_once_a_second(ask, monkeypatch, django_assert_num_queries):
    clock = iter([0.0, 0.4, 0.9, 1.1, 1.5, 2.2])
    monkeypatch.setattr(making, "monotonic", lambda: next(clock))
    job = ask()
    age(job, state=JobState.RUNNING)
    beat = making.Beat(job)

    with django_assert_num_queries(2):
        for done in (1, 2, 3, 4, 5):
            beat(done)

    job.refresh_from_db()
    assert job.done == 5


def test_worker_notices_that_nobody_waits(ask, monkeypatch):
    monkeypatch.setattr(making, "SECONDS_BETWEEN_BEATS", 0)
    job = ask()
    beat = making.Beat(job)
    job.delete()

    with pytest.raises(making.StoppedError):
        beat(1)


def test_old_papers_are_forgotten_with_their_files(made, ask, committed):
    name = made.file.name
    age(made, created_at=timezone.now() - timedelta(days=6, hours=23))
    forget_old()
    assert private_storage().exists(name)

    age(made, created_at=timezone.now() - timedelta(days=7, hours=1))
    ask(form=FileForm.PDF)

    assert not PaperJob.objects.filter(pk=made.pk).exists()
    assert not private_storage().exists(name)


@pytest.mark.parametrize(("contacts", "stays"), [(True, False), (False, True)])
def test_paper_goes_when_its_contacts_are_erased(
    ask, consultation, committed, contacts, stays
):
    job = ask(with_contacts=contacts)
    work_off()
    consultation.comments.filter(pk=consultation.comments.first().pk).update(
        contacts_erased_at=timezone.now()
    )

    with committed():
        forget_old()

    assert PaperJob.objects.filter(pk=job.pk).exists() is stays
    assert private_storage().exists(f"papers/{job.uid.hex}.xlsx") is stays


def test_contacts_erased_before_it_was_asked_for_do_no_harm(ask, consultation):
    hour_ago = timezone.now() - timedelta(hours=1)
    consultation.comments.update(contacts_erased_at=hour_ago)
    job = ask(with_contacts=True)

    forget_old()

    assert PaperJob.objects.filter(pk=job.pk).exists()


def test_file_goes_with_the_user(made, user, committed):
    name = made.file.name

    with committed():
        user.delete()

    assert not private_storage().exists(name)


def test_paper_asked_for_again_replaces_the_one_that_stopped(ask, committed):
    stopped = ask(with_drafts=True)
    age(stopped, state=JobState.RUNNING, changed_at=timezone.now() - timedelta(hours=1))

    with committed():
        again = jobs.ask_again(stopped)
    work_off()

    assert list(PaperJob.objects.values_list("pk", "state", "with_drafts")) == [
        (again.pk, JobState.DONE, True)
    ]


@pytest.mark.parametrize(
    ("state", "minutes", "stale"),
    [
        (JobState.WAITING, 1, False),
        (JobState.WAITING, 3, True),
        (JobState.RUNNING, 9, False),
        (JobState.RUNNING, 11, True),
        (JobState.DONE, 900, False),
        (JobState.FAILED, 900, False),
    ],
)
def test_worker_that_says_nothing_is_noticed(ask, state, minutes, stale):
    job = ask()
    age(job, state=state, changed_at=timezone.now() - timedelta(minutes=minutes))

    assert jobs.is_stale(job) is stale


def test_recent_papers_are_ones_own_of_the_consultation(ask, consultation, user):
    old, fresh = ask(form=FileForm.PDF), ask(form=FileForm.DOCX)
    age(old, created_at=timezone.now() - timedelta(days=8))
    foreign = staff("wydawca")
    jobs.request_paper(PaperRequest(consultation), foreign)

    assert jobs.recent_papers(consultation, user) == [fresh]
