import pytest

from search.cases.analysing import meets, score_analyser
from search.cases.reading import Case


@pytest.mark.parametrize(
    ("query", "text", "is_met"),
    [
        ("rada seniorów", "Radzie seniorów przewodzi położna.", True),
        ("rada seniorow", "Wybory do Rady Seniorów", True),
        ("rada na seniorów", "Rada i seniorzy", True),
        ("rada seniorów", "Rada miasta", False),
        ('"', "Rada miasta", False),
        ("", "", False),
    ],
)
def test_text_is_met_by_all_words_in_any_form(query, text, is_met):
    assert meets(query, text, "pl") is is_met


def test_rows_without_a_text_count_for_the_other_only():
    cases = [
        Case(2, "pl", "rada", "Rady miasta.", ""),
        Case(3, "pl", "rada", "Radar.", "Radna rady."),
        Case(4, "pl", "rada", "", "Radio."),
    ]
    wanted, unwanted = score_analyser(cases)
    assert (wanted.value, wanted.number) == (0.5, 2)
    assert (unwanted.value, unwanted.number) == (0.5, 2)
    assert [one.line for one in (*wanted.failed, *unwanted.failed)] == [3, 3]
