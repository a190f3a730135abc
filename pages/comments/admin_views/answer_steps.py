"""The steps that staff may take with an official answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.comments.models import AnswerState, OfficialAnswer
from pages.comments.office.answering import (
    approve_answer,
    publish_answer,
    return_answer,
    revise_answer,
)
from pages.comments.office.authorship import has_written
from pages.comments.states import APPROVE, DRAFT, TRANSITIONS

from .step import Step, table
from .step_forms import ReturnForm, ShownForm


def is_own(answer: OfficialAnswer, user: Any) -> str:
    """Say that who wrote an answer does not approve it."""
    if not has_written(answer, user):
        return ""
    return _("You wrote it: another person has to approve it.")


def is_own_draft(answer: OfficialAnswer, user: Any) -> str:
    """Say that nobody returns an answer to themselves."""
    if answer.state != AnswerState.DRAFT or answer.drafted_by_id != user.pk:
        return ""
    return _("It is your draft: you can just edit it.")


def is_revised(answer: OfficialAnswer, user: Any) -> str:
    """Say that a new version is under way."""
    if not OfficialAnswer.objects.filter(previous=answer).exists():
        return ""
    return _("A new version of it is drafted already.")


@dataclass(frozen=True)
class AnswerStep(Step):
    """A step with an answer, from one of some states."""

    needs: str = DRAFT
    sources: tuple[AnswerState, ...] = ()
    objection: Callable[[OfficialAnswer, Any], str] | None = None

    @property
    def right(self) -> str:
        return self.needs

    def refusal(self, thing: OfficialAnswer, user: Any) -> str:
        if thing.state not in self.sources or not user.has_perm(self.needs):
            return _("This cannot be done now. The answer is: %(state)s.") % {
                "state": thing.get_state_display()
            }
        return self.objection(thing, user) if self.objection else ""


def approve_and_publish(
    *, answer: OfficialAnswer, user: Any, shown: str | None = None
) -> OfficialAnswer:
    """Approve what another person wrote, and publish it at once."""
    approve_answer(answer=answer, user=user, shown=shown)
    return publish_answer(answer=answer, user=user)


ANSWER_STEPS = table(
    AnswerStep(
        "approve_publish",
        gettext_lazy("Approve and publish"),
        gettext_lazy(
            "Everybody can read the answer, and the authors who left an e-mail are "
            "told. It can be corrected by a new version only."
        ),
        approve_and_publish,
        ShownForm,
        needs=APPROVE,
        sources=(AnswerState.DRAFT,),
        objection=is_own,
    ),
    AnswerStep(
        "approve",
        TRANSITIONS["approve_answer"].label,
        gettext_lazy("The answer is ready, and still unpublished."),
        approve_answer,
        ShownForm,
        needs=APPROVE,
        sources=(AnswerState.DRAFT,),
        objection=is_own,
    ),
    AnswerStep(
        "publish",
        TRANSITIONS["publish_answer"].label,
        gettext_lazy(
            "Everybody can read the answer, and the authors who left an e-mail are "
            "told. It can be corrected by a new version only."
        ),
        publish_answer,
        ShownForm,
        needs=APPROVE,
        sources=(AnswerState.APPROVED,),
    ),
    AnswerStep(
        "return",
        TRANSITIONS["return_answer"].label,
        gettext_lazy("Whoever wrote it reads your note and goes on with it."),
        return_answer,
        ReturnForm,
        sources=(AnswerState.DRAFT, AnswerState.APPROVED),
        objection=is_own_draft,
    ),
    AnswerStep(
        "revise",
        gettext_lazy("Correct by a new version"),
        gettext_lazy(
            "A draft with the same text is made. Readers see this version until the "
            "new one is published, and beside it afterwards."
        ),
        revise_answer,
        sources=(AnswerState.PUBLISHED,),
        objection=is_revised,
    ),
)
