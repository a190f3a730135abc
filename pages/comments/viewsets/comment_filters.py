"""The filters of the register of comments; all work together, and with a search."""

import re
from typing import Any

from django.db.models import Q, TextChoices
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import (
    BooleanFilter,
    CharFilter,
    ChoiceFilter,
    ModelChoiceFilter,
    MultipleChoiceFilter,
)
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import BooleanRadioSelect

from pages.comments.models import (
    AnswerState,
    Channel,
    CommentKind,
    Consultation,
    CoveredComment,
    PublicComment,
    Ruling,
)
from pages.comments.states import State
from pages.programmes.clauses import ClauseKind
from snippets.models import CityUnit, Organisation, PriorityArea

# What a citation may begin with, in the office's languages.
CITED = {
    "§": (ClauseKind.CHAPTER,),
    "obszar": (ClauseKind.AREA,),
    "area": (ClauseKind.AREA,),
    "cel": (ClauseKind.GOAL,),
    "goal": (ClauseKind.GOAL,),
    "ust": (ClauseKind.TASK, ClauseKind.PROVISION),
    "para": (ClauseKind.TASK, ClauseKind.PROVISION),
    "ч": (ClauseKind.TASK, ClauseKind.PROVISION),
    "сфера": (ClauseKind.AREA,),
    "ціль": (ClauseKind.GOAL,),
    "мэта": (ClauseKind.GOAL,),
}
MOST = 1000
_CITATION = re.compile(r"(§|[^\W\d]+\.?)?\s*(\d+\w*)", re.IGNORECASE)


class Duplicates(TextChoices):
    """What a comment is to the others that say the same."""

    NONE = "none", pgettext_lazy("duplicates", "no duplicates of others")
    HEADS = "heads", pgettext_lazy("duplicates", "comments that have duplicates")
    ONLY = "only", pgettext_lazy("duplicates", "duplicates only")


class VersionField(ModelChoiceField):
    """A choice of consultations, named without asking for each one's programme."""

    def label_from_instance(self, consultation: Any) -> str:
        return f"{consultation.year}: {consultation.draft.title}"


class VersionFilter(ModelChoiceFilter):
    """Narrows comments to those on one version."""

    field_class = VersionField


def consultations(_request: Any) -> Any:
    """Return the consultations without the texts of their versions."""
    rows = Consultation.objects.select_related("draft")
    return rows.only("year", "opens_on", "draft__title")


class CommentFilterSet(WagtailFilterSet):
    """Narrows the register; nothing here lists more than the city has units."""

    state = MultipleChoiceFilter(
        label=_("State"),
        choices=State.choices,
        widget=CheckboxSelectMultiple,
        distinct=False,  # a column of its own names no comment twice
    )
    consultation = VersionFilter(
        label=_("Version"),
        queryset=consultations,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    clause = CharFilter(
        label=_("Clause"),
        method="of_clause",
        help_text=_("A citation, as “para. 29”, “§ 2” or “29”, or words of the clause"),
    )
    area = ModelChoiceFilter(
        label=_("Area"),
        queryset=PriorityArea.objects.all(),
        empty_label=_("All"),
        widget=RadioSelect,
    )
    unit = ModelChoiceFilter(
        label=_("Unit"),
        queryset=CityUnit.objects.all(),
        empty_label=_("All"),
        null_label=_("not assigned"),
        widget=RadioSelect,
    )
    organisation = CharFilter(
        label=_("Organisation"),
        method="of_organisation",
        help_text=_("Part of its name"),
    )
    channel = ChoiceFilter(
        label=_("Channel"),
        choices=Channel.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    is_late = BooleanFilter(label=_("Late"), widget=BooleanRadioSelect)
    is_held = BooleanFilter(
        label=pgettext_lazy("comment", "Held"),
        help_text=_("Its browser has not shown that no bot sends it."),
        widget=BooleanRadioSelect,
    )
    kind = ChoiceFilter(
        label=_("Kind"),
        choices=CommentKind.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    ruling = ChoiceFilter(
        label=_("Ruling"),
        choices=Ruling.choices,
        method="with_ruling",
        empty_label=_("All"),
        widget=RadioSelect,
    )
    duplicates = ChoiceFilter(
        label=_("Duplicates"),
        choices=Duplicates.choices,
        method="by_duplicates",
        empty_label=_("All"),
        widget=RadioSelect,
    )

    class Meta:
        model = PublicComment
        fields: list[str] = []

    def of_clause(self, comments: Any, _name: str, text: str) -> Any:
        """Narrow to a citation; other words are looked for in what was commented on."""
        match = _CITATION.fullmatch(text.strip())
        if match:
            prefix = (match[1] or "").rstrip(".").lower()
            number = match[2].lower()
            if not prefix:
                return comments.filter(clause_number=number)
            if prefix in CITED:
                return comments.filter(
                    clause_number=number, clause_kind__in=CITED[prefix]
                )
        return comments.filter(
            Q(citation__icontains=text) | Q(quoted__icontains=text.strip())
        )

    def of_organisation(self, comments: Any, _name: str, text: str) -> Any:
        """Narrow to organisations of the directory, and to those not on the list."""
        names = Q(name__icontains=text) | Q(short_name__icontains=text)
        known = Organisation.objects.filter(names | Q(aliases__name__icontains=text))
        # As a list, so that the database can join two indexes.
        keys = list(known.order_by().values_list("pk", flat=True).distinct()[:MOST])
        unlisted = Q(organisation_name__gt="", organisation_name__icontains=text)
        return comments.filter(Q(organisation__in=keys) | unlisted)

    def with_ruling(self, comments: Any, _name: str, ruling: str) -> Any:
        """Narrow to those whose answer, drafted or published, decides so."""
        rows = CoveredComment.objects.filter(answer__ruling=ruling)
        rows = rows.exclude(answer__state=AnswerState.REVISED)
        return comments.filter(pk__in=rows.order_by().values("comment"))

    def by_duplicates(self, comments: Any, _name: str, which: str) -> Any:
        """Narrow by what the comments are to others that say the same."""
        if which == Duplicates.HEADS:
            found = PublicComment.objects.filter(duplicate_of__isnull=False).order_by()
            return comments.filter(pk__in=found.values("duplicate_of"))
        return comments.filter(duplicate_of__isnull=which == Duplicates.NONE)
