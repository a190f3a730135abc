from pathlib import Path

import pytest

from search.cases.measuring import measure
from search.cases.reading import read_cases

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).parent
HEADING = "query\tmust_match_text\tmust_not_match_text\n"


def nothing(line):
    """Hear what is done, and do nothing with it."""


def measured(rows):
    cases = read_cases((HEADING + rows).encode(), "pl", ["pl"])
    report = measure(cases, 1, nothing)
    scores = report.measured[0].scores
    return {score.label: score for score in scores}


def read(name):
    languages = ["pl", "en", "uk", "be"]
    return read_cases((FOLDER / name).read_bytes(), "pl", languages)


def test_own_cases_reach_the_bars_of_polish():
    (polish,) = measure(read("pl.tsv"), 1, nothing).measured
    values = {score.label: score.value for score in polish.scores if score.bar}
    assert values.pop("analyser: texts that must not") == 0
    assert values.pop("found: texts that must not") == 0
    assert values.pop("one slip: share of the recall") >= 0.9
    assert set(values.values()) == {1.0}
    assert len(values) == 7
    assert 0 < polish.median_ms <= polish.most_ms


def test_own_cases_of_other_languages_are_found():
    report = measure(read("locales.tsv"), 1, nothing)
    assert [one.language for one in report.measured] == ["en", "uk", "be"]
    for one in report.measured:
        values = {score.label: score.value for score in one.scores}
        assert values["found: texts that must match"] == 1
        assert values["found: texts that must not"] == 0
        assert values["recall among the first 10"] == 1


def test_what_is_not_found_as_it_should_be_counts_against_the_search():
    scores = measured(
        "rada\tRadiostacja.\tRada miasta.\nseniorzy\tKlub seniora.\tTerminy.\n"
    )
    assert scores["found: texts that must match"].value == 0.5
    assert scores["found: texts that must not"].value == 0.5
    assert scores["recall among the first 10"].value == 0.5
    assert scores["mean reciprocal rank"].value == 0.5
    assert [one.line for one in scores["found: texts that must match"].failed] == [2]


def test_rank_passes_over_what_fits_and_is_listed_elsewhere_only():
    scores = measured(
        "świetlica\tW świetlicy obok ratusza czeka na dzieci opiekun.\tRadio.\n"
        "świetlica dla dzieci\tŚwietlica dla dzieci.\tTerminy.\n"
    )
    assert scores["mean reciprocal rank"].value == 1
    assert scores["the same among all that fits"].value < 1
    wrong = measured(
        "świetlica\tW świetlicy obok ratusza czeka na dzieci opiekun.\tŚwietlica.\n"
    )
    assert wrong["mean reciprocal rank"].value == 0.5


def test_figures_without_a_case_have_no_value():
    scores = measured("dom\t\tKlub.\n")
    assert scores["one slip: share of the recall"].value is None
    assert scores["the same texts without diacritics"].value is None
    assert scores["recall among the first 10"].value is None


def test_digest_is_of_queries_and_what_they_find():
    first = measure(read("pl.tsv"), 1, nothing).digest
    assert measure(list(reversed(read("pl.tsv"))), 2, nothing).digest == first
    assert measure(read("pl.tsv")[1:], 1, nothing).digest != first
