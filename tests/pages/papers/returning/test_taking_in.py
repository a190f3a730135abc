"""A table that was confirmed is written whole, or not at all."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import translation
from wagtail.models import ModelLogEntry

from pages.comments.models import AnswerState, OfficialAnswer, Ruling
from pages.comments.office.answering import approve_answer, draft_answer
from pages.comments.states import State
from pages.papers.models import AnswerSheet, SheetState
from pages.papers.returning import taking_in
from pages.papers.returning.keeping import confirm
from pages.papers.returning.logs import RETURN, ReturnFormatter
from pages.papers.returning.taking_in import take_in
from tests.factories.comments import AnswerFactory
from tests.worker import work_off


def answers():
    return OfficialAnswer.objects.order_by("pk")


@pytest.fixture
def filled(say, taken, brought):
    """A table with a new answer, a changed draft and a blank row, brought back."""
    new, drafted, blank = say(), say("drafted"), say()
    AnswerFactory(comments=[drafted], ruling="noted", reasons="Old.")
    sheet = taken()
    sheet.fill(new.code, ruling="Not accepted", reasons="It is for the county.")
    sheet.fill(drafted.code, reasons="New.")
    return brought(sheet), (new, drafted, blank)


def test_answers_are_drafted_and_wait_for_another_person(filled, applied, office):
    sheet, (new, drafted, blank) = filled
    sheet = applied(sheet)
    assert sheet.state == SheetState.APPLIED
    changed, started = answers()
    assert sheet.counts["answers"] == [started.pk, changed.pk]
    assert (changed.ruling, changed.reasons) == ("noted", "New.")
    assert (started.ruling, started.reasons) == ("rejected", "It is for the county.")
    for comment, state in (
        (new, State.DRAFTED),
        (drafted, State.DRAFTED),
        (blank, State.PUBLISHED),
    ):
        comment.refresh_from_db()
        assert comment.state == state
    for answer in (changed, started):
        assert answer.state == AnswerState.DRAFT
        assert answer.drafted_by == office.unit
    approve_answer(answer=started, user=office.publisher)


def test_it_is_noted_on_the_consultation(filled, applied, office, here):
    sheet, _comments = filled
    applied(sheet)
    (entry,) = ModelLogEntry.objects.for_instance(here.consultation).filter(
        action=RETURN
    )
    assert entry.user == office.unit
    assert entry.data == {"new": 1, "changed": 1, "left_out": 0}
    with translation.override("en"):
        assert "1" in ReturnFormatter().format_message(entry)


def test_file_goes_once_it_is_taken_in(filled, applied):
    sheet, _comments = filled
    storage, name = sheet.file.storage, sheet.file.name
    assert storage.exists(name)
    assert not applied(sheet).file
    assert not storage.exists(name)


def test_writing_it_twice_does_nothing(filled, applied):
    sheet, _comments = filled
    applied(sheet)
    before = list(answers().values())
    take_in(sheet.pk)
    assert list(answers().values()) == before
    assert ModelLogEntry.objects.filter(action=RETURN).count() == 1


def refused(sheet, before):
    """Whether nothing was written, and who brought the table is told why."""
    is_same = list(answers().values()) == before
    is_kept = bool(sheet.file) and sheet.state == SheetState.REFUSED
    return is_same and is_kept and bool(sheet.problem)


def test_nothing_is_written_when_somebody_wrote_since_it_was_looked_through(
    filled, applied, office
):
    sheet, (new, _drafted, _blank) = filled
    made = []

    def write():
        draft_answer(comments=[new], user=office.editor)
        made.extend(answers().values())

    assert refused(applied(sheet, between=write), made)


def test_nothing_is_written_when_something_else_was_seen(filled, applied):
    before = list(answers().values())
    assert refused(applied(filled[0], seen="0" * 64), before)


def test_nothing_is_written_with_a_problem(say, taken, brought, applied):
    one, two = say(), say()
    sheet = taken()
    sheet.fill(one.code, ruling="Noted", reasons="x")
    sheet.fill(two.code, ruling="Perhaps")
    assert refused(applied(brought(sheet)), [])


@pytest.fixture
def conflicting(say, taken, brought, office):
    """A table with a row for an answer that somebody else has started since."""
    mine, theirs = say(), say()
    sheet = taken()
    for comment in (mine, theirs):
        sheet.fill(comment.code, ruling="Noted", reasons="Mine")
    draft_answer(comments=[theirs], user=office.editor)
    return brought(sheet)


def test_nothing_is_written_with_a_conflict(conflicting, applied):
    before = list(answers().values())
    assert refused(applied(conflicting), before)


def test_conflicts_may_be_left_out(conflicting, applied):
    theirs = answers().get()
    sheet = applied(conflicting, leaves_conflicts=True)
    assert sheet.state == SheetState.APPLIED
    mine = answers().exclude(pk=theirs.pk).get()
    assert mine.reasons == "Mine"
    theirs.refresh_from_db()
    assert theirs.reasons == ""
    entry = ModelLogEntry.objects.get(action=RETURN)
    assert entry.data == {"new": 1, "changed": 0, "left_out": 1}


@pytest.mark.parametrize("loses", ["right", "view", "account"])
def test_nothing_is_written_for_who_lost_the_right(filled, applied, office, loses):
    before = list(answers().values())
    user = office.unit

    def lose():
        if loses == "account":
            type(user).objects.filter(pk=user.pk).update(is_active=False)
            return
        name = "change_officialanswer" if loses == "right" else "view_publiccomment"
        for group in user.groups.all():
            group.permissions.remove(Permission.objects.get(codename=name))

    assert refused(applied(filled[0], between=lose), before)


def test_nothing_is_written_where_answering_refuses(filled, applied, monkeypatch):
    """The last of the answers fails: those before it go back."""
    before = list(answers().values())
    real, calls = taking_in.keep_draft, []

    def keep(**values):
        calls.append(values)
        if len(calls) == 2:
            raise taking_in.ValidationError("It is taken.")
        real(**values)

    monkeypatch.setattr(taking_in, "keep_draft", keep)
    sheet = applied(filled[0])
    assert refused(sheet, before)
    assert "It is taken." in sheet.problem


def test_failures_are_told_to_the_user_and_to_the_log(filled, applied, monkeypatch):
    before = list(answers().values())

    def fail(**values):
        raise RuntimeError

    monkeypatch.setattr(taking_in, "keep_draft", fail)
    assert refused(applied(filled[0]), before)


def test_a_lost_file_is_told(filled, applied, office):
    before = list(answers().values())
    sheet = filled[0]

    def lose():
        sheet.file.storage.delete(sheet.file.name)

    assert refused(applied(sheet, between=lose), before)


def test_why_is_told_in_the_language_of_the_user(filled, applied, office):
    profile = taking_in.UserProfile.get_for_user(office.unit)
    profile.preferred_language = "en"
    profile.save()
    sheet = applied(filled[0], seen="0")
    assert sheet.problem.endswith("Nothing was written.")


def test_worker_does_nothing_for_a_table_that_was_called_back(
    filled, django_capture_on_commit_callbacks
):
    sheet, _comments = filled
    before = list(answers().values())
    with django_capture_on_commit_callbacks(execute=True):
        confirm(sheet, seen="x", leaves_conflicts=False)
    AnswerSheet.objects.update(state=SheetState.CHECKED)
    work_off()
    assert list(answers().values()) == before


def test_every_ruling_can_be_brought_back(say, taken, brought, applied):
    wanted = {say().code: ruling for ruling in Ruling}
    sheet = taken("pl")
    with translation.override("pl"):
        for code, ruling in wanted.items():
            sheet.fill(code, ruling=str(ruling.label), reasons="x")
    applied(brought(sheet))
    found = {str(answer.covered.get().comment): answer.ruling for answer in answers()}
    assert found == wanted
