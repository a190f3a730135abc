"""Members under the code of their organisation: they read, draft and correct."""

from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.positions.issuing import revoke_code
from pages.positions.models import DraftState, PositionDraft
from tests.factories.positions import (
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.pages.positions.case import DRAFT, PLAIN, ClosingCase
from tests.pages.programmes.closed import CHAPTER, FIRST


class MemberCase(ClosingCase):
    def address(self, clause=""):
        return f"{self.member}draft/" + (f"?clause={clause}" if clause else "")

    def add(self, clause=FIRST, status=302, **changes):
        return self.press(self.address(clause), DRAFT, status, **changes)


class TestDrafting(MemberCase):
    def test_member_chooses_a_clause_and_saves_a_draft(self):
        page = self.read(self.member)
        assert "Fundacja Dwie Dłonie" in page.main
        links = [a["href"] for a in page.soup.select("main .actions a")]
        assert [f"draft/?clause={uid}" for uid in (CHAPTER, FIRST)] == links[1:3]
        assert links[0] == "draft/"

        form = self.read(self.address(FIRST))
        assert form.value("proposed_wording") == "wspieranie sąsiadów"
        location = self.add().response["Location"]

        draft = PositionDraft.objects.get()
        assert (draft.code, draft.clause_id) == (self.code, FIRST)
        assert {name: getattr(draft, name) for name in DRAFT} == DRAFT
        saved = self.read(f"{self.member}{location.removeprefix('../')}")
        query = parse_qs(urlsplit(location).query)
        own = reverse("position_draft", args=[draft.pk, query["key"][0]])
        assert saved.soup.select_one(".secret a")["href"].endswith(own)
        assert "Dopiszmy seniorów." in saved.main
        assert "Anna Próbna" in saved.main
        assert self.read(own).value("text") == "Dopiszmy seniorów."

    def test_unchanged_wording_proposes_nothing(self):
        self.add(proposed_wording="wspieranie sąsiadów")

        assert PositionDraft.objects.get().proposed_wording == ""

    def test_link_to_a_draft_is_spelt_out_for_its_secret_only(self):
        draft = PositionDraftFactory(code=self.code)

        for query in (f"draft={draft.pk}&key=x", "draft=x&key=y", f"draft={draft.pk}"):
            assert not self.read(f"{self.member}?{query}").soup.select(".secret")

    def test_errors_keep_what_was_written(self):
        page = self.add(status=200, text="", kind="")

        assert len(page.faults) == 2
        assert page.value("justification") == DRAFT["justification"]
        assert page.value("author") == DRAFT["author"]
        assert len(self.add(status=200, text="a" * 20_001).faults) == 1
        assert len(self.add(status=200, author="a" * 191).faults) == 1
        assert not PositionDraft.objects.exists()

    def test_huge_body_is_refused(self):
        self.add(status=413, text="a" * 600 * 1024)

    def test_unknown_clause_is_refused_with_the_text_kept(self):
        for clause in (uuid4(), "nie-ma", "' OR 1"):
            self.read(self.address(clause), status=404)
            assert DRAFT["text"] in self.add(clause, status=404).main
        assert not PositionDraft.objects.exists()

    def test_text_is_kept_when_too_much_comes_from_one_address(self):
        with self.settings(PUBLIC_COMMENTS={"most_an_hour": 1}):
            self.add()
            page = self.add(text="jeszcze jeden", status=429)

        assert page.value("text") == "jeszcze jeden"
        assert PositionDraft.objects.count() == 1

    def test_what_is_written_is_printed_as_text(self):
        PositionDraftFactory(code=self.code, text="<script>alert(1)</script>")

        page = self.read(self.member)

        assert "<script>alert(1)</script>" in page.main
        assert not page.soup.select("main script")

    def test_drafts_of_other_organisations_are_not_shown(self):
        other = OrganisationCodeFactory(consultation=self.consultation)
        PositionDraftFactory(code=other, text="Tajemnica innych.")
        PositionDraftFactory(code=other, text="Tajemnica zapisu.", clause_id=FIRST)

        for address in (self.member, self.address(), self.address(FIRST)):
            assert "Tajemnica" not in self.read(address).html

    def test_page_costs_the_same_however_many_drafts_there_are(self):
        costs = []
        for _ in range(2):
            self.read(self.member)
            with CaptureQueriesContext(connection) as queries:
                self.read(self.member)
            costs.append(len(queries))
            PositionDraftFactory.create_batch(30, code=self.code, clause_id=FIRST)

        assert costs[0] == costs[1]

    def test_page_of_many_long_drafts_can_be_sent(self):
        PositionDraftFactory.create_batch(100, code=self.code, text="słowo " * 3_000)

        assert len(self.read(self.member).html) < 200_000


class TestTooLate(MemberCase):
    def test_text_is_shown_when_the_consultation_ends_while_it_is_written(self):
        self.read(self.address(FIRST))
        self.end()

        page = self.add(status=200)

        assert DRAFT["text"] in page.main
        assert not page.soup.select("main form")
        assert not PositionDraft.objects.exists()

    def test_text_is_shown_when_the_code_is_revoked_while_it_is_written(self):
        revoke_code(code=self.code)

        page = self.add(status=404)

        assert DRAFT["text"] in page.main
        assert DRAFT["justification"] in page.main

    def test_drafts_can_be_read_and_not_changed_afterwards(self):
        draft = PositionDraftFactory(code=self.code, text="Mój szkic.")
        for close in (self.submit, self.end):
            close()
            for address in (self.member, self.address(), self.own(draft)):
                page = self.read(address)
                assert not page.soup.select("main form")
            assert "Mój szkic." in self.read(self.member).main
            assert DRAFT["text"] in self.press(self.own(draft), DRAFT).main
            self.press(self.own(draft), take_back="1")
        assert PositionDraft.objects.get().text == "Mój szkic."

    def test_guessed_revoked_and_renewed_addresses_get_one_answer(self):
        draft = PositionDraftFactory(code=self.code)
        pages = [
            self.read(reverse("position", args=[self.code.uid, "x"]), 404),
            self.read(reverse("position", args=[uuid4(), PLAIN]), 404),
            self.read(reverse("position_desk", args=[self.code.uid, PLAIN]), 404),
            self.read(reverse("position_draft", args=[draft.pk, "x"]), 404),
        ]
        revoke_code(code=self.code)
        pages += [self.read(a, 404) for a in (self.member, self.desk, self.own(draft))]

        assert len({page.main for page in pages}) == 1


class TestOwnDraft(MemberCase):
    def test_author_corrects_a_draft(self):
        item = PositionItemFactory(code=self.code, clause_id=FIRST)
        draft = PositionDraftFactory(
            code=self.code, clause_id=FIRST, item=item, state="merged"
        )

        self.press(self.own(draft), DRAFT, 302, text="Inaczej.")

        draft.refresh_from_db()
        assert (draft.text, draft.state) == ("Inaczej.", DraftState.WAITING)
        assert self.read(self.own(draft) + "?saved=1").soup.select("[role=status]")

    def test_author_takes_a_draft_back(self):
        draft = PositionDraftFactory(code=self.code)

        self.press(self.own(draft), take_back="1")

        assert not PositionDraft.objects.exists()
        self.read(self.own(draft), 404)
        assert DRAFT["text"] in self.press(self.own(draft), DRAFT, 404).main

    def test_errors_keep_what_was_written(self):
        draft = PositionDraftFactory(code=self.code, text="stary")

        page = self.press(self.own(draft), DRAFT, 200, kind="nie ma")

        assert len(page.faults) == 1
        assert page.value("text") == DRAFT["text"]
        draft.refresh_from_db()
        assert draft.text == "stary"
