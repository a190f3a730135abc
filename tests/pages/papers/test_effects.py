"""What came of an answer, in words."""

import pytest
from django.utils import translation

from pages.comments.models import AnswerAmendment
from pages.papers.effects import read_effects
from tests.factories.comments import AnswerFactory
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.pages.comments.versions import FIRST, SECOND

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer():
    return AnswerFactory(published=True)


@pytest.fixture
def amend(here, answer):
    """Let the answer lead to an amendment."""

    def amend_it(*uids, **values):
        amendment = AmendmentFactory(programme=here.city.programme, **values)
        order = answer.amendments.count()
        AnswerAmendment.objects.create(
            answer=answer, amendment=amendment, sort_order=order
        )
        for uid in uids:
            ChangeReasonFactory(
                draft=amendment.applied_in,
                clause_id=uid,
                kind="amendment",
                amendment=amendment,
            )
        return amendment

    return amend_it


@pytest.fixture
def effect(answer):
    """Return what came of the answer, in English."""

    def read(**values):
        with translation.override("en"):
            return read_effects([answer.pk], **values).get(answer.pk)

    return read


def test_where_an_amendment_was_made(here, amend, effect):
    after = here.next(FIRST, SECOND, published=True)
    amend(SECOND, FIRST, status="applied", applied_in=after)
    assert effect() == "P1/2014: made in the text (Wersja 4, para. 1, para. 2)"


def test_what_became_of_it_later(here, amend, effect):
    after = here.next(FIRST, published=True)
    amend(FIRST, status="kept", applied_in=after)
    assert effect() == (
        "P1/2014: made in the text (Wersja 4, para. 1), kept in the adopted text"
    )


def test_how_far_an_amendment_is_that_is_in_no_version(amend, effect):
    amend(status="agreed")
    amend(status="proposed")
    assert effect() == "P1/2014: agreed\nP2/2014: proposed"


def test_a_version_that_is_not_public_is_named_to_insiders_only(here, amend, effect):
    after = here.next(FIRST, live=False)
    amend(FIRST, status="applied", applied_in=after)
    assert effect() == "P1/2014: applied"
    assert effect(with_drafts=True) == ("P1/2014: made in the text (Wersja 4, para. 1)")


def test_nothing_came_of_an_answer_that_names_no_amendment(answer, effect):
    assert effect() is None
