"""A position becomes registered comments of the organisation, all at once."""

import pytest
from django.core import mail
from wagtail.models import ModelLogEntry

from pages.comments.mail.mailing import notify, send_due
from pages.comments.models import NoticeKind, PublicComment
from pages.comments.states import State
from pages.positions.issuing import CodeRevokedError, revoke_code
from pages.positions.models import CodeState
from pages.positions.submitting import (
    EmptyPositionError,
    NotOpenError,
    PositionChangedError,
    stamp_of,
    submit_position,
)
from tests.factories.comments import PublicCommentFactory, today
from tests.factories.positions import OrganisationCodeFactory, PositionItemFactory
from tests.pages.programmes.closed import FIRST, SECOND
from tests.worker import work_off

from .case import PositionCase


class TestSubmitting(PositionCase):
    def fill(self):
        PositionItemFactory(code=self.code, clause_id=SECOND, order=1, text="drugie")
        PositionItemFactory(
            code=self.code,
            clause_id=FIRST,
            order=0,
            text="pierwsze",
            kind="add",
            proposed_wording="brzmienie",
            justification="bo tak",
        )
        PositionItemFactory(code=self.code, clause=None, order=2, text="o całości")

    def submit(self, seen=None):
        if seen is None:
            seen = stamp_of(list(self.code.items.all()))
        return submit_position(code=self.code, seen=seen)

    def test_each_part_becomes_a_comment_in_its_order(self):
        PublicCommentFactory(consultation=self.consultation)
        self.fill()

        comments = self.submit()

        assert [(c.number, c.text, c.clause_id) for c in comments] == [
            (2, "pierwsze", FIRST),
            (3, "drugie", SECOND),
            (4, "o całości", None),
        ]
        first = comments[0]
        assert (first.kind, first.proposed_wording, first.justification) == (
            "add",
            "brzmienie",
            "bo tak",
        )
        assert first.quoted == "wspieranie sąsiadów"
        assert first.clause_number == "1"
        for comment in comments:
            assert comment.public_author == "Fundacja Dwie Dłonie"
            assert comment.organisation == self.organisation
            assert (comment.state, comment.channel) == (State.REGISTERED, "form")
            assert comment.email == "kontakt@example.org"
            assert not comment.is_late
        self.code.refresh_from_db()
        assert self.code.state == CodeState.SUBMITTED
        assert list(self.code.comments) == comments

    def test_history_of_each_comment_names_the_others(self):
        self.fill()

        comments = self.submit()

        codes = [str(comment) for comment in comments]
        for comment in comments:
            entry = ModelLogEntry.objects.for_instance(comment).get()
            assert entry.action == "organisation_positions.belong"
            assert entry.data == {"comments": codes}
            assert all(code in entry.message for code in codes)

    def test_same_says_the_same_as_the_form_of_everybody(self):
        self.fill()
        comments = self.submit()
        other = OrganisationCodeFactory(consultation=self.consultation)
        PositionItemFactory(code=other, clause_id=SECOND, text="Drugie ")

        (same,) = submit_position(code=other, seen=stamp_of(list(other.items.all())))

        assert same.fingerprint == comments[1].fingerprint
        assert same.fingerprint != comments[0].fingerprint

    def test_one_receipt_comes_for_all_and_answers_find_the_address(self):
        self.fill()
        with self.captureOnCommitCallbacks(execute=True):
            comments = self.submit()
            work_off()
        work_off()

        (letter,) = mail.outbox
        assert letter.to == ["kontakt@example.org"]
        for comment in comments:
            assert comment.code in letter.body
            assert comment.text in letter.body
        assert notify(comments[0], NoticeKind.HIDDEN, message="x") is not None
        assert send_due() == 0  # it is not hidden: the mail is not needed

    def test_comments_are_published_at_once_where_nobody_reads_them_before(self):
        self.consultation.is_moderated = False
        self.consultation.save()
        self.fill()

        comments = self.submit()

        assert {comment.state for comment in comments} == {State.PUBLISHED}
        assert PublicComment.objects.public().count() == 3

    def test_nothing_is_made_twice(self):
        self.fill()
        comments = self.submit()

        assert self.submit(seen="co innego") == comments
        assert PublicComment.objects.count() == 3
        assert self.code.mails.count() == 1

    def test_nothing_is_registered_when_it_is_not_what_was_shown(self):
        self.fill()
        seen = stamp_of(list(self.code.items.all()))
        self.code.items.filter(clause=None).update(text="inaczej")
        self.refused(PositionChangedError, seen)

    def test_another_order_is_not_what_was_shown(self):
        self.fill()
        seen = stamp_of(list(self.code.items.all()))
        self.code.items.filter(clause=None).update(order=0)
        self.code.items.filter(clause=FIRST).update(order=5)
        self.refused(PositionChangedError, seen)

    def test_empty_position_is_refused(self):
        self.refused(EmptyPositionError)

    def test_revoked_code_is_refused(self):
        self.fill()
        revoke_code(code=self.code)
        self.refused(CodeRevokedError)

    def test_position_is_kept_when_it_comes_too_late_or_too_early(self):
        self.fill()
        for opens, closes in ((-9, -1), (+1, +9)):
            self.consultation.opens_on = today(opens)
            self.consultation.closes_on = today(closes)
            self.consultation.save()
            self.refused(NotOpenError)
        assert self.code.items.count() == 3

    def test_organisation_is_the_kept_one_when_entries_were_merged(self):
        self.fill()
        kept = OrganisationCodeFactory(consultation=self.consultation).organisation
        type(self.code).objects.filter(pk=self.code.pk).update(organisation=kept)

        comments = self.submit()

        assert {comment.organisation for comment in comments} == {kept}

    def refused(self, error, seen=None):
        with pytest.raises(error):
            self.submit(seen)
        assert not PublicComment.objects.exists()
        self.code.refresh_from_db()
        assert self.code.submitted_at is None
        assert not self.code.mails.exists()
