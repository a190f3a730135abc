import pytest

from search.cases.scoring import (
    BARS,
    Bar,
    Outcome,
    mean,
    ratio,
    recall,
    reciprocal_rank,
)


def outcomes(*values):
    return [Outcome(value, line, "q") for line, value in enumerate(values, start=2)]


def test_mean_names_what_failed():
    score = mean("label", "recall", outcomes(1, 0.5, 0))
    assert (score.value, score.number) == (0.5, 3)
    assert [one.line for one in score.failed] == [3, 4]


def test_what_shall_not_be_found_failed_when_it_is():
    score = mean("label", "must_not", outcomes(False, True), good=0)
    assert score.value == 0.5
    assert [one.line for one in score.failed] == [3]


def test_nothing_to_measure_has_no_value():
    assert mean("label", "mrr", []).value is None
    assert ratio("label", "typos", []).value is None
    assert (
        ratio("label", "typos", [(Outcome(0, 2, "q"), Outcome(0, 2, "q"))]).value
        is None
    )


def test_ratio_is_of_what_was_found_without_the_slip():
    pairs = list(zip(outcomes(1, 0, 0.5), outcomes(1, 1, 0.5), strict=True))
    score = ratio("label", "typos", pairs)
    assert score.value == pytest.approx(0.6)
    assert [one.line for one in score.failed] == [3]


def test_ranks_and_recall():
    assert recall(["a", "b"], {"b", "c"}) == 0.5
    assert reciprocal_rank(["a", "b"], {"b", "c"}) == 0.5
    assert reciprocal_rank(["a"], {"b"}) == 0
    assert reciprocal_rank([], {"b"}) == 0


def test_bars_hold_on_their_side():
    assert Bar(0.9).holds(0.9)
    assert not Bar(0.9).holds(0.8999)
    assert Bar(0.01, is_most=True).holds(0.01)
    assert not Bar(0.01, is_most=True).holds(0.02)
    assert [name for name, bar in BARS.items() if bar.is_most] == ["must_not"]
