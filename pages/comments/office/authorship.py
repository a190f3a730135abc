"""Who wrote an answer, and whether it still says what somebody read."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from pages.comments.models import OfficialAnswer
from pages.comments.sending.seals import digest

from .covering import AnswerRefusedError


def has_written(answer: OfficialAnswer, user: Any) -> bool:
    """Whether a user wrote any of this version; starting it alone is not writing."""
    if answer.drafted_by_id == user.pk:
        return True
    entries = ModelLogEntry.objects.for_instance(answer)
    action = "public_comments.answer_change"
    return bool(entries.filter(user=user, action=action).exists())


def content_of(answer: OfficialAnswer) -> str:
    """Return the digest of what the database has an answer say, and of what."""
    rows = OfficialAnswer.objects.filter(pk=answer.pk)
    texts = rows.values_list("ruling", "reasons", "correction", "unit").get()
    covered = answer.covered.model.objects.filter(answer=answer.pk)
    comments = covered.order_by("sort_order", "pk").values_list("comment")
    links = answer.amendments.model.objects.filter(answer=answer.pk).order_by("pk")
    amendments = links.values_list("amendment", "amendment__status")
    return digest(*map(str, texts), str(list(comments)), str(list(amendments)))


def refuse_unseen(answer: OfficialAnswer, shown: str | None) -> None:
    """Refuse a step with an answer that changed since it was shown to who takes it."""
    if shown is not None and shown != content_of(answer):
        raise AnswerRefusedError(
            _("Something changed meanwhile: look at the changes again.")
        )
