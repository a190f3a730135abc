"""What the demo's staff did for its search."""

from django.test import TestCase
from wagtail.contrib.search_promotions.models import SearchPromotion

from demo.search import load_search
from pages.comments.models import Consultation
from search.models import Synonym

from .snapshot import put_demo


class TestSearch(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()

    def test_synonyms_could_be_saved_as_they_are(self):
        form_class = Synonym.snippet_viewset.get_edit_handler().get_form_class()

        assert Synonym.objects.count() > 5
        for row in Synonym.objects.all():
            values = {"language": row.language, "words": row.words}
            form = form_class(values, instance=row)
            assert form.is_valid(), form.errors

    def test_comments_lead_to_the_version_in_consultation(self):
        promotion = SearchPromotion.objects.get()

        assert promotion.query.query_string == "uwagi"
        assert promotion.page_id == Consultation.objects.open().get().draft_id
        assert promotion.page.live

    def test_words_that_staff_put_elsewhere_are_left_there(self):
        Synonym.objects.all().delete()
        own = Synonym.objects.create(words="ngo\nfundacja")

        load_search()

        groups = [row.lines for row in Synonym.objects.all()]
        assert [lines for lines in groups if "NGO" in lines] == []
        assert own.lines in groups
        assert ["OKO", "otwarty konkurs ofert"] in groups
