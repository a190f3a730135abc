"""All of the words first, some when that is little, others when nothing fits."""

import datetime

from django.http import QueryDict
from django.test import RequestFactory, TestCase
from django.utils import translation

from search.catalogue.cards import Card, fill
from search.catalogue.storing import store
from search.models import CatalogueEntry, Kind, Part, Synonym
from search.queries.asking import read_question
from search.queries.finding import ON_A_PAGE, PAGED, find
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory


def catalogue(subject, text, *, title="", kind=Kind.PAGE, language="pl", **values):
    """Store an entry of nothing but words, and return it."""
    areas = frozenset(one.pk for one in values.pop("areas", ()))
    organisations = frozenset(one.pk for one in values.pop("organisations", ()))
    entry = CatalogueEntry(
        kind=kind,
        subject=str(subject),
        language=language,
        title=title or f"Wpis {subject}",
        **values,
    )
    store([Card(fill(entry, [(Part.BODY, text)]), areas, organisations)])
    return CatalogueEntry.objects.get(
        kind=kind, subject=str(subject), language=language
    )


def register(subject, name):
    """Store an entry of an organisation, which has no language."""
    kind, facts = Kind.ORGANISATION, {"slug": f"o-{subject}"}
    return catalogue(subject, name, language="", kind=kind, facts=facts)


class FindingCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        CatalogueEntry.objects.all().delete()

    def find(self, query, language="pl"):
        request = RequestFactory().get(f"/{language}/search/?{query}")
        with translation.override(language):
            return find(read_question(QueryDict(query), language), request)

    def titles(self, hits):
        return ["".join(piece.text for piece in hit.title) for hit in hits]


