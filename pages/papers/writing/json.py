"""A consultation as JSON: its facts, its protocol, its comments one on a line."""

import dataclasses
import json
from collections.abc import Callable
from typing import Any, BinaryIO

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import get_language

from pages.comments.models import WARSAW, Consultation
from pages.papers.consulted import version_title
from pages.papers.kinds import PaperRequest
from pages.papers.protocol import paragraph_of, protocol_of
from pages.papers.rows import PaperRow, count_rows, reported_rows

# What only the site itself can use; the contact is written where it was asked for.
LEFT_OUT = ("comment", "key")
NAMES = tuple(field.name for field in dataclasses.fields(PaperRow))


class _Encoder(DjangoJSONEncoder):
    """Dates as ISO 8601, lazy texts as texts, dataclasses as objects."""

    def default(self, o: Any) -> Any:
        if dataclasses.is_dataclass(o) and not isinstance(o, type):
            return dataclasses.asdict(o)
        return super().default(o)


def write_json(
    output: BinaryIO,
    request: PaperRequest,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write one object in UTF-8; the comments are written as they are read."""
    consultation = request.consultation
    parts = {
        "consultation": facts_of(consultation),
        "protocol": protocol_of(consultation),
        "paragraph": paragraph_of(consultation),
    }
    output.write(b"{\n")
    for name, part in parts.items():
        output.write(f"{_dump(name)}: {_dump(part)},\n".encode())
    output.write(b'"comments": [')
    between = "\n"
    for row in reported_rows(request, progress):
        said = comment_of(row, with_contacts=request.with_contacts)
        output.write(f"{between}{_dump(said)}".encode())
        between = ",\n"
    output.write(b"\n]\n}\n")


def facts_of(consultation: Consultation) -> dict[str, Any]:
    """Return what a consultation is: which version, when, by what right."""
    draft = consultation.draft
    return {
        "language": get_language(),
        "year": consultation.year,
        "programme": consultation.programme.title,
        "version": version_title(consultation),
        "version_number": draft.number,
        "version_date": draft.date,
        "opens_on": consultation.opens_on,
        "closes_on": consultation.closes_on,
        "legal_basis": consultation.legal_basis,
        "act": consultation.act,
        "act_date": consultation.act_date,
        "comment_count": count_rows(consultation),
    }


def comment_of(row: PaperRow, *, with_contacts: bool) -> dict[str, Any]:
    """Return a comment by the names of the row's fields."""
    left_out = LEFT_OUT if with_contacts else (*LEFT_OUT, "contact")
    said = {name: getattr(row, name) for name in NAMES if name not in left_out}
    return said | {"received": row.received.astimezone(WARSAW).isoformat()}


def _dump(value: Any) -> str:
    return json.dumps(value, cls=_Encoder, ensure_ascii=False)
