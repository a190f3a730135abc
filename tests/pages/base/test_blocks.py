import pytest
import wagtail_factories
from django.test import TestCase

from pages.base.blocks import HeadingBlock
from tests.factories.pages import City
from tests.pages.markup import PublicPage, words
from tests.pages.measure import count_queries

ANCHORS = [
    ("Stan dostępności", "stan-dostepnosci"),
    ("„Łąka” nr 7", "laka-nr-7"),
    ("Як пишуть програму", "yak-pishut-programu"),
    ("???", "h"),
    ("ż" * 190, "z" * 60),
]


def figure(image, caption=""):
    picture = {"image": image.pk, "alt_text": "Dwie dłonie", "decorative": False}
    return {"type": "figure", "value": {"picture": picture, "caption": caption}}


@pytest.mark.parametrize(("text", "anchor"), ANCHORS)
def test_heading_has_an_anchor(text, anchor):
    assert HeadingBlock().to_python({"text": text}).anchor == anchor


class TestBody(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.images = wagtail_factories.ImageFactory.create_batch(12)

    def shown(self, *body):
        return PublicPage.get(self.client, self.city.plain(body=list(body)).url)

    def test_picture_has_its_description_and_caption(self):
        page = self.shown(figure(self.images[0], "Warsztaty w lipcu"))

        image = page.soup.figure.img
        assert image["alt"] == "Dwie dłonie"
        assert image["src"].endswith(".webp")
        assert words(page.soup.figcaption) == "Warsztaty w lipcu"
        assert page.faults("pl") == []

    def test_picture_that_was_deleted_leaves_the_page_readable(self):
        image = wagtail_factories.ImageFactory()
        block = figure(image, "Podpis")
        image.delete()

        page = self.shown(block)

        assert page.soup.figure.img is None
        assert "Podpis" in page.main

    def test_documents_say_their_kind_and_size(self):
        document = wagtail_factories.DocumentFactory(title="Projekt programu")
        block = {"type": "documents", "value": {"documents": [document.pk]}}

        page = self.shown(block)

        link = page.soup.select_one("ul.documents a")
        assert words(link) == "Projekt programu"
        assert "bajt" in words(page.soup.select_one("ul.documents .hint"))

    def test_quotation_has_its_source(self):
        value = {"text": "Działajmy razem.\nZawsze.", "source": "Fundacja Próbna"}

        page = self.shown({"type": "quote", "value": value})

        assert words(page.soup.blockquote) == "Działajmy razem. Zawsze. Fundacja Próbna"

    def test_script_in_a_text_stays_text(self):
        hostile = "<script>alert(1)</script>"
        page = self.shown(
            {"type": "heading", "value": {"text": hostile}},
            {"type": "quote", "value": {"text": hostile, "source": hostile}},
        )

        assert page.faults("pl") == []
        assert words(page.soup.main.select_one("h2[id^=script]")) == hostile

    def test_pictures_cost_the_same_however_many(self):
        few = self.city.plain(body=[figure(image) for image in self.images[:3]])
        many = self.city.plain(body=[figure(image) for image in self.images])

        assert count_queries(self.client, few.url) == count_queries(
            self.client, many.url
        )
