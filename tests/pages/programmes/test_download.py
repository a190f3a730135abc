from uuid import uuid4

from django.test import TestCase
from wagtail.models import PageViewRestriction

from pages.programmes.docx import CONTENT_TYPE
from pages.programmes.models import ProgrammeDraftPage
from tests.factories.clauses import chapter, clause
from tests.factories.pages import (
    City,
    ProgrammeDraftPageFactory,
    ProgrammePageFactory,
    translate,
)
from tests.pages.programmes.wordprocessing import accepted, parts, rejected

CHAPTER = str(uuid4())


class TestDownload(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid = str(uuid4())
        cls.first = cls.draft(1, "kolekcja sztuki")
        cls.second = cls.draft(2, "kolekcja dzieł sztuki", based_on=cls.first)
        cls.third = cls.draft(3, "dwie kolekcje sztuki", based_on=cls.first)

    @classmethod
    def draft(cls, number, text, **values):
        body = [chapter("Zadania", clause(text=text, uid=cls.uid), uid=CHAPTER)]
        return cls.city.draft(body, number=number, published=True, **values)

    def fetch(self, draft, query=""):
        return self.client.get(f"{draft.url}redline.docx{query}")

    def texts(self, draft, query=""):
        """Return the clause's wording before and after."""
        content = self.fetch(draft, query).content
        return rejected(content)[-1][1], accepted(content)[-1][1]

    def test_file_has_the_text_of_both_versions(self):
        response = self.fetch(self.second, "?compare=1")

        assert response.status_code == 200
        assert response["Content-Type"] == CONTENT_TYPE
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Content-Disposition"].startswith('attachment; filename="')
        assert "2014" in response["Content-Disposition"]
        assert response["Content-Disposition"].endswith('-1-2.docx"')
        assert accepted(response.content) == [
            ("Heading1", "§ 1 Zadania"),
            ("BodyText", "ust. 1 kolekcja dzieł sztuki"),
        ]
        assert rejected(response.content)[1][1] == "ust. 1 kolekcja sztuki"

    def test_version_it_is_based_on_is_compared_with_if_none_is_named(self):
        before = "ust. 1 kolekcja sztuki"
        after = "ust. 1 dwie kolekcje sztuki"

        assert self.texts(self.third) == (before, after)
        assert self.texts(self.third, "?compare=") == (before, after)
        assert self.texts(self.third, "?compare=2")[0].startswith("ust. 1 kolekcja d")

    def test_number_before_is_compared_with_if_it_is_based_on_none(self):
        fourth = self.draft(4, "kolekcja")

        assert self.texts(fourth)[0] == "ust. 1 dwie kolekcje sztuki"

    def test_version_of_another_year_is_compared_with_if_asked(self):
        next_year = ProgrammePageFactory(parent=self.city.programmes, year=2015)
        draft = ProgrammeDraftPageFactory(parent=next_year, number=1)

        response = self.fetch(draft, "?compare=2014-2")

        assert rejected(response.content)[1][1] == "ust. 1 kolekcja dzieł sztuki"
        assert accepted(response.content) == []
        assert "2014-2-1.docx" in response["Content-Disposition"]

    def test_there_is_no_file_where_there_is_nothing_to_compare_with(self):
        assert self.fetch(self.first).status_code == 404
        for number in ("9", "0", "-1", "1x", "²", "9" * 40, "1.0", "1%00"):
            query = f"?compare={number}"
            assert self.fetch(self.second, query).status_code == 404, number

    def test_hidden_versions_are_not_compared_with(self):
        ProgrammeDraftPage.objects.filter(pk=self.first.pk).update(live=False)
        restriction = {"page": self.second, "restriction_type": "login"}
        PageViewRestriction.objects.create(**restriction)

        assert self.fetch(self.third).status_code == 404
        assert self.fetch(self.third, "?compare=1").status_code == 404
        assert self.fetch(self.third, "?compare=2").status_code == 404

    def test_hidden_versions_have_no_file(self):
        self.city.draft(unpublished=True, number=4, slug="tajna")
        closed = self.city.draft(restricted=True, number=5)

        hidden = self.client.get(f"{self.city.programme.url}tajna/redline.docx")
        assert hidden.status_code == 404
        response = self.fetch(closed, "?compare=1")
        assert response.status_code == 302
        assert "login" in response["Location"]

    def test_other_pages_have_no_such_file(self):
        for page in (self.city.programme, self.city.home):
            assert self.fetch(page).status_code == 404

    def test_page_itself_is_as_it_was(self):
        assert (
            self.client.get(f"{self.second.url}?chapter={CHAPTER}").status_code == 200
        )
        assert self.client.get(f"{self.second.url}nie-ma/").status_code == 404

    def test_file_says_the_language_of_its_version(self):
        translate(self.first, "en")
        english = translate(self.second, "en", title="Version 2")

        content = self.fetch(english, "?compare=1").content

        core = parts(content)["docProps/core.xml"]
        assert "en-GB" in list(core.itertext())
        assert any("Version 2" in text for text in core.itertext())
        assert accepted(content)[1][1].startswith("para. 1")
