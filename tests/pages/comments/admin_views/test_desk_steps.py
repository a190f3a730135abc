"""Each step that may be taken on the page of a comment, and what it does."""

import pytest

from pages.comments.models import Notice, OfficialAnswer, PublicComment
from pages.comments.states import State
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import ANSWER, COMMENT, address, desk, step

pytestmark = pytest.mark.django_db
# What the desk offers to whom, by the state of a comment that came by the form.
OFFERED = {
    State.UNCONFIRMED: {"register", "hide"},
    State.REGISTERED: {"publish", "ask_back", "group", "withdraw", "hide"},
    State.INCOMPLETE: {"publish", "group", "withdraw", "hide"},
    State.PUBLISHED: {"assign", "draft_answer", "group", "withdraw", "hide"},
    State.ASSIGNED: {"assign", "draft_answer", "group", "withdraw", "hide"},
    State.DRAFTED: {"group", "withdraw", "hide"},
    State.APPROVED: {"group", "withdraw", "hide"},
    State.ANSWERED: {"group", "hide"},
    State.WITHDRAWN: {"group"},
    State.HIDDEN: {"group", "restore"},
}


def offered(client, comment):
    response = client.get(desk(comment))
    assert response.status_code == 200
    return {offer.name for offer, _url in response.context["steps"]}


@pytest.mark.parametrize("state", State)
def test_desk_offers_the_steps_that_lead_on(office, clerk, state):
    comment = PublicCommentFactory(
        state=state, state_before=State.PUBLISHED, email="autor@example.org"
    )

    assert offered(clerk, comment) == OFFERED[state]
    answers = {"draft_answer"} & OFFERED[state]
    assert offered(office.browser("Jednostki"), comment) == answers


@pytest.mark.parametrize("state", State)
def test_step_that_does_not_lead_on_is_explained_and_changes_nothing(clerk, state):
    comment = PublicCommentFactory(state=state, state_before=State.PUBLISHED)
    refused = set().union(*OFFERED.values()) - OFFERED[state] - {"group"}
    for name in sorted(refused):
        url = address(COMMENT, name, comment.pk)
        assert clerk.get(url).context["refusal"]
        clerk.post(url, {"reason": "spam", "note": "x", "message": "x"})
        assert PublicComment.objects.get(pk=comment.pk).state == state, name


def test_published_with_one_click(clerk):
    comment = PublicCommentFactory()

    messages = step(clerk, COMMENT, "publish", comment)

    comment.refresh_from_db()
    assert comment.state == State.PUBLISHED
    assert len(messages) == 1


def test_registered_by_hand_gets_a_number_and_no_mail(clerk):
    comment = PublicCommentFactory(unconfirmed=True)

    step(clerk, COMMENT, "register", comment)

    comment.refresh_from_db()
    assert (comment.state, comment.number) == (State.REGISTERED, 1)
    assert not comment.notices.exists()


def test_hiding_asks_for_a_reason(clerk):
    comment = PublicCommentFactory(published=True)
    url = address(COMMENT, "hide", comment.pk)

    for reason in ("", "nonsense"):
        response = clerk.post(url, {"reason": reason, "note": "x"})
        assert set(response.context["form"].errors) == {"reason"}
    comment.refresh_from_db()
    assert comment.state == State.PUBLISHED

    step(clerk, COMMENT, "hide", comment, reason="personal_data", note="nazwisko")
    comment.refresh_from_db()
    assert (comment.state, comment.hiding_note) == (State.HIDDEN, "nazwisko")


def test_contact_data_are_erased_as_their_owner_asks_by_letter(office):
    comment = PublicCommentFactory(
        published=True, name="Anna Nowak", name_is_public=True, email="anna@example.org"
    )
    publisher = office.browser("Wydawca")
    assert (
        address(COMMENT, "erase_contacts", comment.pk)
        in publisher.get(desk(comment)).content.decode()
    )
    assert step(publisher, COMMENT, "erase_contacts", comment, with_public_name="on")
    comment.refresh_from_db()
    assert (comment.name, comment.email, comment.state) == ("", "", State.PUBLISHED)
    assert (
        address(COMMENT, "erase_contacts", comment.pk)
        not in publisher.get(desk(comment)).content.decode()
    )
    assert step(publisher, COMMENT, "erase_contacts", comment)  # once more: harmless


def test_restored_with_one_click(clerk):
    comment = PublicCommentFactory(hidden=True)

    step(clerk, COMMENT, "restore", comment)

    comment.refresh_from_db()
    assert comment.state == State.PUBLISHED


def test_asking_asks_what_and_is_not_offered_where_nobody_can_be_asked(clerk):
    comment = PublicCommentFactory(email="autor@example.org")
    silent = PublicCommentFactory(consultation=comment.consultation, email="")
    url = address(COMMENT, "ask_back", comment.pk)
    assert set(clerk.post(url, {"message": " "}).context["form"].errors) == {"message"}

    messages = step(clerk, COMMENT, "ask_back", comment, message="Który ustęp?")

    assert len(messages) == 1
    assert Notice.objects.get().comment == comment
    assert "ask_back" not in offered(clerk, silent)
    assert clerk.get(address(COMMENT, "ask_back", silent.pk)).context["refusal"]
    (_message,) = step(clerk, COMMENT, "ask_back", silent, message="Który ustęp?")
    silent.refresh_from_db()
    assert silent.state == State.REGISTERED


def test_assigned_to_a_unit_that_works(clerk):
    comment = PublicCommentFactory(published=True)
    closed = CityUnitFactory(closed=True)
    unit = CityUnitFactory()
    url = address(COMMENT, "assign", comment.pk)
    assert set(clerk.post(url, {"unit": closed.pk}).context["form"].errors) == {"unit"}

    step(clerk, COMMENT, "assign", comment, unit=unit.pk)

    comment.refresh_from_db()
    assert (comment.state, comment.unit) == (State.ASSIGNED, unit)


def test_duplicate_is_marked_by_the_number_of_the_other(clerk):
    consultation = ConsultationFactory()
    head, comment = PublicCommentFactory.create_batch(2, consultation=consultation)
    url = address(COMMENT, "group", comment.pk)
    for number in ("", "99", "U1/1999", "pierwsza"):
        assert "head" in clerk.post(url, {"head": number}).context["form"].errors

    step(clerk, COMMENT, "group", comment, head="1")

    comment.refresh_from_db()
    assert comment.duplicate_of == head
    assert str(head) in clerk.get(desk(comment)).content.decode()
    assert str(comment) in clerk.get(desk(head)).content.decode()
    step(clerk, COMMENT, "ungroup", comment)
    comment.refresh_from_db()
    assert comment.duplicate_of is None


def test_comment_is_not_its_own_duplicate(clerk):
    comment = PublicCommentFactory()

    messages = step(clerk, COMMENT, "group", comment, head=str(comment))

    assert len(messages) == 1
    comment.refresh_from_db()
    assert comment.duplicate_of is None


def test_answer_is_drafted_by_a_unit_and_opened_at_once(office):
    comment = PublicCommentFactory(published=True, unit=CityUnitFactory())
    client = office.browser("Jednostki")

    response = client.post(address(COMMENT, "draft_answer", comment.pk))

    answer = OfficialAnswer.objects.get()
    assert response.url == address(ANSWER, "edit", answer.pk)
    assert (answer.unit, answer.drafted_by) == (comment.unit, office.unit)
