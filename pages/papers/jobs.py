"""Papers that take longer than anybody waits: asked for, and asked for again."""

from dataclasses import fields
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from .forgetting import KEPT_FOR, forget_old
from .kinds import FileForm, Paper, PaperRequest
from .making import request_of
from .models import JobState, PaperJob
from .rows import count_characters, count_rows
from .tasks import make

# Up to so many comments a person waits for; more go to the worker. A web server ends
# an answer that takes longer than half a minute.
ROWS_AT_ONCE = {
    FileForm.CSV: 10_000,
    FileForm.JSON: 10_000,
    FileForm.XLSX: 1000,
    FileForm.DOCX: 1000,
    FileForm.PDF: 300,
}
# A PDF takes 0.5 KB of memory for each character, and a comment may have 20,000.
CHARACTERS_AT_ONCE = 600_000
MOST_IN_PDF = 2000
# A worker takes what waits within seconds, but for other long work. While a document
# is laid out, one that works says nothing.
STALE_AFTER = {
    JobState.WAITING: timedelta(minutes=2),
    JobState.RUNNING: timedelta(minutes=10),
}
GOING_ON = tuple(STALE_AFTER)
MOST_RECENT = 10


def is_quick(request: PaperRequest, rows: int) -> bool:
    """Whether a person can wait for a paper about so many comments."""
    if request.paper == Paper.PARAGRAPH:
        return True
    if rows > ROWS_AT_ONCE[request.form]:
        return False
    is_laid_out = request.form == FileForm.PDF
    return not is_laid_out or count_characters(request) <= CHARACTERS_AT_ONCE


def is_too_long(paper: Paper, form: FileForm, rows: int) -> bool:
    """Whether a paper about so many comments takes more memory than a server has."""
    is_laid_out = form == FileForm.PDF and paper != Paper.PARAGRAPH
    return is_laid_out and rows > MOST_IN_PDF


def request_paper(request: PaperRequest, user: Any) -> PaperJob:
    """Have a paper made by the worker, in the active language.

    Who asks twice for the same, while it is being made, waits for the first.
    """
    forget_old()
    wanted = {"user": user, "language": get_language(), **_parts_of(request)}
    for same in PaperJob.objects.filter(**wanted, state__in=GOING_ON):
        if not is_stale(same):
            return same
    return start(PaperJob(**wanted))


def ask_again(job: PaperJob) -> PaperJob:
    """Start a paper anew that failed or whose worker has stopped.

    The old row goes: a worker that is only slow finds that nobody waits for it.
    """
    asked = _parts_of(request_of(job))
    wanted = PaperJob(user_id=job.user_id, language=job.language, **asked)
    with transaction.atomic():
        job.delete()
        return start(wanted)


def _parts_of(request: PaperRequest) -> dict[str, Any]:
    """Return what a job has of a request: the fields of both have the same names."""
    return {field.name: getattr(request, field.name) for field in fields(request)}


def start(job: PaperJob) -> PaperJob:
    """Save a job and hand it to the worker."""
    job.total = count_rows(job.consultation)
    job.save()
    transaction.on_commit(lambda: make.enqueue(str(job.uid)))
    return job


def is_stale(job: PaperJob) -> bool:
    """Whether no worker seems to take a paper, or the one that did has stopped."""
    limit = STALE_AFTER.get(JobState(job.state))
    return limit is not None and timezone.now() - job.changed_at > limit


def recent_papers(consultation: Any, user: Any) -> list[PaperJob]:
    """Return the papers that somebody has asked for lately, the newest first."""
    recent = Q(created_at__gte=timezone.now() - KEPT_FOR)
    own = PaperJob.objects.filter(recent, consultation=consultation, user=user)
    return list(own[:MOST_RECENT])
