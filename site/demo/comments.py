"""Loads the demo's two consultations: one answered, one open on the day of loading."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from pages.comments.models import (
    WARSAW,
    AnswerAmendment,
    AnswerState,
    CommentRegister,
    Consultation,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.placing import place_of
from pages.comments.sending.seals import digest
from pages.drafting.applying import make_version, prepare
from pages.drafting.models import Amendment
from pages.programmes.clauses import RawBlock, walk
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from pages.programmes.versions import change_status

from .content import answers
from .content import comments as content
from .content.programme import EXAMPLE, uid
from .registers import Registers

OPEN_SINCE = timedelta(days=5)
OPEN_FOR = timedelta(days=25)
CONTACTS_KEPT_FOR = timedelta(days=365)

Comments = dict[str, PublicComment]


def load_consultations(year: ProgrammePage, registers: Registers) -> bool:
    """Close version 2, answer the comments on it, and put version 3 out.

    Return whether anything was loaded; what is there already stays as it is.
    """
    draft = ProgrammeDraftPage.objects.child_of(year).filter(number=2).first()
    if draft is None or Consultation.objects.filter(year=year.year).exists():
        return False
    draft = put_out(draft)
    first = add_consultation(draft, **content.CLOSED)
    comments = dict(load_comments(first, content.COMMENTS, registers))
    amendments = load_amendments(year)
    load_answers(comments, amendments, registers)
    second = next_version(draft)
    today = timezone.localdate()
    opens_on, closes_on = today - OPEN_SINCE, today + OPEN_FOR
    current = add_consultation(
        second,
        opens_on=opens_on,
        closes_on=closes_on,
        erase_contacts_on=closes_on + CONTACTS_KEPT_FOR,
    )
    dict(load_comments(current, content.OPEN_COMMENTS, registers))
    change_status(draft, status="superseded")
    return True


def put_out(draft: ProgrammeDraftPage) -> ProgrammeDraftPage:
    """Publish a version as in consultation, which closes it to changes."""
    draft.status = "consulted"
    draft.save_revision().publish()
    closed: ProgrammeDraftPage = ProgrammeDraftPage.objects.get(pk=draft.pk)
    return closed


def add_consultation(draft: ProgrammeDraftPage, **days: Any) -> Consultation:
    """Put a closed version out between two days."""
    consultation = Consultation(draft=draft, **content.CONSULTATION, **days)
    consultation.full_clean()
    consultation.save()
    return consultation


def load_comments(
    consultation: Consultation, rows: list[dict[str, Any]], registers: Registers
) -> Iterator[tuple[str, PublicComment]]:
    """Yield the comments by key, numbered in the order of `rows`."""
    found: Comments = {}
    for row in rows:
        values = {
            name: row[name]
            for name in row
            if name not in {"key", "received", "days", "clause", "unit"}
        }
        first = found.get(values.pop("duplicate_of", ""))
        clause = UUID(uid(row["clause"])) if "clause" in row else None
        place = place_of(consultation.draft, clause)
        text = row["text"] + content.MARK
        comment = PublicComment.objects.create(
            **{"state": "answered", **values, "text": text},
            **place.values,
            consultation=consultation,
            year=consultation.year,
            number=CommentRegister.next_number(consultation.year),
            received_at=received_at(row),
            duplicate_of=first,
            unit=registers.units.get(row.get("unit", "")),
            fingerprint=digest(str(clause), row["kind"], text),
        )
        found[row["key"]] = comment
        yield row["key"], comment


def received_at(row: dict[str, Any]) -> datetime:
    """Return when a comment came: on its day, or some days before today."""
    if "received" in row:
        return moment(row["received"])
    return timezone.now() - timedelta(days=row["days"])


def moment(text: str) -> datetime:
    """Return a day and an hour in Warsaw."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def load_amendments(year: ProgrammePage) -> dict[str, Amendment]:
    """Load the changes that the answers lead to, by key."""
    amendments = {
        key: Amendment(programme=year, **values)
        for key, values in answers.AMENDMENTS.items()
    }
    for amendment in amendments.values():
        amendment.save()
    return amendments


def load_answers(
    comments: Comments, amendments: dict[str, Amendment], registers: Registers
) -> None:
    """Load the published answers, one of them corrected later."""
    for row in answers.ANSWERS:
        answer = add_answer(row, comments, amendments, registers)
        if "corrected" in row:
            newer = {**row, **row["corrected"]}
            add_answer(newer, comments, amendments, registers, previous=answer)


def add_answer(
    row: dict[str, Any],
    comments: Comments,
    amendments: dict[str, Amendment],
    registers: Registers,
    previous: OfficialAnswer | None = None,
) -> OfficialAnswer:
    """Add one published answer; an earlier version of it is replaced."""
    if previous:
        previous.state = AnswerState.REVISED
        previous.save()
    unit = registers.units[row["unit"]]
    answer: OfficialAnswer = OfficialAnswer.objects.create(
        ruling=row["ruling"],
        reasons=row["reasons"] + answers.MARK,
        correction=row.get("correction", ""),
        unit=unit,
        state=AnswerState.PUBLISHED,
        previous=previous,
        approved_at=moment(row["published"]),
        published_at=moment(row["published"]),
    )
    for order, key in enumerate(row["comments"]):
        comment = comments[key]
        CoveredComment.objects.create(answer=answer, comment=comment, sort_order=order)
        comment.unit = unit
        comment.save(update_fields=["unit"])
    if "amendment" in row:
        AnswerAmendment.objects.create(
            answer=answer, amendment=amendments[row["amendment"]]
        )
    return answer


def next_version(draft: ProgrammeDraftPage) -> ProgrammeDraftPage:
    """Make version 3 from the accepted comments, and put it out."""
    application = prepare(draft)
    mark_examples(application.outcome.body)
    day = timezone.localdate() - OPEN_SINCE - timedelta(days=1)
    made = make_version(
        application, user=None, number=3, date=day, label=content.VERSION_3["label"]
    )
    made.lead, made.summary = content.VERSION_3["lead"], content.VERSION_3["summary"]
    return put_out(made)


def mark_examples(body: list[RawBlock]) -> None:
    """Mark the clauses that the invented amendments change as example text."""
    changed = {str(row["clause_id"]) for row in answers.AMENDMENTS.values()}
    for block in walk(body):
        if block["id"] in changed:
            block["value"]["note"] = EXAMPLE
