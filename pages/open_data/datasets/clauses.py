"""The clauses of every published version of the programmes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from django.utils.translation import gettext_lazy as _

from pages.open_data.addresses import Addresses
from pages.open_data.columns import Column, Dataset, Kind, Row
from pages.programmes.models import ClauseWording
from pages.programmes.models.clause import KIND_CHOICES
from pages.programmes.models.status import DraftStatus

from .meetings import UUID_EXAMPLE
from .public_pages import Version, in_chunks, language, read_versions

PROGRAMME_YEAR = Column(
    name="programme_year",
    about=_("The year of the programme."),
    example="2014",
    kind=Kind.INTEGER,
    is_required=True,
)
COLUMNS = (
    Column(
        name="clause_id",
        about=_("Identifies the clause in all versions, years and languages."),
        example=UUID_EXAMPLE,
        is_required=True,
    ),
    PROGRAMME_YEAR,
    Column(
        name="version",
        about=_("The number of the version."),
        example="2",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="version_id",
        about=_("Identifies the version; the same in every language."),
        example=UUID_EXAMPLE,
        is_required=True,
    ),
    Column(
        name="version_label",
        about=_("What the version is called."),
        example="po drugim spotkaniu",
    ),
    Column(
        name="version_date",
        about=_("The date of the version."),
        example="2013-07-29",
        kind=Kind.DATE,
        is_required=True,
    ),
    Column(
        name="version_status",
        about=_("The stage that the version has reached."),
        example="working",
        is_required=True,
        codes=DraftStatus.choices,
    ),
    Column(
        name="is_newest_version",
        about=_("Whether it is the newest published version of its programme."),
        example="true",
        kind=Kind.BOOLEAN,
        is_required=True,
    ),
    Column(
        name="position",
        about=_("The place of the clause in the text, counted from 1."),
        example="29",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="kind",
        about=_("The kind of the clause."),
        example="task",
        is_required=True,
        codes=KIND_CHOICES,
    ),
    Column(
        name="number",
        about=_("Its number in this version, which may be like 3a."),
        example="29",
    ),
    Column(
        name="citation",
        about=_("How it is cited in this version."),
        example="ust. 29",
    ),
    Column(
        name="chapter_id",
        about=_("The chapter, or other outermost clause, that it is in."),
        example=UUID_EXAMPLE,
        is_required=True,
        refers="clauses.clause_id",
    ),
    Column(
        name="text",
        about=_("Its wording in this version."),
        example="promowanie ekonomii społecznej",
    ),
    Column(
        name="url",
        about=_("The address of the page with its newest wording and its history."),
        example=f"https://example.org/pl/clause/{UUID_EXAMPLE}/",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
    Column(
        name="version_url",
        about=_("The address of the version on this site."),
        example="https://example.org/pl/programy/2014/wersja-2/",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
)


def clause_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield the clauses, version by version: two queries, and one a chunk and each."""
    versions = {version.pk: version for version in read_versions(addresses).values()}
    for pk in versions:
        keys = ClauseWording.objects.filter(draft=pk).order_by("order", "pk")
        yield from in_chunks(keys, partial(_read, addresses, versions))


def _read(
    addresses: Addresses, versions: Mapping[int, Version], pks: Sequence[int]
) -> Iterator[Row]:
    wordings = ClauseWording.objects.public(language()).filter(pk__in=pks)
    for wording in wordings.order_by("order", "pk"):
        yield _row_of(wording, versions[wording.draft_id], addresses)


def _row_of(wording: ClauseWording, version: Version, addresses: Addresses) -> Row:
    return {
        "clause_id": str(wording.clause_id),
        "programme_year": version.year,
        "version": version.number,
        "version_id": str(version.key),
        "version_label": version.label,
        "version_date": version.date,
        "version_status": version.status,
        "is_newest_version": version.is_newest,
        "position": wording.order + 1,
        "kind": wording.kind,
        "number": wording.number,
        "citation": wording.label,
        "chapter_id": str(wording.chapter),
        "text": wording.text,
        "url": addresses.path(wording.url),
        "version_url": version.url,
    }


CLAUSES = Dataset(
    name="clauses",
    title=_("Clauses of programmes"),
    about=_(
        "The wording of each clause in each published version of the programmes. Its "
        "number is only a label; its identifier stays the same."
    ),
    key=("version_id", "clause_id"),
    columns=COLUMNS,
    rows=clause_rows,
)
