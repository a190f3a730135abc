"""An author's own page: correcting the words and withdrawing the comment."""

import datetime

from django.test import override_settings
from wagtail.models import ModelLogEntry

from pages.comments.models import CoveredComment, SubmissionAttempt
from pages.comments.states import State
from tests.factories.comments import AnswerFactory

from .private_case import OwnCase

WORDS = {
    "kind": "delete",
    "proposed_wording": "",
    "text": "Skreślić to.",
    "justification": "",
}


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
