"""Official answers in the admin: drafted, approved by another person, published."""

import pytest
from django.core import mail

from pages.comments.mail.mailing import send_due
from pages.comments.models import AnswerState
from pages.comments.states import State
from tests.pages.comments.staff import ANSWER, address, step

from .writing import page_of, states, steps, write

pytestmark = pytest.mark.django_db


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
