"""Comments of a consultation in numbers, counted by the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from pages.comments.models import (
    AnswerState,
    Channel,
    Consultation,
    CoveredComment,
    OnBehalf,
    Ruling,
)
from pages.comments.searching import fold
from pages.comments.states import STUBS, State
from snippets.collation import sort_key


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many comments came, from whom and how, and what the office decided.

    `late` and `by_channel` count all that came; what follows them leaves out those
    that are hidden or withdrawn. Only published answers are rulings.
    """

    received: int
    late: int
    by_channel: Mapping[Channel, int]
    withdrawn: int
    hidden: int
    duplicates: int
    by_author: Mapping[OnBehalf, int]
    organisations: Sequence[tuple[str, int]]
    by_ruling: Mapping[Ruling, int]

    @property
    def considered(self) -> int:
        """Those that the office answers."""
        return self.received - self.withdrawn - self.hidden

    @property
    def unanswered(self) -> int:
        """Those without a published answer."""
        return self.considered - sum(self.by_ruling.values())


def read_numbers(consultation: Consultation) -> Numbers:
    """Return the numbers of a consultation: three queries."""
    comments = consultation.comments.filter(number__isnull=False).order_by()
    stands = ~Q(state__in=STUBS)
    counted = comments.aggregate(
        received=Count("pk"),
        late=_count(is_late=True),
        withdrawn=_count(state=State.WITHDRAWN),
        hidden=_count(state=State.HIDDEN),
        duplicates=Count("pk", filter=stands & Q(duplicate_of__isnull=False)),
        **{f"by_{value}": _count(channel=value) for value in Channel.values},
        **{
            f"from_{value}": Count("pk", filter=stands & Q(on_behalf=value))
            for value in OnBehalf.values
        },
    )
    return Numbers(
        received=counted["received"],
        late=counted["late"],
        by_channel=_chosen(Channel, counted, "by_"),
        withdrawn=counted["withdrawn"],
        hidden=counted["hidden"],
        duplicates=counted["duplicates"],
        by_author=_chosen(OnBehalf, counted, "from_"),
        organisations=_by_organisation(comments.filter(stands)),
        by_ruling=_by_ruling(comments.filter(stands)),
    )


def _count(**condition: Any) -> Count:
    return Count("pk", filter=Q(**condition))


def _chosen(choices: Any, counted: Mapping[str, int], prefix: str) -> dict[Any, int]:
    """Return the numbers that are not nought, in the order of the choices."""
    numbers = {choice: counted[f"{prefix}{choice.value}"] for choice in choices}
    return {choice: number for choice, number in numbers.items() if number}


def _by_organisation(comments: Any) -> list[tuple[str, int]]:
    """Return names and numbers by the Polish alphabet, each organisation once.

    One that is not in the register is the same if it was written the same, but for
    capitals, accents and spaces; the commonest spelling is told.
    """
    rows = (
        comments.filter(on_behalf=OnBehalf.ORGANISATION)
        .values_list("organisation__name", "organisation_name")
        .annotate(number=Count("pk"))
    )
    ordered = sorted(rows, key=lambda row: (not row[0], -row[2], row[0] or row[1]))
    found: dict[str, tuple[str, int]] = {}
    for registered, written, number in ordered:
        name = registered or written.strip() or _("organisation without a name")
        known, before = found.get(fold(name), (name, 0))
        found[fold(name)] = (known, before + number)
    return sorted(found.values(), key=lambda row: sort_key(row[0]))


def _by_ruling(comments: Any) -> dict[Ruling, int]:
    """Return how many comments have each ruling as the answer that holds."""
    answers = CoveredComment.objects.filter(
        comment=OuterRef("pk"), answer__state=AnswerState.PUBLISHED
    ).order_by("-answer")
    rows = (
        comments.annotate(ruling=Subquery(answers.values("answer__ruling")[:1]))
        .filter(ruling__in=Ruling.values)
        .values_list("ruling")
        .annotate(number=Count("pk"))
    )
    numbers = dict(rows)
    return {ruling: numbers[ruling] for ruling in Ruling if ruling in numbers}
