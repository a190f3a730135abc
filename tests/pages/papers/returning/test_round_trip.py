"""Tables with awkward words, taken and brought back as they are."""

import pytest

from pages.papers.returning.outcomes import Outcome
from tests.factories.comments import AnswerFactory

AWKWARD = (
    "=1+1",
    "'quoted",
    "_x0041_ and _x000D_",
    "two\n\nlines\tand a tab",
    "\u00a0spaced \u2003 apart\u00a0",
    "zero\u200bwidth\u00adsoft",
    "rodzina 👩‍👩‍👧 🇵🇱 ＝wide",
    "2014",
    "01.02.2014",
    "TRUE",
    "x" * 20_000,
)


@pytest.fixture
def answered(say):
    """Make drafts whose reasons are awkward."""
    for reasons in AWKWARD:
        AnswerFactory(comments=[say("drafted")], ruling="noted", reasons=reasons)


def outcomes(comparison):
    return [(one.outcome, one.after.reasons[:30]) for one in comparison.rows]


def test_awkward_words_come_back_the_same(answered, taken, compared):
    found = outcomes(compared(taken(with_drafts=True)))
    assert [one for one in found if one[0] != Outcome.UNCHANGED] == []


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("word", ["😀", "_x0041_"])
def test_reasons_longer_than_a_cell_stay_whole(say, taken, compared, word, language):
    AnswerFactory(
        comments=[say("drafted")], ruling="noted", reasons=(word * 20_000)[:20_000]
    )
    comparison = compared(taken(language, with_drafts=True))
    assert [outcome for outcome, _words in outcomes(comparison)] == [Outcome.UNCHANGED]


def test_a_ruling_filled_in_beside_them_leaves_them_whole(say, taken, compared):
    comment, reasons = say("drafted"), "😀" * 20_000
    AnswerFactory(comments=[comment], reasons=reasons)
    sheet = taken(with_drafts=True).fill(comment.code, ruling="Noted")
    (change,) = compared(sheet).changes
    assert change.after.reasons == reasons
