"""Several people and workers at the same moment, each with a connection of its own."""

from collections import Counter

import pytest
from django.core import mail
from wagtail.models import ModelLogEntry

from pages.comments.mail.mailing import deliver_due
from pages.comments.models import (
    CommentRegister,
    LinkPurpose,
    Notice,
    NoticeKind,
    NoticeState,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.moving import MoveRefusedError
from pages.comments.office.answering import draft_answer, publish_answer
from pages.comments.sending.confirming import LinkUsedError, confirm_comment
from pages.comments.sending.correcting import correct_comment, withdraw_comment
from pages.comments.sending.links import make_link
from pages.comments.sending.seals import new_seal, read_seal
from pages.comments.states import State
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.pages.programmes.closed import staff
from tests.threads import at_once

from .cases import submit
from .versions import Consulted

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


@pytest.fixture
def consultation():
    return Consulted().consultation


def numbers():
    found = PublicComment.objects.exclude(number=None).order_by("number")
    return list(found.values_list("number", flat=True))


def test_numbers_have_no_gap_when_many_send_at_once(consultation):
    done = at_once(
        *[lambda n=n: submit(consultation, text=f"Uwaga {n}.") for n in range(PEOPLE)]
    )

    assert sorted(receipt.comment.number for receipt in done) == numbers()
    assert numbers() == list(range(1, PEOPLE + 1))
    assert CommentRegister.objects.get().last_number == PEOPLE


@pytest.mark.parametrize("email", ["", "jan@example.org"])
def test_one_comment_is_made_when_a_form_is_sent_twice_at_once(consultation, email):
    seal = read_seal(new_seal())

    done = at_once(*[lambda: submit(consultation, seal, email=email)] * PEOPLE)

    comment = PublicComment.objects.get()
    assert {receipt.comment for receipt in done} == {comment}
    assert len({receipt.secret for receipt in done}) == 1
    assert Notice.objects.count() == bool(email)
    assert numbers() == ([] if email else [1])
    assert submit(consultation, text="Następna.").comment.number == len(numbers())


def test_comment_gets_one_number_when_two_links_confirm_it_at_once(consultation):
    comment = PublicCommentFactory(consultation=consultation, unconfirmed=True)
    links = [
        make_link(comment=comment, purpose=LinkPurpose.CONFIRM)[0] for _ in range(2)
    ]

    done = at_once(*[lambda link=link: confirm_comment(link=link) for link in links])

    assert sorted(type(one).__name__ for one in done) == ["LinkUsedError", "Receipt"]
    assert any(isinstance(one, LinkUsedError) for one in done)
    assert numbers() == [1]
    assert Notice.objects.filter(kind=NoticeKind.RECEIPT).count() == 1


def test_one_clerk_is_refused_when_two_answer_the_same_comments(consultation):
    comments = PublicCommentFactory.create_batch(
        3, consultation=consultation, published=True
    )
    one, other = staff("jeden"), staff("drugi")

    done = at_once(
        lambda: draft_answer(comments=comments, user=one),
        lambda: draft_answer(comments=comments[::-1], user=other),
    )

    assert Counter(type(one) for one in done) == {
        OfficialAnswer: 1,
        MoveRefusedError: 1,
    }
    answer = OfficialAnswer.objects.get()
    assert answer.covered.count() == 3


def test_comment_is_answered_or_withdrawn_and_never_both(consultation):
    comment = PublicCommentFactory(consultation=consultation, state=State.APPROVED)
    answer = AnswerFactory(comments=[comment], approved=True)
    head = staff("wydawca")

    at_once(
        lambda: publish_answer(answer=answer, user=head),
        lambda: withdraw_comment(comment=comment),
    )

    comment.refresh_from_db()
    covers = answer.covered.filter(comment=comment).exists()
    assert (comment.state, covers) in (
        (State.ANSWERED, True),
        (State.WITHDRAWN, False),
    )


def test_all_that_a_comment_ever_said_is_kept_when_it_is_corrected_twice(consultation):
    comment = PublicCommentFactory(consultation=consultation, text="pierwsze")

    at_once(
        *[
            lambda text=text: correct_comment(comment=comment, values={"text": text})
            for text in ("drugie", "trzecie")
        ]
    )

    comment.refresh_from_db()
    entries = ModelLogEntry.objects.filter(action="public_comments.correct")
    before = {entry.data["before"]["text"] for entry in entries}
    assert before | {comment.text} == {"pierwsze", "drugie", "trzecie"}


def test_no_mail_is_sent_twice_when_two_workers_send(consultation):
    for number in range(PEOPLE):
        comment = PublicCommentFactory(
            consultation=consultation, email=f"autor{number}@example.org"
        )
        Notice.objects.create(comment=comment, kind=NoticeKind.RECEIPT)

    at_once(*[lambda: list(deliver_due())] * 3)

    assert Counter(message.to[0] for message in mail.outbox) == {
        f"autor{number}@example.org": 1 for number in range(PEOPLE)
    }
    assert set(Notice.objects.values_list("state", "attempts")) == {
        (NoticeState.SENT, 1)
    }
