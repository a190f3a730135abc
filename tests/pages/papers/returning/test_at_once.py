"""A table taken in while somebody else does something, on two real connections."""

import pytest
from django.db import connection

from pages.comments.models import CoveredComment, OfficialAnswer
from pages.comments.office.answering import draft_answer, keep_draft
from pages.comments.states import State
from pages.papers.models import AnswerSheet, SheetState
from pages.papers.returning.comparing import compare_sheet
from pages.papers.returning.taking_in import take_in
from tests.factories.comments import AnswerFactory
from tests.pages.comments.versions import Consulted
from tests.threads import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite has one writer at a time"
    ),
]


@pytest.fixture
def here(transactional_db):
    """Rows of each test alone, as all are gone after it."""
    return Consulted()


@pytest.fixture
def ready(say, taken, brought):
    """A confirmed table that answers four comments anew and changes four drafts."""

    def make(count=1):
        new, drafted = [say() for _ in range(4)], [say("drafted") for _ in range(4)]
        for comment in drafted:
            AnswerFactory(comments=[comment], ruling="noted", reasons="Old.")
        sheets = []
        for number in range(count):
            table = taken(with_drafts=True)
            for comment in (*new, *drafted):
                table.fill(comment.code, ruling="Not accepted", reasons=f"{number}.")
            sheet = brought(table)
            seen = compare_sheet(sheet).seen
            AnswerSheet.objects.filter(pk=sheet.pk).update(
                state=SheetState.APPLYING, seen=seen
            )
            sheets.append(sheet)
        return sheets, new, drafted

    return make


def states():
    return sorted(AnswerSheet.objects.values_list("state", flat=True))


def test_one_table_taken_in_twice_is_written_once(ready):
    (sheet,), _new, _drafted = ready()
    assert at_once(*[lambda: take_in(sheet.pk)] * 2) == [None, None]
    assert states() == [SheetState.APPLIED]
    assert OfficialAnswer.objects.count() == 8
    assert set(OfficialAnswer.objects.values_list("reasons", flat=True)) == {"0."}


def test_of_two_tables_that_differ_one_is_written(ready):
    sheets, _new, _drafted = ready(2)
    works = [lambda sheet=sheet: take_in(sheet.pk) for sheet in sheets]
    assert at_once(*works) == [None, None]
    assert states() == [SheetState.APPLIED, SheetState.REFUSED]
    assert OfficialAnswer.objects.values("reasons").distinct().count() == 1
    assert CoveredComment.objects.count() == 8


@pytest.mark.parametrize("turned", [False, True])
def test_somebody_who_answers_meanwhile_wins_or_is_refused_but_nothing_hangs(
    ready, office, turned
):
    (sheet,), new, _drafted = ready()
    answers = list(OfficialAnswer.objects.order_by("pk"))

    def answer_by_hand():
        for answer in answers[::-1] if turned else answers:
            answer.reasons = "Mine."
            answer.save(update_fields=["reasons"])
            keep_draft(answer=answer, user=office.editor)
        draft_answer(comments=new[::-1] if turned else new, user=office.editor)

    results = at_once(lambda: take_in(sheet.pk), answer_by_hand)
    assert "deadlock" not in repr(results)
    assert results[0] is None
    assert states()[0] in (SheetState.APPLIED, SheetState.REFUSED)
    for comment in new:
        comment.refresh_from_db()
        assert comment.state == State.DRAFTED
        assert CoveredComment.objects.filter(comment=comment).count() == 1
