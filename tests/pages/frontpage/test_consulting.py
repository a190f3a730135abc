from django.test import TestCase
from wagtail.models import Page

from tests.factories.comments import (
    ConsultationFactory,
    PublicCommentFactory,
    today,
)
from tests.factories.pages import City, translate
from tests.pages.markup import PublicPage, words
from tests.pages.programmes.closed import consulted

FORM = 'a[href*="/comment/"]'


class TestHome(TestCase):
    """The home page tells of the consultation that matters most now."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def consult(self, number, **values):
        draft = consulted(self.city, number=number, title=f"Wersja {number}")
        return ConsultationFactory(draft=draft, **values)

    def home(self, code="pl"):
        return PublicPage.get(self.client, f"/{code}/")

    def card(self, code="pl"):
        page = self.home(code)
        assert page.faults(code, is_home=True) == []
        return page.soup.select_one("[aria-labelledby=consultation]")

    def list_of(self, consultation):
        return f"{consultation.draft.url}?view=comments"

    def test_home_without_a_consultation_says_so(self):
        page = self.home()

        assert page.soup.select_one("[aria-labelledby=consultation] p")
        assert not page.soup.select(FORM)

    def test_open_consultation_invites_with_its_last_day(self):
        consultation = self.consult(3, closes_on=today(4))
        for trait in ("published", "answered", "hidden", "unconfirmed"):
            PublicCommentFactory(consultation=consultation, **{trait: True})

        card = self.card()

        form = f"/pl/comment/{consultation.draft.pk}/"
        assert card.select_one(FORM)["href"] == form
        assert self.home().soup.select_one(f".hero {FORM}")["href"] == form
        assert str(today(4).year) in words(card)
        link = card.select_one(f'a[href="{self.list_of(consultation)}"]')
        assert words(link).startswith("2 ")

    def test_announced_and_closed_ones_do_not_lead_to_the_form(self):
        closed = self.consult(3, closed=True)
        assert self.card().select_one(f'a[href="{self.list_of(closed)}"]')
        announced = self.consult(4, announced=True)

        card = self.card()

        assert card.select_one(f'a[href="{self.list_of(announced)}"]')
        assert not self.home().soup.select(FORM)

    def test_open_one_comes_before_later_ones_and_of_two_the_first_to_close(self):
        self.consult(3, opens_on=today(1), closes_on=today(40))
        late = self.consult(4, closes_on=today(20))
        assert self.card().select_one(f'a[href="{self.list_of(late)}"]')

        first = self.consult(5, closes_on=today(0))

        assert self.card().select_one(f'a[href="{self.list_of(first)}"]')

    def test_other_language_leads_to_its_own_version(self):
        consultation = self.consult(3)
        english = translate(consultation.draft, "en", title="Version 3", slug="v-3")

        card = self.card("en")

        assert card.select_one(FORM)["href"] == f"/en/comment/{english.pk}/"
        assert "Version 3" in words(card)

    def test_version_that_is_taken_down_is_not_told_of(self):
        consultation = self.consult(3)
        Page.objects.filter(pk=consultation.draft.pk).update(live=False)

        assert not self.home().soup.select(FORM)
