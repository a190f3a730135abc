"""Official answers that change: what they cover, and what a new version corrects."""

import pytest

from pages.comments.models import AnswerState, OfficialAnswer
from pages.comments.states import State
from tests.factories.comments import PublicCommentFactory
from tests.pages.comments.staff import ANSWER, address, step

from .writing import page_of, states, steps, write

pytestmark = pytest.mark.django_db


class TestCovering:
    def test_comment_added_in_the_form_is_answered_too(
        self, office, answer, consultation
    ):
        more = PublicCommentFactory(consultation=consultation, published=True)
        kept = [row.comment_id for row in answer.covered.all()]

        write(office.browser("Jednostki"), answer, comments=[*kept, more.pk])

        assert answer.covered.count() == 3
        assert states(answer) == {State.DRAFTED}

    def test_comment_left_out_waits_again(self, office, answer):
        first, second = (row.comment for row in answer.covered.all())

        write(office.browser("Jednostki"), answer, comments=[first.pk])

        second.refresh_from_db()
        assert second.state == State.ASSIGNED
        assert [row.comment for row in answer.covered.all()] == [first]

    @pytest.mark.parametrize(
        "state",
        [
            State.REGISTERED,
            State.HIDDEN,
            State.WITHDRAWN,
            State.ANSWERED,
            State.DRAFTED,
        ],
    )
    def test_comment_that_is_not_to_be_answered_now_is_refused(
        self, office, answer, consultation, state
    ):
        wrong = PublicCommentFactory(consultation=consultation, state=state)
        kept = [row.comment_id for row in answer.covered.all()]

        response = write(
            office.browser("Jednostki"), answer, comments=[*kept, wrong.pk]
        )

        assert str(wrong) in response.context["form"].non_field_errors()[0]
        assert answer.covered.count() == 2

    def test_comment_is_not_covered_twice(self, office, answer, consultation):
        more = PublicCommentFactory(consultation=consultation, published=True)
        kept = [row.comment_id for row in answer.covered.all()]

        response = write(
            office.browser("Jednostki"), answer, comments=[*kept, more.pk, more.pk]
        )

        assert response.status_code == 200
        assert answer.covered.count() == 2


class TestRevising:
    @pytest.fixture
    def published(self, office, answer):
        write(office.browser("Jednostki"), answer)
        step(office.browser("Wydawca"), ANSWER, "approve_publish", answer)
        answer.refresh_from_db()
        return answer

    def revise(self, office, published):
        response = office.browser("Jednostki").post(
            address(ANSWER, "revise", published.pk)
        )
        new = OfficialAnswer.objects.get(previous=published)
        assert response.url == address(ANSWER, "edit", new.pk)
        return new

    def test_published_answer_is_not_edited(self, office, published):
        client = office.browser("Jednostki")

        response = write(client, published, reasons="Po cichu.")

        assert response.url == address(ANSWER, "inspect", published.pk)
        published.refresh_from_db()
        assert published.reasons == "Nie w tym roku."
        assert steps(client, published) == ["revise"]

    def test_new_version_says_what_was_corrected_and_keeps_the_old_one(
        self, office, published
    ):
        new = self.revise(office, published)
        unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")
        write(unit, new, reasons="Jednak tak.", correction="")
        assert len(page_of(unit, new).context["missing"]) == 1

        write(unit, new, reasons="Jednak tak.", correction="Poprawiono podstawę.")
        step(publisher, ANSWER, "approve_publish", new)

        published.refresh_from_db()
        new.refresh_from_db()
        assert published.state == AnswerState.REVISED
        assert (new.state, new.correction) == (
            AnswerState.PUBLISHED,
            "Poprawiono podstawę.",
        )
        assert states(new) == {State.ANSWERED}
        for one, other in ((published, new), (new, published)):
            link = address(ANSWER, "inspect", other.pk)
            assert link in page_of(unit, one).content.decode()

    def test_new_version_leaves_out_nobody(self, office, published):
        new = self.revise(office, published)
        first = new.covered.first().comment_id

        response = write(
            office.browser("Jednostki"), new, comments=[first], correction="x"
        )

        assert response.context["form"].non_field_errors()
        assert new.covered.count() == 2

    def test_there_is_one_new_version_at_a_time(self, office, published):
        self.revise(office, published)

        (message,) = step(office.browser("Redakcja"), ANSWER, "revise", published)

        assert OfficialAnswer.objects.count() == 2
        assert message
