"""An author's own page: the receipt, and the state in words."""

from django.contrib.auth import get_user_model
from django.test import override_settings

from pages.comments.office.moderating import ask_back
from pages.comments.states import State
from pages.comments.views.receipts import COOKIE
from tests.factories.comments import AnswerFactory
from tests.pages.comments.visiting import form_address, send
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST

from .private_case import SECRET, OwnCase

PATIENT = {"least_seconds": 0}


@override_settings(PUBLIC_COMMENTS=PATIENT)
class TestReceipt(OwnCase):
    def setUp(self):
        super().setUp()
        self.client = self.client_class()
        address = form_address(self.consultation.draft, FIRST)
        self.address = send(self.client, address)["Location"]
        self.secret = self.address.rstrip("/").rsplit("/", 1)[1]

    def test_private_link_is_spelt_out_once(self):
        first = self.client.get(self.address).content.decode()
        again = self.client.get(self.address).content.decode()

        assert f"http://localhost{self.address}" in first
        assert first.count(self.secret) == 2  # the link and its words
        assert self.secret not in again
        assert "Dziękujemy" not in again

    def test_looking_at_the_headers_does_not_use_the_receipt_up(self):
        self.client.head(self.address)

        assert self.secret in self.client.get(self.address).content.decode()

    def test_who_has_the_link_only_does_not_see_it_spelt_out(self):
        other = self.client_class()
        for cookie in ({}, {COOKIE: "1"}, {COOKIE: self.address.split("/")[4]}):
            other.cookies.load(cookie)
            assert self.secret not in other.get(self.address).content.decode()

    def test_receipt_of_one_comment_is_not_shown_on_another(self):
        other = self.link(self.comment())

        assert SECRET not in self.client.get(other).content.decode()
        assert self.secret in self.client.get(self.address).content.decode()

    def test_cookie_holds_no_secret_and_scripts_cannot_read_it(self):
        cookie = self.client.cookies[COOKIE]

        assert self.secret not in cookie.value
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["max-age"] == 600


class TestFollowing(OwnCase):
    def test_page_shows_number_state_and_a_copy(self):
        comment = self.comment(
            text="Dopisać <b>seniorów</b>.",
            proposed_wording="i seniorów",
            justification="Bo są.",
            name="Jan Próbny",
            email="jan@example.org",
        )

        page = self.read(self.link(comment))

        assert comment.code in page.soup.h1.text
        assert "przeczyta ją pracownik urzędu" in page.main
        for words in (
            "Dopisać <b>seniorów</b>.",
            "i seniorów",
            "Bo są.",
            "Mieszkaniec",
        ):
            assert words in page.main
        assert "wspieranie sąsiadów" in page.main
        assert "jan@example.org" not in page.html
        assert "Jan Próbny" not in page.html

    def test_every_state_is_said_in_words_and_none_tells_of_the_offices_drafts(self):
        said = {}
        for state in State:
            comment = self.comment(state=state, number=int(1000 + len(said)))
            page = self.read(self.link(comment))
            said[state] = page.main
            comment.links.all().delete()

        for state in (State.ASSIGNED, State.DRAFTED, State.APPROVED):
            assert "przygotowuje stanowisko" in said[state]
            for word in ("projekt", "przygotowaniu", "zatwierdz", "przekaz"):
                assert word not in said[state]
        assert "Uwaga została wycofana" in said[State.WITHDRAWN]

    def test_hidden_comment_says_why(self):
        page = self.read(self.link(self.comment(hidden=True)))

        assert "kogoś obraża" in page.main
        assert "wyzwiska" in page.main

    def test_published_comment_links_to_its_public_address(self):
        comment = self.comment(published=True)

        page = self.read(self.link(comment))

        assert page.soup.select_one(f'main a[href="{comment.url}"]')

    def test_published_answers_are_shown_and_drafted_ones_are_not(self):
        comment = self.comment(answered=True)
        AnswerFactory(published=True, comments=[comment], reasons="Zadanie powiatu.")
        AnswerFactory(comments=[comment], reasons="Szkic urzędnika.")

        page = self.read(self.link(comment))

        assert "Zadanie powiatu." in page.main
        assert "Szkic urzędnika." not in page.html

    def test_comment_is_corrected_and_withdrawn_only_in_time(self):
        comment = self.comment()
        address = self.link(comment)
        links = [a["href"] for a in self.read(address).soup.select("main .steps a")]
        assert links == ["correct/", "withdraw/"]

        self.close()

        assert not self.read(address).soup.select("main .steps")

    def test_question_of_the_office_is_shown(self):
        comment = self.comment(email="autorka@example.org")
        ask_back(
            comment=comment,
            message="Proszę dopisać, <i>o której</i> sali mowa.",
            user=get_user_model().objects.create_superuser("clerk"),
        )

        page = self.read(self.link(comment))

        assert "Proszę dopisać, <i>o której</i> sali mowa." in page.main

    def test_page_costs_few_queries(self):
        comment = self.comment(answered=True)
        AnswerFactory(published=True, comments=[comment])
        address = self.link(comment)

        assert count_queries(self.client, address) <= 20
