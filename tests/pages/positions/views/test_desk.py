"""The desk of the contact person, from the first draft to the answers."""

from uuid import uuid4

from django.urls import reverse

from pages.comments.models import CommentLink, PublicComment
from pages.positions.finding import find_by_link, find_typed
from pages.positions.issuing import invite_again
from pages.positions.models import DraftState, PositionItem
from pages.positions.views.member import AT_DESK
from tests.factories.comments import AnswerFactory, PublicCommentFactory, today
from tests.factories.positions import (
    SECRET,
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.pages.positions.case import WRITTEN, PositionCase, keeper
from tests.pages.programmes.closed import FIRST, SECOND

WORDS = {"kind": "add", "text": "Nasze.", "proposed_wording": "", "justification": ""}


class DeskCase(PositionCase):
    def clause(self, uid=""):
        return f"{self.desk}clause/" + (f"?clause={uid}" if uid else "")

    def work(self, uid=FIRST, status=302, drafts=(), **values):
        """Press a button on the page of a clause."""
        seen = self.read(self.clause(uid)).hidden["seen"]
        ticked = {"draft": [str(draft.pk) for draft in drafts]}
        return self.press(
            self.clause(uid), {"seen": seen, **WORDS, **ticked}, status, **values
        )

    def draft_of(self, text, clause=FIRST, **values):
        return PositionDraftFactory(
            code=self.code, clause_id=clause, text=text, **values
        )


class TestPuttingTogether(DeskCase):
    def test_several_drafts_become_one_part(self):
        one, two = self.draft_of("Pierwszy."), self.draft_of("Drugi.")
        left = self.draft_of("Trzeci.")
        assert "Pierwszy." in self.read(self.desk).main

        self.work(drafts=[one, two], text="", kind="", do="take")
        self.work(drafts=[left], do="leave", text="Pierwszy.\n\nDrugi.", kind="change")

        item = PositionItem.objects.get()
        assert (item.text, item.clause_id) == ("Pierwszy.\n\nDrugi.", FIRST)
        left.refresh_from_db()
        assert left.state == DraftState.LEFT_OUT
        page = self.read(self.clause(FIRST))
        assert page.value("text") == "Pierwszy.\n\nDrugi."

    def test_what_was_written_is_saved_when_drafts_are_put_in(self):
        draft = self.draft_of("Szkic.")

        self.work(drafts=[draft], text="Już napisane.", do="take")

        assert PositionItem.objects.get().text == "Już napisane.\n\nSzkic."

    def test_own_part_is_written_and_removed(self):
        self.work("", do="save")
        assert PositionItem.objects.get().clause is None

        self.work("", do="remove")

        assert not PositionItem.objects.exists()

    def test_errors_keep_text_and_ticks(self):
        draft = self.draft_of("Szkic.")

        page = self.work(
            drafts=[draft], do="take", text="", justification="bo", status=200
        )

        assert len(page.faults) == 1
        assert page.value("justification") == "bo"
        assert page.soup.select_one("[name=draft][checked]")["value"] == str(draft.pk)
        assert not PositionItem.objects.exists()

    def test_second_window_shows_both_texts_and_may_then_save(self):
        self.work(do="save", text="Z pierwszego okna.")
        page = self.press(
            self.clause(FIRST), WORDS, seen="", do="save", text="Z drugiego okna."
        )

        assert len(page.faults) == 1
        assert page.value("text") == "Z drugiego okna."
        assert "Z pierwszego okna." in page.main
        assert PositionItem.objects.get().text == "Z pierwszego okna."
        again = {**WORDS, "text": "Z drugiego okna.", **page.hidden, "do": "save"}
        self.press(self.clause(FIRST), again, 302)
        assert PositionItem.objects.get().text == "Z drugiego okna."

    def test_unknown_clause_and_draft_do_nothing(self):
        other = OrganisationCodeFactory(consultation=self.consultation)
        foreign = PositionDraftFactory(code=other, clause_id=FIRST)

        self.read(self.clause(uuid4()), 404)
        self.press(self.clause("x"), WORDS, 404, do="save")
        self.work(drafts=[foreign], text="", kind="", do="take")
        self.press(self.clause(FIRST), {"do": "take", "draft": ["x", "", "../"]}, 302)

        assert not PositionItem.objects.exists()

    def test_order_is_changed(self):
        for order, clause in enumerate((FIRST, SECOND)):
            PositionItemFactory(code=self.code, clause_id=clause, order=order)
        first, second = self.code.items.all()

        self.press(self.desk, {"up": second.pk}, 302)
        assert list(self.code.items.all()) == [second, first]
        for strange in ("x", "-1", "9" * 40, ""):
            self.press(self.desk, {"down": strange}, 302)
        assert list(self.code.items.all()) == [second, first]

    def test_nothing_changes_when_it_is_over(self):
        item = PositionItemFactory(code=self.code, clause_id=FIRST, text="kopia")
        self.consultation.closes_on = today(-1)
        self.consultation.save()

        assert "Nasze." in self.press(self.clause(FIRST), WORDS, do="save").main
        assert self.press(self.desk, up=item.pk).soup.select("[role=alert]")
        assert "kopia" in self.read(f"{self.desk}preview/").main
        assert not self.read(f"{self.desk}preview/").soup.select("main form")
        page = self.press(f"{self.desk}preview/", seen="x")

        assert "kopia" in page.main
        assert page.soup.select("[role=alert]")
        assert not PublicComment.objects.exists()


class TestSubmitting(DeskCase):
    def setUp(self):
        super().setUp()
        PositionItemFactory(code=self.code, clause_id=FIRST, text="o zapisie")
        PositionItemFactory(code=self.code, text="o całości", order=1)
        self.draft_of("nierozpatrzony")

    def submit(self, status=302):
        page = self.read(f"{self.desk}preview/")
        return self.press(f"{self.desk}preview/", page.hidden, status)

    def test_preview_shows_all_and_the_desk_what_it_became(self):
        page = self.read(f"{self.desk}preview/")
        assert "o zapisie" in page.main
        assert "nierozpatrzony" not in page.main

        self.submit()

        first, _second = PublicComment.objects.order_by("number")
        AnswerFactory(comments=[first], published=True, reasons="Bo powiat.")
        PublicComment.objects.filter(pk=first.pk).update(state="answered")
        page = self.read(self.desk)
        for text in ("U1/2014", "U2/2014", "Bo powiat.", "o całości"):
            assert text in page.main
        assert first.url in [a["href"] for a in page.soup.select("main a")]
        assert self.read(f"{self.desk}preview/", 302).response["Location"] == "../"

    def test_another_window_is_shown_what_it_says_now(self):
        old = self.read(f"{self.desk}preview/").hidden
        self.code.items.filter(clause=None).update(text="inaczej")

        page = self.press(f"{self.desk}preview/", old)

        assert page.soup.select("[role=alert]")
        assert "inaczej" in page.main
        assert not PublicComment.objects.exists()

    def test_second_window_leads_to_what_was_submitted(self):
        old = self.read(f"{self.desk}preview/").hidden
        self.submit()

        self.press(f"{self.desk}preview/", old, 302)

        assert PublicComment.objects.count() == 2

    def test_contact_person_reaches_the_private_page_of_each_comment(self):
        self.submit()
        comment = PublicComment.objects.first()
        address = reverse("position_follow", args=[self.code.uid, SECRET, comment.pk])

        first, again = (
            self.press(address, status=302).response["Location"] for _ in range(2)
        )

        assert first == again
        assert comment.text in self.read(first).main
        assert self.client.get(address).status_code == 405
        invite_again(code=self.code, user=keeper())
        self.read(first, 404)
        assert CommentLink.objects.filter(purpose="confirm").count() == 2

    def test_comments_of_others_are_not_reached(self):
        self.submit()
        stranger = PublicCommentFactory(consultation=self.consultation)
        address = reverse("position_follow", args=[self.code.uid, SECRET, stranger.pk])

        self.press(address, status=404)

        assert not stranger.links.exists()


class TestTooOften(DeskCase):
    def test_many_steps_are_taken_but_not_without_end(self):
        item = PositionItemFactory(code=self.code, clause_id=FIRST, text="Dawne.")
        with self.settings(PUBLIC_COMMENTS={"most_an_hour": 1}):
            for _ in range(AT_DESK):
                self.press(self.desk, {"up": item.pk}, 302)
            seen = self.read(self.clause(FIRST)).hidden["seen"]
            page = self.press(self.clause(FIRST), WORDS, 429, do="save", seen=seen)
            moved = self.press(self.desk, {"up": item.pk}, 429)
            renewed = self.press(f"{self.desk}code/", status=429, renew="1")

        assert page.value("text") == "Nasze."
        assert len(page.faults) == 1
        for refused in (moved, renewed):
            assert refused.soup.select("[role=alert]")
        assert PositionItem.objects.get().text == "Dawne."
        assert find_typed(WRITTEN, self.consultation) == self.code


class TestChangingTheCode(DeskCase):
    def test_new_code_is_shown_once_and_the_old_one_stops(self):
        page = self.press(f"{self.desk}code/", renew="1")

        written = page.soup.select_one(".secret").text
        assert find_typed(written, self.consultation) == self.code
        assert find_typed(WRITTEN, self.consultation) is None
        assert written not in self.read(f"{self.desk}code/").html

    def test_contact_person_ends_it_all(self):
        self.press(f"{self.desk}code/", revoke="1")

        assert find_by_link(self.code.uid, SECRET) is None
        self.read(self.desk, 404)
        self.press(f"{self.desk}code/", revoke="1", status=404)
