from search.reading.styles import Style, hidden_styles


def test_style_goes_by_the_one_above_unless_it_says_it():
    styles = {
        "above": Style(is_hidden=True),
        "below": Style("above"),
        "shown": Style("above", is_hidden=False),
        "below shown": Style("shown"),
        "alone": Style("unknown"),
    }
    assert hidden_styles(styles) == {"above", "below"}


def test_styles_in_a_circle_hide_nothing():
    assert hidden_styles({"a": Style("b"), "b": Style("a")}) == frozenset()
