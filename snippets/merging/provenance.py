"""Whether the kept entry has a value from a list or by hand: values keep that."""

from collections.abc import Iterable, Mapping
from typing import Any

from snippets.models import ImportedValues, Organisation

Sources = dict[str, Any]


def carry_sources(
    kept: Organisation, merged: Organisation, taken: Iterable[str]
) -> Sources:
    """Let values taken from the merged entry count as its lists wrote them.

    Rows of lists that were taken to mean the merged entry mean the kept one now.
    Returns what to remember for `restore_sources`, nothing where no list wrote.
    """
    theirs = ImportedValues.objects.filter(organisation=merged).first()
    ours = ImportedValues.objects.filter(organisation=kept).first()
    if theirs is None and ours is None:
        return {}
    theirs = theirs or ImportedValues(organisation=merged)
    is_new = ours is None
    ours = ours or ImportedValues(organisation=kept)
    before = _held(ours)
    for name in taken:
        ours.values.pop(name, None)
        if name in theirs.values:
            ours.values[name] = theirs.values[name]
    ours.names += [name for name in theirs.names if name not in ours.names]
    ours.save()
    return {"before": None if is_new else before, "after": _held(ours)}


def restore_sources(kept: Organisation, sources: Mapping[str, Any]) -> None:
    """Put back what lists wrote into the kept entry, unless one has come since."""
    row = ImportedValues.objects.filter(organisation=kept).first()
    if not sources or row is None or _held(row) != sources["after"]:
        return
    if sources["before"] is None:
        row.delete()
        return
    row.values = sources["before"]["values"]
    row.names = sources["before"]["names"]
    row.save()


def _held(row: ImportedValues) -> Sources:
    return {"values": dict(row.values), "names": list(row.names)}
