"""Finds what organisations of an import have been used for since."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import ManyToOneRel
from wagtail.models import ModelLogEntry, ReferenceIndex

from snippets.derived import is_derived
from snippets.models import (
    ContactPerson,
    ImportBatch,
    ImportedValues,
    ImportRow,
    Organisation,
    OrganisationAlias,
)

from .parts import in_parts

# What belongs to an organisation itself goes with it.
OWN = (OrganisationAlias, ContactPerson, ImportedValues, ImportRow)

# The key of the organisation that points, if it is one, and of the one pointed at.
Citation = tuple[int | None, int]


def find_changed(pks: Sequence[int], *, since: ImportBatch) -> dict[int, str]:
    """Return why organisations stay, as codes of notes, for those worked on since."""
    if not pks:
        return {}
    changed = dict.fromkeys(edited_since(pks, since), "undo_edited")
    return changed | dict.fromkeys(imported_since(pks, since), "undo_imported_again")


def edited_since(pks: Sequence[int], batch: ImportBatch) -> Iterable[int]:
    """Return those that somebody has saved since."""
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Organisation),
        object_id__in=[str(pk) for pk in pks],
        action="wagtail.edit",
        timestamp__gt=batch.imported_at,
    )
    return map(int, entries.values_list("object_id", flat=True))


def imported_since(pks: Sequence[int], batch: ImportBatch) -> Iterable[int]:
    """Return those that a later list has written into."""
    rows = ImportRow.objects.filter(
        organisation__in=pks,
        is_applied=True,
        is_undone=False,
        batch__imported_at__gt=batch.imported_at,
    )
    return rows.values_list("organisation", flat=True)


def find_cited(going: Collection[int], *, freed: Collection[int]) -> set[int]:
    """Return those that a meeting, a comment, a page or anything else points at.

    Those that go may point at each other; one that stays keeps whom it points at.
    `freed` are those that get another parent back. A fixed number of queries for some
    hundred organisations: one for each kind of row that can point at one.
    """
    cited: set[int] = set()
    held: dict[int, set[int]] = {}
    for part in in_parts(sorted(going)):
        for by, pk in find_citations(part, freed):
            if by is not None and by in going:
                held.setdefault(by, set()).add(pk)
            else:
                cited.add(pk)
    waiting = [*cited]
    while waiting:
        more = held.get(waiting.pop(), set()) - cited
        cited |= more
        waiting += more
    return cited


def find_citations(pks: Sequence[int], freed: Collection[int]) -> Iterator[Citation]:
    """Give whatever points at organisations, but for what is their own."""
    own = (*OWN, Organisation.spheres.through)
    for relation in Organisation._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel):
            continue
        if relation.related_model in own or is_derived(relation.related_model):
            continue
        field = relation.field
        rows = field.model._base_manager.filter(**{f"{field.name}__in": pks})
        if field.model is not Organisation:
            yield from ((None, pk) for pk in rows.values_list(field.attname, flat=True))
            continue
        for by, pk in rows.values_list("pk", field.attname):
            if field.name != "parent" or by not in freed:
                yield by, pk
    yield from find_references(pks, freed)


def find_references(pks: Sequence[int], freed: Collection[int]) -> Iterator[Citation]:
    """Give what Wagtail knows to point at organisations."""
    organisations = ContentType.objects.get_for_model(Organisation)
    references = ReferenceIndex.objects.filter(
        to_content_type=organisations, to_object_id__in=[str(pk) for pk in pks]
    )
    columns = ("base_content_type", "object_id", "model_path", "to_object_id")
    for content_type, by, path, pk in references.values_list(*columns):
        if content_type != organisations.pk:
            yield None, int(pk)
        elif path != "parent" or int(by) not in freed:
            yield int(by), int(pk)
