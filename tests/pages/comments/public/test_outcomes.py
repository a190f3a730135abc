from django.test import TestCase
from wagtail.models import Page

from pages.comments.models import Ruling
from pages.comments.public.outcomes import MOST_SHOWN
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.versions import Consulted
from tests.pages.markup import PublicPage, words
from tests.pages.programmes.closed import FIRST


class TestOrganisation(TestCase):
    """The page of an organisation says what became of its comments."""

    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.organisation = OrganisationFactory(name="Fundacja Próbna")

    def comment(self, **values):
        values = {
            "published": True,
            "about": FIRST,
            "on_behalf": "organisation",
            "organisation": self.organisation,
            **values,
        }
        return PublicCommentFactory(consultation=self.here.consultation, **values)

    def rows(self):
        url = f"/pl/organisations/{self.organisation.slug}/"
        page = PublicPage.get(self.client, url)
        assert page.faults("pl") == []
        return page.soup.select("[aria-labelledby=comments] li")

    def test_comments_are_listed_with_what_became_of_them(self):
        waiting = self.comment(published=False, state="drafted", language="en")
        AnswerFactory(comments=[waiting], ruling="accepted")
        answered = self.comment(published=False, answered=True)
        AnswerFactory(comments=[answered], published=True, ruling="partly")

        first, second = self.rows()

        assert first.a["href"] == answered.url
        assert words(first.select_one(".tag")) == str(Ruling.PARTLY.label)
        assert second.a["href"] == waiting.url
        assert str(Ruling.ACCEPTED.label) != words(second.select_one(".tag"))
        assert second.select_one("[lang=en]").text == waiting.text
        assert "ust. 1" in words(second)
        assert second.select_one(f'a[href="{self.here.draft.url}?view=comments"]')

    def test_organisation_that_said_nothing_has_no_list(self):
        self.comment(organisation=OrganisationFactory())

        assert self.rows() == []

    def test_what_cannot_be_read_is_not_listed(self):
        for trait in ("hidden", "withdrawn", "unconfirmed"):
            self.comment(published=False, **{trait: True})
        self.comment(published=False, state="registered")

        assert self.rows() == []

    def test_what_was_not_said_in_its_name_is_not_listed(self):
        self.comment(on_behalf="resident", name="Jan")

        assert self.rows() == []

    def test_version_that_is_taken_down_takes_its_comments_along(self):
        self.comment()
        Page.objects.filter(pk=self.here.draft.pk).update(live=False)

        assert self.rows() == []

    def test_only_the_newest_are_listed(self):
        for _ in range(MOST_SHOWN + 1):
            self.comment()

        assert len(self.rows()) == MOST_SHOWN
