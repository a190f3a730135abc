"""The mail that authors get: whole, in their language, and no more than text."""

import re

import pytest
from django.utils import translation

from pages.comments.mail.letters import write_letter
from pages.comments.models import CommentLink, Notice, NoticeKind
from tests.factories.comments import (
    AnswerFactory,
    PublicCommentFactory,
)
from tests.pages.programmes.closed import FIRST

pytestmark = pytest.mark.django_db
NASTY = "<b>Dopisać</b> „seniorów” & 'dzieci'"
LINK = re.compile(
    r"http://localhost(/pl/comment/\w+/[0-9a-f-]{36}/[\w-]{43}/(?:all/)?)"
)


def letter(comment, kind, **values):
    notice = Notice.objects.create(comment=comment, kind=kind, **values)
    return write_letter(notice)


def comment_on(consultation, **values):
    return PublicCommentFactory(
        consultation=consultation,
        about=FIRST,
        text=NASTY,
        justification="Bo tak.",
        email="jan@example.org",
        name="Jan Próbny",
        **values,
    )


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_letter_is_plain_text_with_one_private_link_that_works(
    consultation, client, kind
):
    trait = {NoticeKind.CONFIRM: "unconfirmed", NoticeKind.HIDDEN: "hidden"}
    comment = comment_on(consultation, **{trait[kind]: True} if kind in trait else {})
    answer = AnswerFactory(comments=[comment], published=True)

    written = letter(comment, kind, answer=answer, message="Do autora.")

    assert "\n" not in written.subject
    assert "&" not in written.body.replace("„seniorów” & ", "")
    assert "\n\n\n" not in written.body
    assert "{" not in written.body
    (address,) = LINK.findall(written.body)
    assert client.get(address).status_code == 200
    assert CommentLink.objects.filter(used_at=None).count() == 1
    assert "jan@example.org" not in written.body
    assert "Jan Próbny" not in written.body


def test_letter_to_confirm_holds_a_copy_and_how_long_the_link_works(consultation):
    comment = comment_on(consultation, unconfirmed=True)

    written = letter(comment, NoticeKind.CONFIRM)

    assert "/comment/confirm/" in written.body
    assert "przez 24 godziny" in written.body
    assert NASTY in written.body
    assert "wspieranie sąsiadów" in written.body


def test_receipt_holds_number_copy_and_deadline(consultation):
    comment = comment_on(consultation)

    written = letter(comment, NoticeKind.RECEIPT)

    assert comment.code in written.subject
    assert comment.code in written.body
    for words in (NASTY, "Bo tak.", "wspieranie sąsiadów", "/comment/follow/"):
        assert words in written.body
    assert str(consultation.closes_on.year) in written.body


def test_letter_to_complete_holds_what_the_office_asks(consultation):
    comment = comment_on(consultation)

    written = letter(comment, NoticeKind.ASKED_BACK, message="O którą <salę> chodzi?")

    assert "O którą <salę> chodzi?" in written.body


def test_letter_of_hiding_says_why(consultation):
    comment = comment_on(consultation, hidden=True)

    written = letter(comment, NoticeKind.HIDDEN)

    assert "kogoś obraża" in written.body
    assert "wyzwiska" in written.body
    assert consultation.contact_email in written.body


def test_letter_of_the_answer_holds_ruling_reasons_and_public_address(consultation):
    comment = comment_on(consultation, answered=True)
    answer = AnswerFactory(
        comments=[comment], published=True, reasons="Zadanie <powiatu>."
    )

    written = letter(comment, NoticeKind.ANSWERED, answer=answer)

    for words in (
        "nieuwzględniona",
        "Zadanie <powiatu>.",
        f"http://localhost{comment.url}",
    ):
        assert words in written.body


def test_links_of_a_letter_are_in_its_language(consultation):
    comment = comment_on(consultation)

    with translation.override("uk"):
        written = letter(comment, NoticeKind.RECEIPT)

    assert "http://localhost/uk/comment/follow/" in written.body
