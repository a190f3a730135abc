import pytest
from django.db import connection
from modelsearch.backends import get_search_backend
from modelsearch.conf import get_app_config

from search.cases.trial import TrialError, split, trial
from search.models import CatalogueEntry, VocabularyWord
from search.queries.correcting import correct
from search.vocabulary import is_known, learn
from tests.factories.catalogue import CatalogueEntryFactory
from tests.factories.search import SynonymFactory

pytestmark = pytest.mark.django_db

TEXTS = [
    "Rada Seniorów. Seniorki przyszły z wnukami do ratusza.",
    "Otwarty konkurs ofert. Oferty na prowadzenie świetlic złożyły fundacje.",
    "Spotkanie w ratuszu. Radni słuchali seniorów.",
]


@pytest.fixture
def published():
    """An entry of the site itself, indexed, with its words."""
    entry = CatalogueEntryFactory(title="Rada seniorów w ratuszu", body="konkurs")
    get_search_backend().add_bulk(CatalogueEntry, [entry])
    learn([entry])
    return entry


def rows():
    """Return how many rows there are of all that a trial writes."""
    entries = get_app_config().get_model("IndexEntry").objects
    numbers = [
        CatalogueEntry.objects.count(),
        VocabularyWord.objects.count(),
        entries.count(),
    ]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            table = f"{entries.model._meta.db_table}_fts"
            cursor.execute(
                f"SELECT count(*) FROM {table} WHERE {table} MATCH 'swietlica'"  # noqa: S608 - the table's name is no input
            )
            numbers.append(cursor.fetchone()[0])
    return numbers


def test_nothing_stays(published):
    before = rows()
    with trial({"pl": TEXTS, "en": ["The council"]}) as trials:
        assert trials["pl"].matched("swietlica") == {TEXTS[1]}
        assert correct("swietlcia", "pl")
        assert all(now > then for now, then in zip(rows(), before, strict=True))
    assert rows() == before
    assert not is_known("świetlica", "pl")
    assert is_known("ratusz", "pl")


def test_nothing_stays_of_a_trial_that_failed(published):
    before = rows()
    with pytest.raises(ZeroDivisionError), trial({"pl": TEXTS}):
        raise ZeroDivisionError
    assert rows() == before
    assert not is_known("świetlica", "pl")


def test_only_what_is_tried_is_searched(published):
    with trial({"pl": TEXTS}) as trials:
        tried = trials["pl"]
        assert tried.matched("senior ratusz") == {TEXTS[0], TEXTS[2]}
        assert set(tried.found("senior ratusz")) == {TEXTS[0], TEXTS[2]}
        assert tried.suggested("rad") == [TEXTS[0]]


def test_few_hits_are_followed_by_those_with_some_words():
    with trial({"pl": TEXTS}) as trials:
        assert trials["pl"].found("konkurs seniorów")[0] in TEXTS
        assert trials["pl"].matched("konkurs seniorów") == frozenset()
        assert len(trials["pl"].found("konkurs seniorów")) == 3


def test_mistyped_words_are_put_right():
    with trial({"pl": TEXTS}) as trials:
        assert trials["pl"].found("swietlcia") == [TEXTS[1]]
        assert trials["pl"].matched("swietlcia") == frozenset()


def test_synonyms_of_the_site_count():
    SynonymFactory(words="OKO\notwarty konkurs ofert")
    with trial({"pl": TEXTS}) as trials:
        assert trials["pl"].matched("oko") == {TEXTS[1]}


def test_every_word_that_the_index_knows_is_marked():
    with trial({"pl": TEXTS}) as trials:
        told = list(trials["pl"].marked("spotkania ratusz"))
    assert {text for text, _group, _is_marked in told} == {TEXTS[0], TEXTS[2]}
    assert len(told) == 3
    assert all(is_marked for _text, _group, is_marked in told)


def test_languages_do_not_see_each_other():
    with trial({"pl": ["Park"], "en": ["Park"]}) as trials:
        assert trials["en"].matched("parks") == {"Park"}
        assert trials["pl"].matched("park") == {"Park"}
        assert len(trials["en"].suggested("park")) == 1


def test_index_outside_of_the_database_is_left_alone(settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "modelsearch.backends.database"}
    }
    with pytest.raises(TrialError), trial({"pl": TEXTS}):
        pass
    assert not CatalogueEntry.objects.exists()


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Rada. Wybory w maju. Dalej.", "Rada.", "Wybory w maju. Dalej."),
        ("Jedno zdanie.", "Jedno zdanie.", ""),
        ("słowo " * 100, ("słowo " * 83).strip(), ("słowo " * 17).strip()),
    ],
)
def test_first_sentence_is_the_title(text, title, rest):
    assert split(text) == (title, rest)
