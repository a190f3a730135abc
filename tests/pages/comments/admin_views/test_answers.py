"""Official answers in the admin: drafted, approved by another person, published."""

import pytest
from django.core import mail

from pages.comments.mail.mailing import send_due
from pages.comments.models import AnswerState, OfficialAnswer
from pages.comments.office.answering import draft_answer
from pages.comments.states import State
from tests.factories.comments import (
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.pages.comments.staff import ANSWER, Office, address, step

from .writing import page_of, states, steps, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def consultation():
    return ConsultationFactory()


@pytest.fixture
def answer(office, consultation):
    """A draft of a unit that covers two comments."""
    comments = PublicCommentFactory.create_batch(
        2, consultation=consultation, published=True, email="autor@example.org"
    )
    return draft_answer(comments=comments, user=office.unit)


def test_unit_writes_publisher_approves_and_publishes_and_authors_are_told(
    office, answer
):
    unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")

    response = write(unit, answer)
    assert response.url == address(ANSWER, "inspect", answer.pk)
    assert steps(unit, answer) == []
    assert steps(publisher, answer) == ["approve_publish", "approve", "return"]
    step(publisher, ANSWER, "approve", answer)
    assert states(answer) == {State.APPROVED}
    step(publisher, ANSWER, "publish", answer)

    answer.refresh_from_db()
    assert answer.state == AnswerState.PUBLISHED
    assert (answer.drafted_by, answer.approved_by) == (office.unit, office.publisher)
    assert states(answer) == {State.ANSWERED}
    send_due()
    assert len(mail.outbox) == 2


def test_approved_and_published_in_one_step(office, answer):
    write(office.browser("Jednostki"), answer)

    step(office.browser("Wydawca"), ANSWER, "approve_publish", answer)

    answer.refresh_from_db()
    assert answer.state == AnswerState.PUBLISHED


def test_nobody_approves_what_they_wrote(office, answer):
    publisher = office.browser("Wydawca")
    write(publisher, answer)

    page = page_of(publisher, answer)
    assert page.context["is_own"]
    assert steps(publisher, answer) == []
    for name in ("approve", "approve_publish"):
        assert publisher.get(address(ANSWER, name, answer.pk)).context["refusal"]
        (message,) = step(publisher, ANSWER, name, answer)
        answer.refresh_from_db()
        assert answer.state == AnswerState.DRAFT
        assert message


def test_unchanged_save_by_another_does_not_open_the_way(office, answer):
    publisher, reasons = office.browser("Wydawca"), "Nie w tym roku.\r\n\r\nJan"
    write(publisher, answer, reasons=reasons)

    write(office.browser("Jednostki"), answer, reasons=reasons)

    answer.refresh_from_db()
    assert answer.drafted_by == office.publisher
    assert steps(publisher, answer) == []


def test_unchanged_save_leaves_an_approved_answer_approved(office, answer):
    write(office.browser("Jednostki"), answer)
    step(office.browser("Wydawca"), ANSWER, "approve", answer)

    write(office.browser("Redakcja"), answer)

    answer.refresh_from_db()
    assert answer.state == AnswerState.APPROVED


def test_answer_that_changed_after_it_was_shown_is_not_approved(office, answer):
    unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")
    write(unit, answer)
    shown = page_of(publisher, answer).context["shown"]
    assert f'value="{shown}"' in page_of(publisher, answer).content.decode()
    write(unit, answer, reasons="Inaczej.")

    for name in ("approve", "approve_publish"):
        for stale in (shown, ""):
            (_message,) = step(publisher, ANSWER, name, answer, shown=stale)
            answer.refresh_from_db()
            assert answer.state == AnswerState.DRAFT


@pytest.mark.parametrize("group", ["Redakcja", "Jednostki", "Tłumacze"])
def test_who_has_no_right_approves_and_publishes_nothing(office, answer, group):
    write(office.browser("Wydawca"), answer)
    client = office.browser(group)
    for name in ("approve", "approve_publish", "publish"):
        client.post(address(ANSWER, name, answer.pk))
    answer.refresh_from_db()
    assert answer.state == AnswerState.DRAFT


def test_what_lacks_is_listed_and_the_answer_stays(office, answer):
    unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")
    write(unit, answer, ruling="", reasons="")

    missing = page_of(publisher, answer).context["missing"]
    messages = step(publisher, ANSWER, "approve", answer)

    assert len(missing) == len(messages) == 2
    answer.refresh_from_db()
    assert answer.state == AnswerState.DRAFT


def test_returned_answer_waits_for_its_writer_with_a_note(office, answer):
    unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")
    write(unit, answer)
    step(publisher, ANSWER, "approve", answer)
    url = address(ANSWER, "return", answer.pk)
    assert "note" in publisher.post(url, {"note": ""}).context["form"].errors

    step(publisher, ANSWER, "return", answer, note="Podaj podstawę.")

    answer.refresh_from_db()
    assert (answer.state, answer.approved_by) == (AnswerState.DRAFT, None)
    assert answer.drafted_by == office.unit
    assert states(answer) == {State.DRAFTED}
    assert "Podaj podstawę." in page_of(unit, answer).content.decode()


def test_who_returned_an_answer_may_approve_it_and_its_writer_may_not(office, answer):
    """Returning is not writing: two pairs of eyes see the answer either way."""
    publisher = office.browser("Wydawca")
    write(publisher, answer)
    step(office.browser("Redakcja"), ANSWER, "return", answer, note="Krócej.")

    step(publisher, ANSWER, "approve", answer)

    answer.refresh_from_db()
    assert answer.state == AnswerState.DRAFT


def test_change_of_an_approved_answer_must_be_approved_anew(office, answer):
    unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")
    write(unit, answer)
    step(publisher, ANSWER, "approve", answer)

    write(unit, answer, reasons="Inaczej.")

    answer.refresh_from_db()
    assert (answer.state, answer.approved_by) == (AnswerState.DRAFT, None)
    assert states(answer) == {State.DRAFTED}


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
