import pytest

from search import analysis
from search.languages.belarusian import algorithm_id, index_keys
from tests.search.languages.dictionaries import without

SAME_WORD = [
    ("арганізацыя", "арганізацыі арганізацыямі арганізацый"),
    ("грамадскі", "грамадскіх грамадскага грамадская"),
    ("грамада", "грамадзе грамады"),
    ("горад", "горада гарады горадзе"),
    ("жыхар", "жыхары жыхароў"),
    ("рада", "рады радзе"),
    ("бюджэт", "бюджэце бюджэту"),
    ("школа", "школе школах"),
    ("дапамога", "дапамогі дапамозе"),
    ("бежанец", "бежанцаў бежанцы"),
    ("бібліятэка", "бібліятэцы бібліятэк"),
    ("вёска", "вёсцы вёсак"),
    ("рашэнне", "рашэнняў рашэнні"),
    ("моладзь", "моладдзю моладзі"),
    ("прапанова", "прапаноў прапановы"),
    ("праграма", "праграм праграму"),
    ("чалавек", "людзі людзей"),
    ("дзіця", "дзеці дзяцей"),
    ("сям'я", "сем'яў сям'і"),
    ("беларусь", "беларусі беларуссю"),
]
OTHER_WORDS = [
    ("арганізацыя", "арган"),
    ("горад", "гаротны"),
    ("жыхар", "жывёла"),
    ("рада", "радыё"),
    ("бюджэт", "будынак"),
    ("заява", "заяц"),
    ("кансультацыя", "консул"),
    ("школа", "шкода"),
    ("культура", "культурыст"),
    ("таварыства", "тавар"),
    ("акт", "актыў"),
]
AFFIXES = "SET UTF-8\n\nSFX A Y 1\nSFX A 0 іскімі яблык\n"
WORDS = "2\nяблык/A\nЯнка\n"


def pairs(table):
    return [(word, form) for word, forms in table for form in forms.split()]


@pytest.fixture
def dictionary(tmp_path):
    """A dictionary that knows one strange form of one word."""
    (tmp_path / "be_BY.aff").write_text(AFFIXES)
    path = tmp_path / "be_BY.dic"
    path.write_text(WORDS)
    yield path
    analysis.configure()


@pytest.mark.parametrize(("word", "form"), pairs(SAME_WORD))
def test_forms_of_one_word_share_a_key(word, form):
    assert set(index_keys(word)) & set(index_keys(form))


@pytest.mark.parametrize(("word", "other"), OTHER_WORDS)
def test_other_words_share_no_key(word, other):
    assert not set(index_keys(word)) & set(index_keys(other))


def test_dictionary_knows_forms_that_the_stemmer_does_not(dictionary):
    assert index_keys("яблыкіскімі") != index_keys("яблык")

    analysis.configure(belarusian_dictionary=str(dictionary))

    assert index_keys("яблыкіскімі") == index_keys("яблык")
    assert index_keys("янка") == index_keys("янку")


def test_word_that_the_dictionary_lacks_is_stemmed(dictionary):
    before = index_keys("арганізацыямі")
    analysis.configure(belarusian_dictionary=str(dictionary))

    assert index_keys("арганізацыямі") == before


def test_keys_that_are_kept_are_forgotten_with_a_new_dictionary(dictionary):
    before = analysis.index_keys("яблыкіскімі", "be")
    analysis.configure(belarusian_dictionary=str(dictionary))

    assert analysis.index_keys("яблыкіскімі", "be") != before


def test_id_tells_dictionaries_apart(dictionary):
    without_any = algorithm_id()
    analysis.configure(belarusian_dictionary=str(dictionary))
    first = algorithm_id()
    dictionary.write_text(WORDS.replace("Янка", "Ясь"))
    analysis.configure(belarusian_dictionary=str(dictionary))

    assert len({without_any, first, algorithm_id()}) == 3


@pytest.mark.parametrize("missing", ["be_BY.dic", "be_BY.aff"])
def test_stemmer_works_alone_where_a_file_is_missing(dictionary, missing):
    (dictionary.parent / missing).unlink()
    analysis.configure(belarusian_dictionary=str(dictionary))

    assert "no-hunspell" in algorithm_id()
    assert index_keys("школах") == index_keys("школа")


def test_stemmer_works_alone_where_chunspell_is_missing(dictionary):
    analysis.configure(belarusian_dictionary=str(dictionary))
    with without("hunspell"):
        assert "no-hunspell" in algorithm_id()
        assert index_keys("школах") == index_keys("школа")
