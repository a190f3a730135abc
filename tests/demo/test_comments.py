"""The consultations of the demo: one answered whole, one open on the day of loading."""

from datetime import date

from django.test import TestCase
from django.utils import timezone

from demo.content.answers import MARK as ANSWER_MARK
from demo.content.comments import MARK
from demo.content.programme import uid
from pages.comments.models import (
    AnswerState,
    Consultation,
    OfficialAnswer,
    Phase,
    PublicComment,
    Ruling,
)
from pages.comments.office.answering import missing_in
from pages.comments.states import STUBS, State
from pages.drafting.gate import changes_of, without_reason
from pages.programmes.models import ProgrammeDraftPage

from .snapshot import load_demo, put_demo


class TestConsultations(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()
        cls.open, cls.closed = Consultation.objects.order_by("-opens_on")

    def test_one_is_open_on_the_day_of_loading_and_one_is_over(self):
        today = timezone.localdate()

        assert self.open.phase == Phase.OPEN
        assert self.open.opens_on < today < self.open.closes_on
        assert self.closed.phase == Phase.CLOSED
        assert self.closed.closes_on == date(2013, 8, 30)

    def test_both_versions_are_closed_to_changes_and_marked_as_example(self):
        for consultation in (self.open, self.closed):
            consultation.full_clean()
            assert consultation.draft.frozen_version
            assert "przykładowe" in consultation.notice

    def test_closed_one_has_twelve_varied_comments(self):
        comments = self.closed.comments.order_by("number")

        assert [comment.number for comment in comments] == list(range(1, 13))
        assert {comment.kind for comment in comments} == {
            *("change", "add", "delete", "question", "support")
        }
        assert {comment.channel for comment in comments} == {
            *("form", "email", "paper", "spoken")
        }
        assert any(comment.is_late for comment in comments)
        assert any(comment.duplicate_of for comment in comments)
        assert any(comment.clause_id is None for comment in comments)

    def test_every_comment_is_answered_but_the_hidden_and_the_withdrawn(self):
        for comment in self.closed.comments.all():
            answers = OfficialAnswer.objects.filter(
                covered__comment=comment, state=AnswerState.PUBLISHED
            )
            is_stub = comment.state in STUBS
            assert comment.state in (State.ANSWERED, *STUBS)
            assert answers.count() == (0 if is_stub else 1), comment

    def test_answers_have_every_ruling_and_lack_nothing(self):
        answers = OfficialAnswer.objects.filter(state=AnswerState.PUBLISHED)

        assert {answer.ruling for answer in answers} == set(Ruling.values)
        for answer in answers:
            assert missing_in(answer) == [], answer
            assert answer.unit

    def test_one_answer_is_corrected_and_one_covers_two_comments(self):
        revised = OfficialAnswer.objects.get(state=AnswerState.REVISED)

        assert revised.following.correction
        assert any(
            answer.covered.count() == 2 for answer in OfficialAnswer.objects.all()
        )

    def test_all_of_it_says_that_it_is_an_example(self):
        assert all(
            comment.text.endswith(MARK) for comment in PublicComment.objects.all()
        )
        for answer in OfficialAnswer.objects.all():
            assert answer.reasons.endswith(ANSWER_MARK)

    def test_nobody_real_is_said_to_have_spoken(self):
        for comment in PublicComment.objects.all():
            assert comment.organisation is None
            assert comment.email == ""

    def test_accepted_comments_made_the_next_version(self):
        second, third = self.closed.draft, self.open.draft
        before = {node.uid: node.text for node in second.clauses}
        changed = {
            node.uid: node.text
            for node in third.clauses
            if node.text != before[node.uid]
        }

        assert changed == {
            uid("seniors"): "Aktywizacja osób starszych i ich opiekunów",
            uid("health"): "prowadzenie działań z zakresu promocji i ochrony zdrowia "
            "mieszkańców w tym zdrowia psychicznego",
            uid("civic-education"): "wspieranie edukacji obywatelskiej dzieci, "
            "młodzieży i dorosłych",
        }
        assert without_reason(changes_of(third)) == []
        assert second.status == "superseded"
        for answer in OfficialAnswer.objects.filter(ruling=Ruling.ACCEPTED):
            for row in answer.amendments.all():
                assert row.amendment.applied_in_id == third.pk

    def test_open_one_waits_for_staff_in_three_states(self):
        states = self.open.comments.values_list("state", flat=True)

        assert set(states) == {State.REGISTERED, State.PUBLISHED, State.ASSIGNED}

    def test_loading_again_adds_nothing(self):
        load_demo()

        assert Consultation.objects.count() == 2
        assert PublicComment.objects.count() == 15
        assert ProgrammeDraftPage.objects.filter(number=3).count() == 4
