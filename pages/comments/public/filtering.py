"""What readers may narrow a list of comments by; unknown values count for nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.comments.models import (
    AnswerState,
    CommentKind,
    CoveredComment,
    OnBehalf,
    PublicComment,
    Ruling,
)
from pages.comments.searching import find_comments
from pages.comments.states import STUBS, VISIBLE

WAITING, NOT_SHOWN = "waiting", "not_shown"
STATES = [
    (WAITING, pgettext_lazy("state of a comment", "waits for an answer")),
    *Ruling.choices,
    (NOT_SHOWN, pgettext_lazy("state of a comment", "hidden or withdrawn")),
]
ALL = ("", _("All"))

# A choice, or a group of choices under a heading.
Choices = Sequence[tuple[str, Any]]


class CommentFilterForm(forms.Form):
    """The filters of a version's comments; every field may stay empty."""

    clause = forms.ChoiceField(label=_("Clause"), required=False)
    kind = forms.ChoiceField(
        label=_("What is asked for"),
        required=False,
        choices=[ALL, *CommentKind.choices],
    )
    who = forms.ChoiceField(
        label=_("Who comments"), required=False, choices=[ALL, *OnBehalf.choices]
    )
    state = forms.ChoiceField(
        label=_("What became of it"), required=False, choices=[ALL, *STATES]
    )
    q = forms.CharField(label=_("Words in the comment"), required=False, max_length=100)

    def __init__(self, data: Mapping[str, Any], clauses: Choices) -> None:
        super().__init__(data, auto_id="filter-%s")
        field = self.fields["clause"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells mypy
        field.choices = [ALL, *clauses]

    @property
    def chosen(self) -> dict[str, str]:
        """What was chosen, of what there is to choose from."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


def narrow(
    comments: QuerySet[PublicComment], chosen: dict[str, str]
) -> QuerySet[PublicComment]:
    """Narrow listed comments; what a hidden one says is never looked into."""
    asks = {"kind": "kind", "who": "on_behalf"}
    words = {name: chosen[key] for key, name in asks.items() if key in chosen}
    if words:
        comments = comments.filter(state__in=VISIBLE, **words)
    if "q" in chosen:
        comments = find_comments(comments.filter(state__in=VISIBLE), chosen["q"])
    return in_state(comments, chosen.get("state", ""))


def in_state(comments: QuerySet[PublicComment], state: str) -> QuerySet[PublicComment]:
    """Narrow comments to those of which the same became."""
    if not state:
        return comments
    if state == NOT_SHOWN:
        return comments.filter(state__in=STUBS)
    answers = CoveredComment.objects.filter(answer__state=AnswerState.PUBLISHED)
    comments = comments.filter(state__in=VISIBLE)
    if state == WAITING:
        return comments.exclude(pk__in=answers.values("comment"))
    ruled = answers.filter(answer__ruling=state)
    return comments.filter(pk__in=ruled.values("comment"))
