import pytest

from snippets.formulas import disarm


@pytest.mark.parametrize(
    "text", ["=1+1", "+48 85", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"]
)
def test_formula_is_made_text(text):
    assert disarm(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Fundacja", "a=1", "'90 minut'", "'=1", "2+2"])
def test_other_texts_stay(text):
    assert disarm(text) == text
