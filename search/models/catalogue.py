"""The catalogue: an entry for each thing that the public may find."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.search import index


class Kind(models.TextChoices):
    """What an entry leads to."""

    CLAUSE = "clause", pgettext_lazy("kind of a search hit", "clause of a programme")
    TASK = "task", pgettext_lazy("kind of a search hit", "priority task")
    PROGRAMME = "programme", pgettext_lazy("kind of a search hit", "programme")
    DRAFT = "draft", pgettext_lazy("kind of a search hit", "version of a programme")
    MEETING = "meeting", pgettext_lazy("kind of a search hit", "meeting")
    COMMENT = "comment", pgettext_lazy("kind of a search hit", "comment and answer")
    ORGANISATION = "organisation", pgettext_lazy("kind of a search hit", "organisation")
    DOCUMENT = "document", pgettext_lazy("kind of a search hit", "document")
    PAGE = "page", pgettext_lazy("kind of a search hit", "page")


class Part(models.TextChoices):
    """Where in its subject a text of an entry stands; the body has no heading."""

    BODY = "body", ""
    LEAD = "lead", ""
    NAMES = (
        "names",
        pgettext_lazy("part of a search hit", "Other names, place and numbers"),
    )
    AUTHOR = "author", pgettext_lazy("part of a search hit", "Who comments")
    AGENDA = "agenda", pgettext_lazy("part of a search hit", "Topic")
    FINDING = "finding", pgettext_lazy("part of a search hit", "Finding")
    DECISION = "decision", pgettext_lazy("part of a search hit", "Agreed wording")
    PARTICIPANTS = "participants", pgettext_lazy("part of a search hit", "Participants")
    PROPOSED = "proposed", pgettext_lazy("part of a search hit", "Proposed wording")
    REASONS = "reasons", pgettext_lazy("part of a search hit", "Justification")
    ANSWER = "answer", pgettext_lazy("part of a search hit", "Official answer")
    CONTENT = "content", pgettext_lazy("part of a search hit", "In the file")


FILTERS = ("kind", "subject", "language", "page", "date", "year", "ruling", "id")


def plain_number(text: str) -> str:
    """Return a number as it is compared: „§ 3A” and „3a” are the same."""
    return "".join(char for char in text.lower() if char.isalnum())[:20]


class CatalogueQuerySet(models.QuerySet["CatalogueEntry"]):
    """Entries of the catalogue."""

    def in_language(self, language: str) -> Self:
        """Those in one language, and those that are in none in particular."""
        return self.filter(Q(language=language) | Q(language=""))

    def under(self, path: str) -> Self:
        """Those whose page is at a place of the page tree, or below it."""
        return self.filter(page__path__startswith=path)


class CatalogueEntry(index.Indexed, models.Model):
    """One thing that the public may find, in one language, with the texts for it.

    Made from what is published and never edited; nothing private is in it. `subject`
    is the key of the thing among those of its kind: the primary key, or the uid of a
    clause. `language` is empty for what is the same in all. `page` is the page whose
    visibility decides; nothing else than that page decides for an entry without one.
    `parts` are pairs of a `Part` and a text, in the order of the page: what a passage
    is shown from. `further` is what follows in a long file, found but not shown.
    `number` is what clauses, comments and versions are cited by, see `plain_number`.
    The database does not check what an entry points at: where it is deleted in the very
    moment in which a card of it is stored, that must not undo what was stored with it.
    `facts` are what printing needs and nothing is found by.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    subject = models.CharField(
        pgettext_lazy("of a search entry", "subject"), max_length=64
    )
    language = models.CharField(_("language"), max_length=10, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        db_constraint=False,
        verbose_name=_("page"),
    )
    title = models.CharField(_("title"), max_length=500, blank=True)
    parts = models.JSONField(_("texts"), default=list)
    further = models.TextField(_("further text"), blank=True)
    number = models.CharField(_("number"), max_length=20, blank=True)
    facts = models.JSONField(_("facts"), default=dict)
    date = models.DateField(_("date"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    ruling = models.CharField(_("ruling"), max_length=20, blank=True)
    areas = models.ManyToManyField(
        "snippets.PriorityArea",
        related_name="+",
        db_constraint=False,
        verbose_name=_("areas"),
    )
    organisations = models.ManyToManyField(
        "snippets.Organisation",
        related_name="+",
        db_constraint=False,
        verbose_name=_("organisations"),
    )

    objects = CatalogueQuerySet.as_manager()

    search_fields = [
        index.SearchField("title", boost=3),
        index.SearchField("text"),
        index.AutocompleteField("suggestion"),
        *(index.FilterField(name) for name in FILTERS),
        index.RelatedFields("areas", [index.FilterField("id")]),
        index.RelatedFields("organisations", [index.FilterField("id")]),
    ]
    wagtail_reference_index_ignore = True
    # What it is about follows mergers and undone imports by being made anew.
    is_derived = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "language"], name="catalogued_once"
            )
        ]
        indexes = [
            models.Index(fields=["language", "kind"], name="catalogue_language_kind"),
            models.Index(fields=["kind", "number"], name="catalogue_kind_number"),
            # Hits are counted in it, without reading their texts.
            models.Index(
                fields=["id", "language", "kind", "year", "ruling"],
                name="catalogue_counted",
            ),
        ]
        verbose_name = _("entry of the search catalogue")
        verbose_name_plural = _("entries of the search catalogue")

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.language}: {self.title}".strip()

    @property
    def search_language(self) -> str:
        """The language its texts are analysed in; names and files are Polish."""
        return self.language or "pl"

    @property
    def text(self) -> list[str]:
        """All texts, for the index."""
        return [*(text for _part, text in self.parts), self.further]

    @property
    def suggestion(self) -> list[Any]:
        """What a reader who has typed its first letters is shown it for."""
        return [self.title, *self.facts.get("suggested", ())]
