"""What staff do with comments, and what the history keeps of it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.log_actions import registry

from pages.comments.models import Notice, PublicComment
from pages.comments.moving import MoveRefusedError
from pages.comments.office.answering import (
    approve_answer,
    draft_answer,
    leave_out,
    publish_answer,
)
from pages.comments.office.moderating import (
    ask_back,
    assign_comment,
    group_duplicate,
    hide_comment,
    publish_comment,
    restore_comment,
    ungroup_duplicate,
    withdraw_for_author,
)
from pages.comments.states import State
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import Office

pytestmark = pytest.mark.django_db
MAIL = "autor@example.org"


@pytest.fixture
def office():
    return Office()


def stored(comment):
    return PublicComment.objects.get(pk=comment.pk)


def last_entry(comment):
    return registry.get_logs_for_instance(comment).first()


def kinds(comment):
    return list(Notice.objects.filter(comment=comment).values_list("kind", flat=True))


def test_hidden_comment_keeps_its_text_and_the_log_says_who_and_why(office):
    comment = PublicCommentFactory(published=True, email=MAIL, text="Treść")

    hide_comment(comment=comment, reason="offence", note="wyzwiska", user=office.editor)

    hidden = stored(comment)
    assert (hidden.state, hidden.state_before) == (State.HIDDEN, State.PUBLISHED)
    assert (hidden.text, hidden.hiding_reason) == ("Treść", "offence")
    entry = last_entry(comment)
    assert entry.user == office.editor
    assert "wyzwiska" in str(entry.message)
    assert kinds(comment) == ["hidden"]


def test_nobody_is_written_to_whose_address_was_never_confirmed(office):
    comment = PublicCommentFactory(unconfirmed=True)

    hide_comment(comment=comment, reason="spam", user=office.editor)

    assert kinds(comment) == []


@pytest.mark.parametrize(
    "state", [State.REGISTERED, State.INCOMPLETE, State.PUBLISHED, State.ASSIGNED]
)
def test_restored_comment_returns_to_where_it_was(office, state):
    comment = PublicCommentFactory(state=state)
    hide_comment(comment=comment, reason="mistake", user=office.editor)

    restore_comment(comment=comment, user=office.editor)

    restored = stored(comment)
    assert (restored.state, restored.state_before) == (state, "")
    assert restored.hiding_reason == restored.hiding_note == ""


def answered_while_hidden(office, comment):
    other = PublicCommentFactory(published=True, consultation=comment.consultation)
    answer = draft_answer(comments=[comment, other], user=office.editor)
    hide_comment(comment=comment, reason="mistake", user=office.editor)
    answer.ruling, answer.reasons = "rejected", "Nie w tym roku."
    answer.save()
    approve_answer(answer=answer, user=office.publisher)
    return answer


def test_comment_answered_while_it_was_hidden_is_answered_and_its_author_told(office):
    comment = PublicCommentFactory(published=True, email=MAIL)
    answer = answered_while_hidden(office, comment)
    publish_answer(answer=answer, user=office.publisher)
    assert "answered" not in kinds(comment)

    restore_comment(comment=comment, user=office.editor)

    assert stored(comment).state == State.ANSWERED
    notice = Notice.objects.get(comment=comment, kind="answered")
    assert notice.answer_id == answer.pk


def test_comment_whose_answer_was_approved_while_it_was_hidden_follows_it(office):
    comment = PublicCommentFactory(published=True)
    answered_while_hidden(office, comment)

    restore_comment(comment=comment, user=office.editor)

    assert stored(comment).state == State.APPROVED


def test_comment_left_out_of_its_answer_while_it_was_hidden_waits_again(office):
    comment = PublicCommentFactory(published=True)
    answer = draft_answer(comments=[comment], user=office.editor)
    hide_comment(comment=comment, reason="mistake", user=office.editor)
    leave_out(answer=answer, comment=stored(comment), user=office.editor)

    restore_comment(comment=comment, user=office.editor)

    assert stored(comment).state == State.PUBLISHED


def test_asked_author_gets_the_message(office):
    comment = PublicCommentFactory(email=MAIL)

    ask_back(comment=comment, message="Którego ustępu?", user=office.editor)

    assert stored(comment).state == State.INCOMPLETE
    notice = Notice.objects.get(comment=comment)
    assert (notice.kind, notice.message) == ("asked_back", "Którego ustępu?")
    assert MAIL not in str(last_entry(comment).data)


def test_author_without_an_email_is_not_asked(office):
    comment = PublicCommentFactory(email="")

    with pytest.raises(MoveRefusedError):
        ask_back(comment=comment, message="Którego ustępu?", user=office.editor)

    assert stored(comment).state == State.REGISTERED
    assert kinds(comment) == []


def test_assigned_comment_has_its_unit_and_may_get_another(office):
    comment = PublicCommentFactory(published=True)
    for unit in (CityUnitFactory(name="Biuro A"), CityUnitFactory(name="Biuro B")):
        assign_comment(comment=comment, unit=unit, user=office.editor)

    assert stored(comment).unit.name == "Biuro B"
    assert "Biuro B" in str(last_entry(comment).message)


def test_withdrawn_for_its_author_keeps_the_note(office):
    comment = PublicCommentFactory(published=True)

    withdraw_for_author(comment=comment, note="telefonicznie", user=office.editor)

    assert stored(comment).state == State.WITHDRAWN
    assert "telefonicznie" in str(last_entry(comment).message)


@pytest.mark.parametrize("group", ["Jednostki", "Tłumacze"])
def test_who_has_no_right_moves_nothing(office, group):
    comment = PublicCommentFactory()
    user = office[group]
    for act in (
        lambda: publish_comment(comment=comment, user=user),
        lambda: hide_comment(comment=comment, reason="spam", user=user),
        lambda: ask_back(comment=comment, message="?", user=user),
        lambda: group_duplicate(comment=comment, head=comment, user=user),
        lambda: ungroup_duplicate(comment=comment, user=user),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert stored(comment).state == State.REGISTERED


def test_step_that_does_not_lead_on_changes_nothing(office):
    comment = PublicCommentFactory(answered=True)

    with pytest.raises(MoveRefusedError):
        publish_comment(comment=comment, user=office.editor)

    assert stored(comment).state == State.ANSWERED
    assert last_entry(comment) is None


class TestDuplicates:
    def group(self):
        consultation = ConsultationFactory()
        return PublicCommentFactory.create_batch(3, consultation=consultation)

    def test_duplicates_of_a_duplicate_belong_to_the_first(self, office):
        first, second, third = self.group()
        group_duplicate(comment=third, head=second, user=office.editor)

        group_duplicate(comment=second, head=first, user=office.editor)

        assert stored(second).duplicate_of == stored(third).duplicate_of == first
        assert str(first) in str(last_entry(second).message)

    def test_duplicate_points_at_the_first_of_the_other_one(self, office):
        first, second, third = self.group()
        group_duplicate(comment=second, head=first, user=office.editor)

        group_duplicate(comment=third, head=stored(second), user=office.editor)

        assert stored(third).duplicate_of == first

    def test_no_comment_is_its_own_duplicate_by_any_way(self, office):
        first, second, _third = self.group()
        group_duplicate(comment=second, head=first, user=office.editor)
        for head in (first, stored(second)):
            with pytest.raises(ValidationError):
                group_duplicate(comment=first, head=head, user=office.editor)
        assert stored(first).duplicate_of is None

    def test_unconfirmed_comments_are_not_grouped(self, office):
        first, *_others = self.group()
        waiting = PublicCommentFactory(
            unconfirmed=True, consultation=first.consultation
        )
        for comment, head in ((waiting, first), (first, waiting)):
            with pytest.raises(ValidationError):
                group_duplicate(comment=comment, head=head, user=office.editor)

    def test_years_are_not_mixed(self, office):
        first, second, _third = self.group()
        PublicComment.objects.filter(pk=second.pk).update(year=2020)
        with pytest.raises(ValidationError):
            group_duplicate(comment=stored(second), head=first, user=office.editor)

    def test_one_taken_out_stands_for_itself(self, office):
        first, second, _third = self.group()
        group_duplicate(comment=second, head=first, user=office.editor)

        ungroup_duplicate(comment=stored(second), user=office.editor)

        assert stored(second).duplicate_of is None
