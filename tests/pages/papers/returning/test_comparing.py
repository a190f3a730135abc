"""Tables that were really taken, filled in, and compared with the database."""

import pytest
from django.contrib.auth.models import Permission

from pages.comments.models import AnswerState, OfficialAnswer, PublicComment
from pages.comments.office.answering import draft_answer, keep_draft
from pages.papers.returning.outcomes import Outcome
from snippets.importing.reading import UnreadableError
from tests.factories.comments import AnswerFactory, ConsultationFactory
from tests.pages.programmes.closed import consulted

from .tables import Sheet, take_table


def found(comparison):
    """Return the outcomes by the code of the comment."""
    return {one.comment.code: one.outcome for one in comparison.rows}


@pytest.mark.parametrize("with_drafts", [False, True])
@pytest.mark.parametrize("language", ["pl", "en", "uk", "be"])
def test_table_that_nobody_filled_in_changes_nothing(
    say, taken, compared, with_drafts, language
):
    say()
    AnswerFactory(comments=[say("drafted")], ruling="partly", reasons=" A\r\n\r\nB ")
    AnswerFactory(published=True, comments=[say("answered")])
    public = say("answered")
    first = AnswerFactory(published=True, comments=[public], reasons="Old")
    AnswerFactory(previous=first, comments=[public], reasons="New")
    say("hidden")
    say("withdrawn")
    comparison = compared(taken(language, with_drafts=with_drafts))
    assert set(found(comparison).values()) == {Outcome.UNCHANGED}
    assert comparison.changes == []
    assert comparison.left_out == 0


def test_filled_rows_become_answers_and_missing_rows_are_counted(say, taken, compared):
    one, two, gone = say(), say(), say()
    sheet = taken().fill(one.code, ruling="Not accepted", reasons="First\nSecond")
    sheet.sheet.delete_rows(sheet.row(gone.code))
    comparison = compared(sheet)
    assert found(comparison) == {one.code: Outcome.NEW, two.code: Outcome.UNCHANGED}
    assert comparison.left_out == 1
    (change,) = comparison.changes
    assert change.after.ruling == "rejected"
    assert change.after.reasons == "First\nSecond"


def test_what_somebody_wrote_since_is_a_conflict_for_filled_rows_only(
    say, taken, compared, office
):
    one, two = say(), say()
    sheet = taken().fill(one.code, ruling="Noted", reasons="Mine")
    for comment in (one, two):
        draft_answer(comments=[comment], user=office.editor)
    assert found(compared(sheet)) == {
        one.code: Outcome.CONFLICT,
        two.code: Outcome.UNCHANGED,
    }


def test_comment_that_its_author_corrected_is_a_conflict(say, taken, compared):
    comment = say()
    sheet = taken().fill(comment.code, ruling="Noted", reasons="Mine")
    PublicComment.objects.filter(pk=comment.pk).update(text="Something else")
    assert found(compared(sheet)) == {comment.code: Outcome.CONFLICT}


@pytest.mark.parametrize("is_public", [False, True])
def test_rows_left_alone_do_not_contradict_what_was_written_since(
    say, taken, compared, office, is_public
):
    alone, other = say("drafted"), say()
    answer = AnswerFactory(comments=[alone], published=is_public)
    sheet = taken(with_drafts=True).fill(other.code, ruling="Noted", reasons="Mine")
    assert sheet.value(alone.code, "reasons") == answer.reasons
    if is_public:
        OfficialAnswer.objects.filter(pk=answer.pk).update(state=AnswerState.REVISED)
        AnswerFactory(comments=[alone], published=True, previous=answer, reasons="New")
    else:
        answer.reasons = "Better"
        answer.save()
        keep_draft(answer=answer, user=office.editor)
    comparison = compared(sheet)
    assert found(comparison) == {
        alone.code: Outcome.UNCHANGED,
        other.code: Outcome.NEW,
    }
    sheet.fill(alone.code, reasons="Mine too")
    assert found(compared(sheet))[alone.code] == Outcome.CONFLICT


def test_answer_that_covers_many_is_changed_once(say, taken, compared):
    comments = [say("drafted") for _number in range(3)]
    answer = AnswerFactory(comments=comments)
    sheet = taken().fill(comments[1].code, ruling="Partly accepted")
    comparison = compared(sheet)
    assert set(found(comparison).values()) == {Outcome.CHANGED}
    (change,) = comparison.changes
    assert (change.answer, change.after.reasons) == (answer.pk, answer.reasons)


def test_duplicates_of_another_consultation_are_answered_with_theirs(
    here, say, taken, compared
):
    head = say()
    other = ConsultationFactory(draft=consulted(here.city, number=9))
    away = say(consultation=other, duplicate_of=head)
    sheet = taken().fill(head.code, ruling="Noted", reasons="x")
    comparison = compared(sheet)
    assert comparison.changes[0].members == (head.pk, away.pk)
    assert comparison.left_out == 0


def test_rows_of_unknown_comments_are_refused(here, say, taken, compared):
    comment = say()
    other = ConsultationFactory(draft=consulted(here.city, number=9))
    sheet = taken().fill(comment.code, ruling="Noted", reasons="x")
    comment.consultation = other
    comment.save()
    assert [one.outcome for one in compared(sheet).rows] == [Outcome.PROBLEM]


@pytest.mark.parametrize(
    ("may_see", "is_public", "code"),
    [
        (True, False, "other_consultation"),
        (False, False, "unknown_consultation"),
        (False, True, "other_consultation"),
    ],
)
def test_table_of_another_consultation_is_named_to_who_may_know_of_it(
    here, say, compared, office, may_see, is_public, code
):
    say()
    draft = consulted(here.city, number=9, title="Wersja 9")
    other = ConsultationFactory(draft=draft)
    say(consultation=other)
    sheet = Sheet(take_table(other))
    if not is_public:
        type(draft).objects.filter(pk=draft.pk).update(live=False)
    if not may_see:
        for group in office.unit.groups.all():
            group.permissions.remove(
                *Permission.objects.filter(codename="view_consultation")
            )
    with pytest.raises(UnreadableError) as caught:
        compared(sheet)
    assert caught.value.note.code == code
    assert ("Wersja 9" in str(caught.value.note.params)) == (
        code == "other_consultation"
    )


def test_queries_do_not_grow(say, taken, compared, django_assert_max_num_queries):
    def filled():
        sheet = taken()
        for comment in PublicComment.objects.all():
            sheet.fill(comment.code, ruling="Noted", reasons="x")
        return sheet

    AnswerFactory(comments=[say("drafted")])
    say()
    first = filled()
    with django_assert_max_num_queries(100) as few:
        compared(first)
    for _number in range(9):
        say()
    AnswerFactory(comments=[say("drafted"), say("drafted")])
    second = filled()
    with django_assert_max_num_queries(len(few.captured_queries)):
        compared(second)


def test_seen_tells_what_comes_out_and_only_that(say, taken, compared, office):
    one, two = say(), say()
    sheet = taken().fill(one.code, ruling="Noted", reasons="x")
    before = compared(sheet).seen
    draft_answer(comments=[two], user=office.editor)
    assert compared(sheet).seen == before
    assert compared(sheet.fill(one.code, reasons="y")).seen != before
