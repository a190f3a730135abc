"""The page of one comment: all about it, and nothing that is not its reader's."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from pages.comments.models import Notice
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
from tests.pages.comments.staff import COMMENT, address, desk, step
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST

pytestmark = pytest.mark.django_db


def test_desk_marks_what_is_late_and_what_is_held(clerk):
    consultation = ConsultationFactory()
    for marks in ({}, {"is_late": True}, {"is_held": True, "is_late": True}):
        comment = PublicCommentFactory(consultation=consultation, **marks)

        page = clerk.get(address(COMMENT, "inspect", comment.pk)).content

        assert page.count(b"w-status--label") == len(marks)


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
