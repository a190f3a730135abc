"""The contact person makes one position of many drafts."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.comments.models import LONGEST_TEXT
from pages.positions.composing import (
    ItemChangedError,
    TooLongError,
    joined,
    leave_out,
    move_item,
    remove_item,
    save_item,
    take_drafts,
)
from pages.positions.drafting import PositionClosedError
from pages.positions.models import DraftState, PositionItem
from tests.factories.positions import (
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.pages.programmes.closed import FIRST, SECOND

from .case import PositionCase

WORDS = {
    "kind": "add",
    "text": "Nasze stanowisko.",
    "proposed_wording": "",
    "justification": "",
}


@given(st.lists(st.text(min_size=1), max_size=5))
def test_joined_texts_have_each_once_and_in_order(texts):
    whole = joined("", texts)

    assert whole == "\n\n".join(dict.fromkeys(texts))
    assert joined(whole, [whole]) == whole


class TestComposing(PositionCase):
    def drafts(self, *texts, clause=FIRST, code=None, **values):
        return [
            PositionDraftFactory(
                code=code or self.code, clause_id=clause, text=text, **values
            )
            for text in texts
        ]

    def take(self, *drafts, clause=FIRST):
        return take_drafts(
            code=self.code, clause=clause, uids=[draft.pk for draft in drafts]
        )

    def order(self):
        return list(self.code.items.values_list("text", flat=True))

    def test_drafts_of_a_clause_become_one_part(self):
        one, two, left = self.drafts("Pierwszy.", "Drugi.", "Trzeci.", kind="support")

        item = self.take(one, two)

        one.refresh_from_db()
        left.refresh_from_db()
        assert (item.text, item.kind) == ("Pierwszy.\n\nDrugi.", "support")
        assert (one.state, one.item) == (DraftState.MERGED, item)
        assert left.state == DraftState.WAITING

    def test_words_are_added_once_to_what_the_position_says(self):
        saved = save_item(code=self.code, clause=FIRST, values=WORDS, seen="")
        (draft,) = self.drafts("Szkic.", proposed_wording="nowe brzmienie")

        self.take(draft)
        item = self.take(draft)

        assert item == saved
        assert (item.text, item.kind) == ("Nasze stanowisko.\n\nSzkic.", "add")
        assert item.proposed_wording == "nowe brzmienie"

    def test_drafts_of_other_clauses_and_organisations_are_not_taken(self):
        (elsewhere,) = self.drafts("Gdzie indziej.", clause=SECOND)
        stranger = OrganisationCodeFactory(consultation=self.consultation)
        (foreign,) = self.drafts("Obcy.", code=stranger)

        assert self.take(elsewhere, foreign) is None

        leave_out(code=self.code, clause=FIRST, uids=[elsewhere.pk, foreign.pk])
        for draft in (elsewhere, foreign):
            draft.refresh_from_db()
            assert draft.state == DraftState.WAITING
        assert not PositionItem.objects.exists()

    def test_nothing_is_taken_when_it_would_be_too_long(self):
        drafts = self.drafts("a" * LONGEST_TEXT, "b")

        with pytest.raises(TooLongError):
            self.take(*drafts)

        assert not PositionItem.objects.exists()
        assert self.take(drafts[0]).text == "a" * LONGEST_TEXT

    def test_draft_that_is_left_out_may_come_in_later(self):
        (draft,) = self.drafts("Szkic.")
        leave_out(code=self.code, clause=FIRST, uids=[draft.pk])
        draft.refresh_from_db()
        assert draft.state == DraftState.LEFT_OUT

        self.take(draft)

        draft.refresh_from_db()
        assert draft.state == DraftState.MERGED

    def test_second_window_does_not_write_over_the_first(self):
        item = save_item(code=self.code, clause=FIRST, values=WORDS, seen="")
        seen = item.stamp
        save_item(
            code=self.code, clause=FIRST, values={**WORDS, "text": "A"}, seen=seen
        )

        for stale in (seen, ""):
            with pytest.raises(ItemChangedError):
                save_item(code=self.code, clause=FIRST, values=WORDS, seen=stale)
            with pytest.raises(ItemChangedError):
                remove_item(code=self.code, clause=FIRST, seen=stale)

        assert self.order() == ["A"]

    def test_part_that_was_removed_in_another_window_is_not_made_anew(self):
        item = save_item(code=self.code, clause=None, values=WORDS, seen="")
        remove_item(code=self.code, clause=None, seen=item.stamp)

        with pytest.raises(ItemChangedError):
            save_item(code=self.code, clause=None, values=WORDS, seen=item.stamp)
        remove_item(code=self.code, clause=None, seen=item.stamp)

        assert self.order() == []

    def test_drafts_wait_again_when_their_part_is_removed(self):
        (draft,) = self.drafts("Szkic.")
        item = self.take(draft)

        remove_item(code=self.code, clause=FIRST, seen=item.stamp)

        draft.refresh_from_db()
        assert (draft.state, draft.item) == (DraftState.WAITING, None)

    def test_parts_are_put_into_another_order(self):
        for clause, text in ((FIRST, "a"), (SECOND, "b"), (None, "c")):
            values = {**WORDS, "text": text}
            save_item(code=self.code, clause=clause, values=values, seen="")
        last = self.code.items.last()
        other = OrganisationCodeFactory(consultation=self.consultation)
        stranger = PositionItemFactory(code=other, text="obcy")

        move_item(code=self.code, pk=last.pk, up=True)
        assert self.order() == ["a", "c", "b"]
        move_item(code=self.code, pk=last.pk, up=False)
        move_item(code=self.code, pk=last.pk, up=False)
        move_item(code=self.code, pk=stranger.pk, up=True)

        assert self.order() == ["a", "b", "c"]

    def test_unknown_clause_is_refused(self):
        with pytest.raises(LookupError):
            save_item(code=self.code, clause=uuid4(), values=WORDS, seen="")

    def test_nothing_changes_once_it_is_submitted(self):
        item = PositionItemFactory(code=self.code)
        (draft,) = self.drafts("Szkic.")
        self.code.submitted_at = self.code.issued_at
        self.code.save()

        for change in (
            lambda: save_item(code=self.code, clause=None, values=WORDS, seen=""),
            lambda: self.take(draft),
            lambda: leave_out(code=self.code, clause=FIRST, uids=[draft.pk]),
            lambda: remove_item(code=self.code, clause=None, seen=item.stamp),
            lambda: move_item(code=self.code, pk=item.pk, up=True),
        ):
            with pytest.raises(PositionClosedError):
                change()
