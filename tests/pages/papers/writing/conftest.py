"""A comment that has all that a paper can tell of it."""

import pytest
from django.utils import translation

from tests.factories.comments import AnswerFactory
from tests.factories.snippets import OrganisationFactory


@pytest.fixture
def full_comment(say):
    """An answered comment of an organisation with every field filled in."""
    comment = say(
        "answered",
        on_behalf="organisation",
        organisation=OrganisationFactory(name="Łąka"),
        channel="paper",
        is_late=True,
        text="Tekst uwagi.",
        proposed_wording="Nowe brzmienie.",
        justification="Tak trzeba.",
    )
    AnswerFactory(comments=[comment], published=True, reasons="Zadanie powiatu.")
    return comment


@pytest.fixture
def english_label(full_comment):
    """What that comment is about, in English."""
    with translation.override("en"):
        return full_comment.label
