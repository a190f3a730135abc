"""Comments that wait for an answer follow their clause; nothing is guessed silently."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from pages.comments.models import CommentPlacement, PlacementKind, PublicComment
from pages.comments.moving import move
from pages.comments.office.following import decide_placement, follow_version
from pages.comments.states import OPEN, State
from pages.programmes.models import Clause, ClauseSuccession
from tests.factories.clauses import chapter, clause
from tests.factories.pages import mirror, translate
from tests.pages.comments.cases import OfficeCase, history
from tests.pages.programmes.closed import FIRST, SECOND

NEW = uuid4()
LONG = "Wspieranie aktywności osób starszych mieszkających w Białymstoku od roku 2014."


class FollowingCase(OfficeCase):
    def version(self, *clauses, number=4, published=True):
        """Return a later version of the programme; its texts by their uids."""
        body = [clause(uid=uid, text=text) for uid, text in clauses]
        return self.here.city.draft(
            [chapter("Zadania", *body)],
            number=number,
            title=f"Wersja {number}",
            slug=f"wersja-{number}",
            published=published,
        )

    def place(self, comment, draft):
        return CommentPlacement.objects.get(comment=comment, draft=draft)


class TestFollowing(FollowingCase):
    def test_comment_stays_with_its_clause_whatever_that_says_now(self):
        comment = self.comment()

        draft = self.version((FIRST, "coś zupełnie innego"))

        found = self.place(comment, draft)
        assert (found.kind, found.clause_id) == (PlacementKind.SAME, FIRST)

    def test_clause_with_like_words_is_proposed(self):
        comment = self.comment(quoted=LONG)

        draft = self.version((NEW, LONG.replace("2014", "2015")), (SECOND, "kultura"))

        found = self.place(comment, draft)
        assert (found.kind, found.clause_id) == (PlacementKind.PROPOSED, NEW)
        assert 0.5 < found.score < 1

    def test_clause_that_came_from_it_is_proposed_before_one_with_like_words(self):
        comment = self.comment(quoted=LONG)
        draft = self.version((NEW, "Pomoc seniorom."), (SECOND, LONG), published=False)
        Clause.objects.get_or_create(uid=NEW)
        ClauseSuccession.objects.create(
            old_id=FIRST, new_id=NEW, draft=draft, kind="same"
        )

        follow_version(draft)

        found = self.place(comment, draft)
        assert (found.kind, found.clause_id) == (PlacementKind.PROPOSED, NEW)

    def test_comment_whose_clause_is_gone_is_an_orphan(self):
        comment = self.comment(quoted=LONG)

        draft = self.version((NEW, "rozwój kultury"))

        found = self.place(comment, draft)
        assert (found.kind, found.clause) == (PlacementKind.ORPHAN, None)

    def test_only_what_waits_for_an_answer_follows(self):
        comments = {state: self.comment(state, number=None) for state in State}

        draft = self.version((FIRST, "sąsiedzi"))

        placed = CommentPlacement.objects.filter(draft=draft)
        assert set(placed.values_list("comment", flat=True)) == {
            comments[state].pk for state in OPEN
        }

    def test_comment_on_the_whole_version_does_not_follow(self):
        self.comment(about=None)

        self.version((FIRST, "sąsiedzi"))

        assert not CommentPlacement.objects.exists()

    def test_comments_follow_into_later_versions_of_their_programme_only(self):
        comment = self.comment()

        earlier = self.version((FIRST, "sąsiedzi"), number=2)
        later = self.version((FIRST, "sąsiedzi"), number=5)

        assert [place.draft for place in comment.placements.all()] == [later]
        assert not CommentPlacement.objects.filter(draft=earlier).exists()

    def test_comment_that_comes_after_the_newer_version_follows_too(self):
        draft = self.version((FIRST, "coś zupełnie innego"))

        comment = self.comment()

        assert self.place(comment, draft).kind == PlacementKind.SAME

    def test_comment_registered_or_shown_again_later_follows_too(self):
        unconfirmed = self.comment(state=State.UNCONFIRMED, number=None)
        hidden = self.comment(state=State.HIDDEN, state_before=State.PUBLISHED)
        draft = self.version((FIRST, "coś zupełnie innego"))
        assert not CommentPlacement.objects.exists()

        move(unconfirmed, "register", by_site=True, number=77)
        move(hidden, "restore", by_site=True)

        for comment in (unconfirmed, hidden):
            assert self.place(comment, draft).kind == PlacementKind.SAME

    def test_translation_and_mirror_of_a_version_have_no_places_of_their_own(self):
        comment = self.comment()
        draft = self.version((FIRST, "sąsiedzi"))

        translate(draft, "en")
        mirror(draft, "uk")

        assert [place.draft for place in comment.placements.all()] == [draft]

    def test_version_that_nobody_published_has_no_places(self):
        self.comment()

        self.version((FIRST, "sąsiedzi"), published=False)

        assert not CommentPlacement.objects.exists()

    def test_many_comments_on_a_clause_take_no_more_queries(self):
        self.comment(quoted=LONG)
        draft = self.version((NEW, LONG))
        with self.assertNumQueries(4):
            follow_version(draft)
        for _time in range(20):
            self.comment(quoted=LONG)

        with self.assertNumQueries(4):
            follow_version(draft)

        assert draft.comment_placements.count() == 21


class TestDeciding(FollowingCase):
    def setUp(self):
        super().setUp()
        self.remark = self.comment(quoted=LONG)
        self.next = self.version((NEW, LONG))
        self.proposed = self.place(self.remark, self.next)

    def decide(self, *, accepted, user=None):
        return decide_placement(
            placement=self.proposed, accepted=accepted, user=user or self.clerk
        )

    def test_person_confirms_a_place(self):
        self.decide(accepted=True)

        found = self.place(self.remark, self.next)
        assert (found.kind, found.clause_id) == (PlacementKind.CONFIRMED, NEW)
        assert found.decided_by == self.clerk
        [(name, user, data)] = history(self.remark)
        assert (name, user) == ("place", self.clerk)
        assert data == {"version": "Wersja 4", "accepted": True}

    def test_wrong_place_is_none(self):
        self.decide(accepted=False)

        found = self.place(self.remark, self.next)
        assert (found.kind, found.clause) == (PlacementKind.ORPHAN, None)

    def test_place_is_decided_by_who_may_change_comments(self):
        for user in (self.unit, self.stranger):
            with pytest.raises(PermissionDenied):
                self.decide(accepted=True, user=user)

        assert self.place(self.remark, self.next).kind == PlacementKind.PROPOSED

    def test_decision_stays_when_the_version_is_published_again(self):
        for accepted, kind in (
            (True, PlacementKind.CONFIRMED),
            (False, PlacementKind.ORPHAN),
        ):
            self.decide(accepted=accepted)

            self.next.save_revision().publish()

            assert self.place(self.remark, self.next).kind == kind

    def test_decision_holds_in_later_versions_as_long_as_the_clause_is_there(self):
        self.decide(accepted=True)

        fifth = self.version((NEW, "Pomoc seniorom."), number=5)
        sixth = self.version((SECOND, "rozwój kultury"), number=6)
        seventh = self.version((FIRST, "sąsiedzi"), (NEW, LONG), number=7)

        found = self.place(self.remark, fifth)
        assert (found.kind, found.clause_id) == (PlacementKind.CONFIRMED, NEW)
        assert found.decided_by == self.clerk
        assert self.place(self.remark, sixth).kind == PlacementKind.ORPHAN
        found = self.place(self.remark, seventh)
        assert (found.kind, found.clause_id) == (PlacementKind.SAME, FIRST)

    def test_undecided_place_follows_the_words_when_the_version_changes(self):
        self.next.body = [chapter("Zadania", clause(uid=FIRST, text="sąsiedzi"))]
        self.next.save_revision().publish()

        found = self.place(self.remark, self.next)
        assert (found.kind, found.clause_id) == (PlacementKind.SAME, FIRST)
        assert PublicComment.objects.get().quoted == LONG
