"""The file an author gets: whole, readable by programs, and only what is theirs."""

import json

import pytest

from pages.comments.models import PublicComment
from pages.comments.privacy.exporting import as_json, read_data
from pages.comments.sending.correcting import correct_comment
from pages.comments.sending.intake import change_entered
from tests.factories.comments import (
    AnswerFactory,
    PublicCommentFactory,
)
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.privacy.author import CONTACT
from tests.pages.programmes.closed import FIRST, staff

pytestmark = pytest.mark.django_db
# Fields that are told by no row of their own, each for its reason.
UNTOLD = {
    "id": "the site's own key",
    "year": "in the code",
    "number": "in the code",
    "state_before": "in the history",
    "clause_kind": "in the citation of the clause",
    "clause_number": "in the citation of the clause",
    "entered_by": "a member of staff",
    "unit": "told with the answer",
    "submission": "a digest, told in words",
    "fingerprint": "a digest, told in words",
    "words": "the texts once more, without marks",
    "contacts_erased_at": "told as erased_at",
}


def export(comment):
    """Return what the file says of one comment."""
    data = read_data(PublicComment.objects.filter(pk=comment.pk))
    (kept,) = json.loads(as_json(data))["comments"]
    return kept


def test_every_field_is_told_or_left_out_for_a_reason(consultation):
    first = PublicCommentFactory(consultation=consultation, about=FIRST)
    comment = PublicCommentFactory(
        consultation=consultation,
        about=FIRST,
        of_organisation=True,
        organisation_name="Koło",
        hidden=True,
        duplicate_of=first,
        scan="comments/2014/0a.pdf",
        published_at=first.received_at,
        citation="par. 3",
        proposed_wording="i seniorów",
        justification="Bo są.",
        **CONTACT,
    )

    kept = export(comment)

    fields = {field.name for field in PublicComment._meta.concrete_fields}
    told = {*kept["comment"], *kept["contact"]}
    assert fields - told - set(UNTOLD) <= {"area"}
    assert not (set(UNTOLD) & told)


def test_moments_are_told_in_a_form_that_programs_read(consultation):
    comment = PublicCommentFactory(consultation=consultation)

    received = export(comment)["comment"]["received_at"]

    assert received.startswith(comment.received_at.strftime("%Y-%m-%dT"))


def test_earlier_words_are_told_with_the_moment_they_were_changed(consultation):
    comment = PublicCommentFactory(consultation=consultation, text="Dawne słowa.")
    correct_comment(comment=comment, values={"text": "Nowe słowa."})

    (step,) = export(comment)["history"]

    assert (step["before_text"], bool(step["at"])) == ("Dawne słowa.", True)


def test_what_staff_corrected_is_told_without_who_did(consultation):
    clerk = staff("urzedniczka", "Redakcja")
    comment = PublicCommentFactory(
        consultation=consultation, channel="paper", entered_by=clerk, text="Literowka"
    )
    comment.text = "Literówka"
    change_entered(comment=comment, user=clerk)

    kept = export(comment)

    assert kept["history"][0]["before_text"] == "Literowka"
    assert "urzedniczka" not in str(kept)


def test_answers_are_told_once_they_are_published(consultation):
    comment = PublicCommentFactory(consultation=consultation, answered=True)
    unit = CityUnitFactory(name="Biuro Kultury")
    AnswerFactory(comments=[comment], published=True, unit=unit)
    AnswerFactory(comments=[comment], approved=True, reasons="Szkic.")

    (answer,) = export(comment)["answers"]

    assert answer["unit"] == "Biuro Kultury"
    assert answer["reasons"] != "Szkic."


def test_comment_without_contact_data_says_nothing_of_them(consultation):
    kept = export(PublicCommentFactory(consultation=consultation))

    assert kept["contact"] == {}
    assert "history" not in kept
