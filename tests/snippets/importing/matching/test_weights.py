from snippets.importing.matching.weights import Weights


def test_common_words_tell_little_even_in_an_empty_register():
    weights = Weights()

    assert weights.weigh("dzieciom") < 0.5 > weights.weigh("pomocy")
    assert weights.weigh("grodzienszczyzny") == 1


def test_word_tells_the_less_the_more_names_have_it():
    weights = Weights()
    before = weights.weigh("kajak")
    for _ in range(50):
        weights.add({"kajak", "inne"})

    assert weights.weigh("kajakowy") == weights.weigh("kajak") < before


def test_word_that_every_name_has_still_tells_something():
    weights = Weights()
    for _ in range(5000):
        weights.add({"klub"})

    assert 0 < weights.weigh("klub") < 0.1
