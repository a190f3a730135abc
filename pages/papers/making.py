"""The work on a paper that was asked for, in a worker."""

import logging
from tempfile import TemporaryFile
from time import monotonic
from typing import BinaryIO
from uuid import UUID

from django.core.files.base import File
from django.db.models import F, QuerySet
from django.utils import timezone, translation

from .forgetting import forget_old
from .kinds import FileForm, Paper, PaperRequest
from .models import JobState, PaperJob
from .writing import write_paper

logger = logging.getLogger(__name__)
SECONDS_BETWEEN_BEATS = 1.0


class StoppedError(Exception):
    """Nobody waits for the paper any more: it was forgotten, or asked for again."""


def make_paper(uid: UUID) -> None:
    """Write a paper that waits and keep it until it is fetched.

    A paper that another worker has taken, or that is forgotten, is left alone.
    """
    forget_old()
    waiting = PaperJob.objects.filter(pk=uid, state=JobState.WAITING)
    if not waiting.update(state=JobState.RUNNING, changed_at=timezone.now()):
        return
    job = PaperJob.objects.select_related("consultation").get(pk=uid)
    try:
        with TemporaryFile() as file, translation.override(job.language):
            write_paper(file, request_of(job), Beat(job))
            file.seek(0)
            keep(job, file)
    except StoppedError:
        logger.info("Paper %s is not waited for any more.", uid)
    except Exception:
        running(job).update(state=JobState.FAILED, changed_at=timezone.now())
        raise


def request_of(job: PaperJob) -> PaperRequest:
    """Return what a job is to write."""
    return PaperRequest(
        consultation=job.consultation,
        paper=Paper(job.paper),
        form=FileForm(job.form),
        with_contacts=job.with_contacts,
        with_drafts=job.with_drafts,
    )


def keep(job: PaperJob, content: BinaryIO) -> None:
    """Keep the file of a job, but for one that nobody waits for any more."""
    job.file.save(job.uid.hex, File(content), save=False)
    done = {"state": JobState.DONE, "done": F("total"), "file": job.file.name}
    if not running(job).update(**done, changed_at=timezone.now()):
        job.file.delete(save=False)
        raise StoppedError


def running(job: PaperJob) -> "QuerySet[PaperJob]":
    """Return the row of a job while it is being made, none otherwise."""
    return PaperJob.objects.filter(pk=job.pk, state=JobState.RUNNING)


class Beat:
    """Says how many comments are written, and notices that nobody waits any more."""

    def __init__(self, job: PaperJob) -> None:
        self.job = job
        self.said_at = monotonic()

    def __call__(self, done: int) -> None:
        now = monotonic()
        if now - self.said_at < SECONDS_BETWEEN_BEATS:
            return
        self.said_at = now
        if not running(self.job).update(done=done, changed_at=timezone.now()):
            raise StoppedError