class TestWords(FindingCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        catalogue(1, "Organizacje pozarządowe spotkały się w ratuszu.")
        catalogue(2, "Spotkanie radnych.", title="Sesja")
        catalogue(3, "Remont skweru na osiedlu.")

    def test_inflected_words_are_found_without_their_marks(self):
        found = self.find("q=organizacja+pozarzadowa")
        assert self.titles(found.hits) == ["Wpis 1"]
        assert found.total == 1

    def test_few_hits_are_followed_by_those_with_some_words(self):
        found = self.find("q=spotkanie+organizacji")
        assert self.titles(found.hits) == ["Wpis 1"]
        assert self.titles(found.partly) == ["Sesja"]

    def test_one_word_is_not_found_in_part(self):
        assert self.find("q=remont").partly == []

    def test_hit_says_why_it_was_found(self):
        hit = self.find("q=ratusz").hits[0]
        assert [p.text for p in hit.passage.pieces if p.is_match] == ["ratuszu"]

    def test_mistyped_word_is_put_right_unless_told_not_to(self):
        found = self.find("q=organizacje+ratuszzu")
        assert found.is_corrected
        assert "ratuszu" in found.text
        assert self.titles(found.hits) == ["Wpis 1"]
        exact = self.find("q=organizacje+ratuszzu&exact=1")
        assert not exact.is_corrected
        assert exact.total == 0

    def test_nothing_is_said_to_be_nothing(self):
        found = self.find("q=xyzzy")
        assert found.is_nothing
        assert (found.total, list(found.hits), list(found.partly)) == (0, [], [])

    def test_query_without_a_word_finds_nothing(self):
        assert self.find('q="+%26+(').is_nothing

    def test_words_of_synonyms_are_found(self):
        Synonym.objects.create(language="pl", words="NGO\norganizacja pozarządowa")
        assert self.titles(self.find("q=NGO").hits) == ["Wpis 1"]


class TestLanguages(FindingCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        catalogue(1, "Rada miasta", language="pl")
        catalogue(2, "The council of the rada", language="en")
        catalogue(3, "Рада міста", language="uk")
        catalogue(
            4, "Fundacja Rada", language="", kind=Kind.ORGANISATION, facts={"slug": "f"}
        )

    def test_own_language_and_what_has_none_are_searched(self):
        assert sorted(self.titles(self.find("q=rada").hits)) == ["Wpis 1", "Wpis 4"]

    def test_other_languages_are_offered_with_their_numbers(self):
        offered = self.find("q=rada").elsewhere
        assert [(one.language, one.number) for one in offered] == [("en", 1)]
        assert "language=en" in offered[0].address

    def test_language_may_be_chosen(self):
        found = self.find("q=rada&language=en")
        assert "Wpis 2" in self.titles(found.hits)
        assert "Wpis 1" not in self.titles(found.hits)

    def test_all_languages_may_be_searched(self):
        assert self.find("q=rada&language=all").total == 3
        assert self.find("q=рада&language=all").total == 1

    def test_polish_names_are_found_from_english_pages(self):
        catalogue(
            5,
            "Stowarzyszenie Sąsiadów",
            language="",
            kind=Kind.ORGANISATION,
            facts={"slug": "s"},
        )
        assert self.find("q=stowarzyszenia", "en").total == 1


class TestFilters(FindingCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.sport, cls.culture = (
            PriorityAreaFactory(slug="sport"),
            PriorityAreaFactory(slug="kultura"),
        )
        cls.club = OrganisationFactory(slug="klub")
        CatalogueEntry.objects.all().delete()
        catalogue(1, "rada", year=2013, areas=[cls.sport], organisations=[cls.club])
        catalogue(
            2,
            "rada",
            year=2014,
            areas=[cls.sport, cls.culture],
            organisations=[cls.club],
        )
        catalogue(3, "rada", year=2014, ruling="accepted", areas=[cls.culture])
        catalogue(4, "inne", year=2014, areas=[cls.culture])

    def test_each_filter_counts_what_the_others_let_through(self):
        counts = self.find("q=rada&year=2014&area=sport").counts
        assert counts.total == 1
        assert counts.years == {2013: 1, 2014: 1}
        assert [(slug, n) for slug, _name, n in counts.areas] == [
            ("sport", 1),
            ("kultura", 2),
        ]

    def test_filters_of_one_kind_add_up_and_of_several_narrow(self):
        assert self.find("q=rada&year=2013&year=2014").total == 3
        assert self.find("q=rada&year=2013&area=kultura").total == 0
        assert self.find("q=rada&organisation=klub").total == 2
        assert self.find("q=rada&ruling=accepted").counts.rulings == {"accepted": 1}

    def test_filters_that_leave_nothing_say_how_much_they_hide(self):
        found = self.find("q=rada&year=1999")
        assert (found.total, found.hidden) == (0, 3)
        assert not found.is_nothing

    def test_organisations_of_one_hit_are_not_offered(self):
        counts = self.find("q=rada").counts
        assert [(slug, n) for slug, _name, n in counts.organisations] == [("klub", 2)]


class TestOrder(FindingCase):
    def test_newest_first_if_asked(self):
        for n in range(3):
            catalogue(n, "rada", date=datetime.date(2014, 1, 1 + n))
        catalogue(9, "rada", date=None)
        found = self.find("q=rada&sort=date")
        assert self.titles(found.hits) == ["Wpis 2", "Wpis 1", "Wpis 0", "Wpis 9"]

    def test_word_in_the_title_comes_first(self):
        catalogue(1, "rada " + "słowo " * 30)
        catalogue(2, "inne słowa " * 15, title="Rada")
        assert self.titles(self.find("q=rada").hits)[0] == "Rada"

    def test_pages_follow_one_another_and_wrong_ones_lead_to_an_end(self):
        for n in range(ON_A_PAGE + 3):
            catalogue(n, "rada")
        first, second = self.find("q=rada"), self.find("q=rada&page=2")
        beyond, wrong = self.find("q=rada&page=9999999"), self.find("q=rada&page=abc")
        assert len(first.hits) == ON_A_PAGE
        assert len(second.hits) == 3
        assert not set(self.titles(first.hits)) & set(self.titles(second.hits))
        assert self.titles(beyond.hits) == self.titles(second.hits)
        assert self.titles(wrong.hits) == self.titles(first.hits)
        assert first.total == ON_A_PAGE + 3 <= PAGED
