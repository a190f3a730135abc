"""The page of one comment: all about it, and each step that may be taken now."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from pages.comments.models import (
    Notice,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.office.moderating import publish_comment
from pages.comments.sending.correcting import correct_comment
from pages.comments.states import State
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
    place_comment,
)
from tests.factories.pages import ProgrammeDraftPageFactory
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import ANSWER, COMMENT, Office, address, desk, step
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST

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


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def clerk(office):
    return office.browser("Redakcja")


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


def test_desk_marks_what_is_late_and_what_is_held(clerk):
    consultation = ConsultationFactory()
    for marks in ({}, {"is_late": True}, {"is_held": True, "is_late": True}):
        comment = PublicCommentFactory(consultation=consultation, **marks)

        page = clerk.get(address(COMMENT, "inspect", comment.pk)).content

        assert page.count(b"w-status--label") == len(marks)


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


def test_same_words_are_pointed_out_until_they_are_grouped(clerk):
    same = {"consultation": ConsultationFactory(), "fingerprint": "f" * 64}
    head, comment, other = PublicCommentFactory.create_batch(3, **same)
    PublicCommentFactory(**same, unconfirmed=True)
    PublicCommentFactory(consultation=head.consultation)

    response = clerk.get(desk(comment))
    assert f": {head}, {other}." in response.context["same"]
    assert response.context["same"] in response.content.decode()

    for one in (comment, other):
        step(clerk, COMMENT, "group", one, head=str(head))
    for one in (head, comment, other):
        assert clerk.get(desk(one)).context["same"] == ""


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


def test_history_says_who_did_what_why_and_what_the_words_were(clerk, office):
    comment = PublicCommentFactory(text="Pierwsze słowa")
    correct_comment(comment=comment, values={"text": "Drugie słowa"})
    publish_comment(comment=comment, user=office.editor)
    step(clerk, COMMENT, "hide", comment, reason="offence", note="obraża sąsiada")

    response = clerk.get(desk(comment))

    events = response.context["history"]
    assert [event.actor for event in events][:2] == ["redakcja", "redakcja"]
    assert "obraża sąsiada" in events[0].message
    (before,) = (event.before for event in events if event.before)
    assert "Pierwsze słowa" in [row.text for row in before]
    assert "Pierwsze słowa" in response.content.decode()


def test_history_is_whole_where_many_were_moved_at_once(clerk, office):
    """Wagtail's own history shows one entry for all that one request did."""
    comments = PublicCommentFactory.create_batch(
        3, consultation=ConsultationFactory(), published=True
    )
    url = reverse("wagtail_bulk_action", args=["public_comments", *BULK])
    query = "&".join(f"id={comment.pk}" for comment in comments)

    clerk.post(f"{url}?{query}", {"unit": CityUnitFactory().pk})

    for comment in comments:
        (event,) = clerk.get(desk(comment)).context["history"]
        assert event.actor == "redakcja"


BULK = ("publiccomment", "assign")


def test_desk_tells_of_answers_mail_and_the_words_that_would_change(office):
    comment = PublicCommentFactory(
        about=FIRST,
        proposed_wording="wspieranie sąsiadów i seniorów",
        email="autor@example.org",
        state=State.DRAFTED,
    )
    AnswerFactory(comments=[comment])
    Notice.objects.create(comment=comment, kind="receipt", state="sent")

    response = office.browser("Wydawca").get(desk(comment))

    page = response.content.decode()
    assert "<ins>" in page
    assert len(response.context["answers"]) == 1
    assert len(response.context["notices"]) == 1


def test_markup_of_authors_is_shown_as_text(clerk):
    script = "<script>alert(1)</script>"
    comment = PublicCommentFactory(
        text=script,
        justification=script,
        proposed_wording=script,
        citation=script,
        email="autor@example.org",
    )
    step(clerk, COMMENT, "ask_back", comment, message=script)

    page = clerk.get(desk(comment)).content.decode()

    assert script not in page
    assert "&lt;script&gt;" in page


def test_desk_costs_the_same_however_much_there_is(clerk, office):
    comment = PublicCommentFactory(published=True, email="autor@example.org")

    def add(number):
        for _ in range(number):
            AnswerFactory(comments=[comment], unit=CityUnitFactory())
            Notice.objects.create(comment=comment, kind="receipt")
            PublicCommentFactory(
                consultation=comment.consultation, duplicate_of=comment
            )
            step(clerk, COMMENT, "assign", comment, unit=CityUnitFactory().pk)
            place_comment(
                comment=comment,
                draft=ProgrammeDraftPageFactory(
                    parent=comment.consultation.draft.get_parent()
                ),
                kind="orphan",
            )

    add(1)
    few = count_queries(clerk, desk(comment))
    add(5)

    assert count_queries(clerk, desk(comment)) <= few


def test_nothing_private_is_ever_written_into_the_log(clerk):
    comment = PublicCommentFactory(
        published=True, name="Anna Kowalska", email="anna@example.org"
    )
    step(clerk, COMMENT, "hide", comment, reason="spam")
    step(clerk, COMMENT, "restore", comment)

    for entry in registry.get_logs_for_instance(comment):
        noted = f"{entry.label} {entry.data} {entry.message}"
        assert "anna@" not in noted
        assert "Kowalska" not in noted
