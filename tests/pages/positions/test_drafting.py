"""Members draft, correct and take back, as long as anything can be submitted."""

from uuid import uuid4

import pytest

from pages.positions import drafting
from pages.positions.drafting import (
    PositionClosedError,
    TooManyDraftsError,
    add_draft,
    change_draft,
    take_back,
)
from pages.positions.finding import find_draft
from pages.positions.issuing import CodeRevokedError, revoke_code
from pages.positions.models import DraftState, PositionDraft
from tests.factories.comments import today
from tests.factories.positions import PositionDraftFactory, PositionItemFactory
from tests.pages.programmes.closed import FIRST

from .case import DRAFT, ClosingCase, PositionCase


class TestDrafting(ClosingCase):
    def add(self, clause=FIRST, **changes):
        return add_draft(
            code=self.code, clause=clause, values={**DRAFT, **changes}, language="be"
        )

    def revoke(self):
        revoke_code(code=self.code)

    def test_draft_is_kept_with_its_place_and_found_by_its_link(self):
        draft, secret = self.add()

        assert find_draft(draft.pk, secret) == draft
        assert find_draft(draft.pk, secret + "x") is None
        assert find_draft(uuid4(), secret) is None
        assert (draft.clause_id, draft.language, draft.state) == (
            FIRST,
            "be",
            DraftState.WAITING,
        )
        assert {name: getattr(draft, name) for name in DRAFT} == DRAFT
        assert secret not in str(PositionDraft.objects.values())

    def test_draft_is_kept_once_when_it_is_sent_twice(self):
        first, _secret = self.add()
        again, secret = self.add()
        other, _secret = self.add(clause=None)

        assert first == again
        assert first != other
        assert find_draft(first.pk, secret) == first

    def test_unknown_clause_is_refused(self):
        with pytest.raises(LookupError):
            self.add(clause=uuid4())

        assert not PositionDraft.objects.exists()

    def test_organisation_has_no_more_drafts_than_can_be_read(self):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(drafting, "MOST_DRAFTS", 2)
            self.add(text="pierwszy")
            self.add(text="drugi")
            with pytest.raises(TooManyDraftsError):
                self.add(text="trzeci")
            self.add(text="drugi")

        assert PositionDraft.objects.count() == 2

    def test_changed_draft_waits_again_and_the_position_keeps_its_words(self):
        item = PositionItemFactory(code=self.code, text="zebrane")
        draft = PositionDraftFactory(code=self.code, item=item, state="merged")

        draft = change_draft(draft=draft, values={**DRAFT, "text": "inaczej"})

        item.refresh_from_db()
        assert (draft.text, draft.state, draft.item) == (
            "inaczej",
            DraftState.WAITING,
            None,
        )
        assert draft.changed_at > draft.created_at
        assert item.text == "zebrane"

    def test_draft_that_is_taken_back_is_gone(self):
        item = PositionItemFactory(code=self.code)
        draft = PositionDraftFactory(code=self.code, item=item, state="merged")

        take_back(draft=draft)

        assert not PositionDraft.objects.exists()
        assert self.code.items.get() == item
        with pytest.raises(PositionDraft.DoesNotExist):
            change_draft(draft=PositionDraft(pk=draft.pk, code=self.code), values=DRAFT)

    def test_nothing_is_written_when_it_is_too_late(self):
        draft = PositionDraftFactory(code=self.code, text="stary")
        for close, error in (
            (self.submit, PositionClosedError),
            (self.end, PositionClosedError),
            (self.revoke, CodeRevokedError),
        ):
            close()
            with pytest.raises(error):
                self.add()
            with pytest.raises(error):
                change_draft(draft=draft, values=DRAFT)
            with pytest.raises(error):
                take_back(draft=draft)
        assert PositionDraft.objects.get().text == "stary"


class TestBeforeItOpens(PositionCase):
    values = {"opens_on": today(+2)}

    def test_members_draft_already(self):
        add_draft(code=self.code, clause=None, values=DRAFT, language="pl")

        assert self.code.drafts.count() == 1
