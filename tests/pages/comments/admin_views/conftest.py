"""The office, a clerk of it, and a consultation whose comments they work on."""

import pytest

from pages.comments.office.answering import draft_answer
from tests.factories.comments import PublicCommentFactory
from tests.pages.comments.staff import Office


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def clerk(office):
    return office.browser("Redakcja")


@pytest.fixture
def answer(office, consultation):
    """A draft of a unit that covers two comments."""
    comments = PublicCommentFactory.create_batch(
        2, consultation=consultation, published=True, email="autor@example.org"
    )
    return draft_answer(comments=comments, user=office.unit)
