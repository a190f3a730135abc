"""An author's own page: the receipt, the state in words, correcting, withdrawing."""

import datetime

from django.contrib.auth import get_user_model
from django.test import override_settings
from wagtail.models import ModelLogEntry

from pages.comments.models import CoveredComment, SubmissionAttempt
from pages.comments.office.moderating import ask_back
from pages.comments.states import State
from pages.comments.views.receipts import COOKIE
from tests.factories.comments import AnswerFactory, today
from tests.pages.comments.visiting import form_address, send
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST

from .private_case import SECRET, PrivateCase

PATIENT = {"least_seconds": 0}
WORDS = {
    "kind": "delete",
    "proposed_wording": "",
    "text": "Skreślić to.",
    "justification": "",
}


class OwnCase(PrivateCase):
    def close(self):
        self.consultation.opens_on = today(-9)
        self.consultation.closes_on = today(-1)
        self.consultation.save()


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


class TestCorrecting(OwnCase):
    def setUp(self):
        super().setUp()
        self.mine = self.comment(
            published=True, text="Dawne słowa.", proposed_wording="dawne brzmienie"
        )
        self.address = self.link(self.mine)

    def correct(self, **changes):
        return self.client.post(f"{self.address}correct/", {**WORDS, **changes})

    def test_form_holds_the_words_and_opening_it_changes_nothing(self):
        page = self.read(f"{self.address}correct/")

        assert page.value("text") == "Dawne słowa."
        assert page.value("proposed_wording") == "dawne brzmienie"
        assert page.value("kind") == "change"
        assert page.faults == []
        assert not ModelLogEntry.objects.for_instance(self.mine).exists()

    def test_new_words_go_to_staff_and_the_earlier_ones_are_kept(self):
        response = self.correct()

        assert response.status_code == 302
        self.mine.refresh_from_db()
        assert (self.mine.text, self.mine.kind) == ("Skreślić to.", "delete")
        assert self.mine.state == State.REGISTERED
        assert response["Location"] == "../"
        page = self.read(self.address)
        assert "Skreślić to." in page.main
        assert "Dawne słowa." in page.main
        assert "dawne brzmienie" in page.main

    def test_answer_that_was_drafted_does_not_cover_other_words(self):
        type(self.mine).objects.update(state=State.DRAFTED)
        AnswerFactory(comments=[self.mine])

        self.correct()

        assert not CoveredComment.objects.exists()

    def test_same_words_change_nothing(self):
        response = self.correct(
            kind="change", text="Dawne słowa.", proposed_wording="dawne brzmienie"
        )

        assert response.status_code == 302
        self.mine.refresh_from_db()
        assert self.mine.state == State.PUBLISHED
        assert not SubmissionAttempt.objects.exists()

    def test_errors_keep_the_text(self):
        page = self.check(self.correct(text="", justification="<i>Bo</i>"))

        assert page.title.startswith("Błąd: ")
        assert page.faults == ["Wpisz treść uwagi."]
        assert page.value("justification") == "<i>Bo</i>"
        self.mine.refresh_from_db()
        assert self.mine.text == "Dawne słowa."

    def test_only_words_are_taken(self):
        self.correct(email="x@example.org", name="Ktoś", state="answered", number="9")

        self.mine.refresh_from_db()
        assert (self.mine.email, self.mine.name) == ("", "")
        assert self.mine.number == 1

    @override_settings(PUBLIC_COMMENTS={"most_an_hour": 1})
    def test_correcting_too_often_has_to_wait_and_keeps_the_text(self):
        self.correct()

        response = self.correct(text="Jeszcze inaczej.")

        page = self.check(response)
        assert page.status == 429
        assert response["Retry-After"]
        assert page.value("text") == "Jeszcze inaczej."

    def test_words_that_come_too_late_are_shown_to_be_copied(self):
        self.close()

        page = self.check(self.correct())

        assert "Uwagi nie można już poprawić" in page.main
        assert "Skreślić to." in page.main
        assert not page.soup.select("main form")
        self.mine.refresh_from_db()
        assert self.mine.text == "Dawne słowa."

    def test_answered_withdrawn_or_hidden_comment_is_not_corrected(self):
        for state in (State.ANSWERED, State.WITHDRAWN, State.HIDDEN):
            type(self.mine).objects.update(state=state, state_before=State.PUBLISHED)

            page = self.check(self.correct())

            assert "Uwagi nie można już poprawić" in page.main
            self.mine.refresh_from_db()
            assert self.mine.text == "Dawne słowa."


class TestWithdrawing(OwnCase):
    def setUp(self):
        super().setUp()
        self.mine = self.comment(published=True)
        self.address = self.link(self.mine)

    def state(self):
        self.mine.refresh_from_db()
        return self.mine.state

    def test_page_asks_first_and_opening_it_changes_nothing(self):
        for method in (self.client.get, self.client.head):
            self.check(method(f"{self.address}withdraw/"))
        page = self.read(f"{self.address}withdraw/")

        assert "Tego nie można cofnąć" in page.main
        assert self.state() == State.PUBLISHED

    def test_button_withdraws_and_the_text_stays_in_the_register(self):
        response = self.client.post(f"{self.address}withdraw/")

        assert response.status_code == 302
        assert self.state() == State.WITHDRAWN
        assert self.mine.text
        assert "Uwaga została wycofana" in self.read(self.address).main

    def test_second_press_changes_nothing(self):
        self.client.post(f"{self.address}withdraw/")

        page = self.press(f"{self.address}withdraw/")

        assert "Uwagi nie można już wycofać" in page.main
        assert ModelLogEntry.objects.for_instance(self.mine).count() == 1

    def test_comment_is_not_withdrawn_after_the_last_day(self):
        self.consultation.opens_on -= datetime.timedelta(days=30)
        self.close()

        page = self.press(f"{self.address}withdraw/")

        assert "Uwagi nie można już wycofać" in page.main
        assert self.state() == State.PUBLISHED
