"""A clause's permanent identity, and its wording in each draft."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from pages.base.visibility import visible
from pages.programmes.clauses import LONGEST_NUMBER, ClauseKind, ClauseNode

KIND_CHOICES = [
    (ClauseKind.CHAPTER, _("chapter")),
    (ClauseKind.AREA, _("priority area")),
    (ClauseKind.CATEGORY, _("category")),
    (ClauseKind.GOAL, _("goal")),
    (ClauseKind.TASK, _("priority task")),
    (ClauseKind.PROVISION, _("provision")),
]


def clause_label(kind: str, number: str) -> str:
    """Return the citation of a clause in the active language: „ust. 29”, „§ 2”.

    Source: the order of Polish acts (§, ust., pkt, lit.).
    """
    if kind == ClauseKind.GOAL:
        if not number:
            return gettext("Main goal")
        return gettext("Specific goal %(number)s") % {"number": number}
    if not number:
        return ""
    if kind == ClauseKind.CHAPTER:
        return number if "§" in number else f"§ {number}"
    if kind == ClauseKind.AREA:
        return gettext("area %(number)s") % {"number": number}
    return pgettext("citation of a clause", "para. %(number)s") % {"number": number}


class ClauseQuerySet(models.QuerySet["Clause"]):
    """Clauses with the wording they have now."""

    def with_latest_wording(self) -> "ClauseQuerySet":
        """Annotate what the newest draft that has the clause says of it."""
        newest = ClauseWording.objects.filter(clause=models.OuterRef("pk")).order_by(
            "-draft__date", "-draft__number", "draft__locale_id"
        )
        parts = {
            "latest_kind": "kind",
            "latest_number": "number",
            "latest_text": "text",
            "latest_order": "order",
            "latest_date": "draft__date",
            "latest_draft": "draft__title",
        }
        return self.annotate(
            **{
                name: models.Subquery(newest.values(field)[:1])
                for name, field in parts.items()
            }
        )


class ClauseManager(models.Manager.from_queryset(ClauseQuerySet)):  # type: ignore[misc]  # built at run time
    """Every clause comes with its latest wording: choosers print it."""

    def get_queryset(self) -> ClauseQuerySet:
        queryset: ClauseQuerySet = super().get_queryset()
        return queryset.with_latest_wording()


class Clause(models.Model):
    """What stays the same of a clause over versions, years and languages."""

    uid = models.UUIDField(_("uid"), primary_key=True, editable=False)

    objects = ClauseManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")

    def __str__(self) -> str:
        text = Truncator(getattr(self, "latest_text", None) or "").chars(100)
        label = clause_label(
            getattr(self, "latest_kind", None) or "",
            getattr(self, "latest_number", None) or "",
        )
        return f"{label} {text}".strip() or str(self.uid)

    @property
    def url(self) -> str:
        """The clause's permanent address in the active language."""
        return reverse("clause", args=[self.uid])


class ClauseWordingQuerySet(models.QuerySet["ClauseWording"]):
    """Wordings of clauses in drafts."""

    def public(self, language_code: str) -> "ClauseWordingQuerySet":
        """Those in published drafts of one language, the newest draft first."""
        from .draft import ProgrammeDraftPage  # a draft reads its wordings too

        drafts = visible(ProgrammeDraftPage.objects)
        return self.filter(
            draft__in=drafts.filter(
                locale__language_code=language_code, alias_of__isnull=True
            ).values("pk")
        ).order_by("-draft__date", "-draft__number")


class ClauseWording(models.Model):
    """The wording of one clause in one draft, as the draft's page has it.

    Made from the draft's body each time the page is saved; never edited.
    """

    clause = models.ForeignKey(
        Clause, models.CASCADE, related_name="wordings", verbose_name=_("clause")
    )
    draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.CASCADE,
        related_name="wordings",
        verbose_name=_("draft"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=KIND_CHOICES)
    number = models.CharField(_("number"), max_length=LONGEST_NUMBER, blank=True)
    text = models.TextField(_("text"), blank=True)
    order = models.PositiveIntegerField(_("order"))
    chapter = models.UUIDField(_("chapter"))

    objects = ClauseWordingQuerySet.as_manager()

    class Meta:
        ordering = ["draft", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "clause"], name="clause_once_in_a_draft"
            )
        ]
        verbose_name = _("wording of a clause")
        verbose_name_plural = _("wordings of clauses")

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()

    @property
    def label(self) -> str:
        """The citation in this draft: „ust. 29”."""
        return clause_label(self.kind, self.number)

    @property
    def anchor(self) -> str:
        """The anchor of the clause on its draft's page."""
        return f"c-{self.clause_id}"

    @property
    def url(self) -> str:
        """The clause's permanent address in the active language."""
        return reverse("clause", args=[self.clause_id])

    @property
    def is_main_goal(self) -> bool:
        """Whether the clause is the programme's main goal, which has no number."""
        return self.kind == ClauseKind.GOAL and not self.number


def cite(nodes: Iterable[ClauseNode]) -> str:
    """Return the labels and first words of clauses, for a message about them."""
    return ", ".join(
        f"{clause_label(node.kind, node.number)} {node.text[:60]}".strip() or node.uid
        for node in nodes
    )


def save_wordings(draft: Any) -> None:
    """Make the wordings of a draft equal to its clauses, in at most five queries."""
    nodes = {UUID(node.uid): node for node in draft.clauses}
    known = Clause.objects.filter(pk__in=nodes).values_list("pk", flat=True)
    missing = nodes.keys() - set(known)
    Clause.objects.bulk_create(
        [Clause(uid=uid) for uid in missing], ignore_conflicts=True
    )
    wordings = [
        ClauseWording(
            clause_id=uid,
            draft=draft,
            kind=node.kind.value,
            number=node.number,
            text=node.text,
            order=order,
            chapter=node.chapter,
        )
        for order, (uid, node) in enumerate(nodes.items())
    ]
    fields = ["kind", "number", "text", "order", "chapter"]
    ClauseWording.objects.filter(draft=draft).exclude(clause__in=nodes).delete()
    ClauseWording.objects.bulk_create(
        wordings,
        update_conflicts=True,
        unique_fields=["draft", "clause"],
        update_fields=fields,
    )
