"""The life of a comment: its states, and what may lead from one to another.

Source: the lifecycle that offices keep (received, registered, assigned to a unit,
position drafted, approved, answered), with moderation before publication. A duplicate
is no state: it points at the first comment of its kind, and is answered like any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """How far a comment has come."""

    UNCONFIRMED = "unconfirmed", pgettext_lazy("state of a comment", "not confirmed")
    REGISTERED = "registered", pgettext_lazy("state of a comment", "registered")
    INCOMPLETE = "incomplete", pgettext_lazy("state of a comment", "to be completed")
    PUBLISHED = "published", pgettext_lazy("state of a comment", "published")
    ASSIGNED = "assigned", pgettext_lazy("state of a comment", "assigned to a unit")
    DRAFTED = "drafted", pgettext_lazy("state of a comment", "answer drafted")
    APPROVED = "approved", pgettext_lazy("state of a comment", "answer approved")
    ANSWERED = "answered", pgettext_lazy("state of a comment", "answered")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a comment", "withdrawn")
    HIDDEN = "hidden", pgettext_lazy("state of a comment", "hidden")


# What the public may read; of hidden and withdrawn ones it is only told that they are.
VISIBLE = (
    State.PUBLISHED,
    State.ASSIGNED,
    State.DRAFTED,
    State.APPROVED,
    State.ANSWERED,
)
STUBS = (State.WITHDRAWN, State.HIDDEN)
# What somebody still has to do something about.
OPEN = (
    State.REGISTERED,
    State.INCOMPLETE,
    State.PUBLISHED,
    State.ASSIGNED,
    State.DRAFTED,
    State.APPROVED,
)
# What an answer may still be drafted for.
ANSWERABLE = (State.PUBLISHED, State.ASSIGNED)
# What its author may still correct or withdraw.
CHANGEABLE = OPEN

ENTER = "public_comments.add_publiccomment"
MODERATE = "public_comments.moderate_publiccomment"
# Who wrote a comment: name without consent, e-mail, scan.
SEE_CONTACT = "public_comments.view_contact_publiccomment"
CHANGE = "public_comments.change_publiccomment"
DRAFT = "public_comments.change_officialanswer"
APPROVE = "public_comments.approve_officialanswer"


@dataclass(frozen=True)
class Transition:
    """A step: from which states, to which, and by whom.

    `right` is what a member of staff needs; the author, by a private link, may take
    the steps `by_author`. `target` is None where the step leads back to where the
    comment was before it was hidden.
    """

    name: str
    label: Any
    sources: tuple[State, ...]
    target: State | None
    right: str
    by_author: bool = False

    @property
    def action(self) -> str:
        """The name of the step in the log."""
        return f"public_comments.{self.name}"


def _table(*transitions: Transition) -> Mapping[str, Transition]:
    return MappingProxyType({step.name: step for step in transitions})


TRANSITIONS = _table(
    Transition(
        "register",
        _("Register"),
        (State.UNCONFIRMED,),
        State.REGISTERED,
        CHANGE,
        by_author=True,
    ),
    Transition(
        "ask_back",
        _("Ask the author to complete it"),
        (State.REGISTERED,),
        State.INCOMPLETE,
        MODERATE,
    ),
    Transition(
        "correct",
        _("Correct"),
        CHANGEABLE,
        State.REGISTERED,
        CHANGE,
        by_author=True,
    ),
    Transition(
        "publish",
        _("Publish"),
        (State.REGISTERED, State.INCOMPLETE),
        State.PUBLISHED,
        MODERATE,
    ),
    Transition("assign", _("Assign to a unit"), ANSWERABLE, State.ASSIGNED, CHANGE),
    Transition("draft_answer", _("Draft an answer"), ANSWERABLE, State.DRAFTED, DRAFT),
    Transition(
        "drop_answer",
        _("Leave out of the answer"),
        (State.DRAFTED, State.APPROVED),
        State.ASSIGNED,
        DRAFT,
    ),
    Transition(
        "approve_answer",
        _("Approve the answer"),
        (State.DRAFTED,),
        State.APPROVED,
        APPROVE,
    ),
    Transition(
        "return_answer",
        _("Return the answer"),
        (State.APPROVED,),
        State.DRAFTED,
        DRAFT,
    ),
    Transition(
        "publish_answer",
        _("Publish the answer"),
        (State.APPROVED,),
        State.ANSWERED,
        APPROVE,
    ),
    Transition(
        "withdraw",
        _("Withdraw"),
        CHANGEABLE,
        State.WITHDRAWN,
        CHANGE,
        by_author=True,
    ),
    Transition(
        "hide",
        _("Hide"),
        (State.UNCONFIRMED, *OPEN, State.ANSWERED),
        State.HIDDEN,
        MODERATE,
    ),
    Transition("restore", _("Show again"), (State.HIDDEN,), None, MODERATE),
)


def steps_from(state: str) -> list[Transition]:
    """Return the steps that may be taken from a state, in their usual order."""
    return [step for step in TRANSITIONS.values() if state in step.sources]
