import pytest
from django.test import TestCase
from wagtail.models import Page

from pages.comments.public.places import (
    Part,
    Tally,
    count_comments,
    count_readable,
    find_standings,
)
from tests.factories.clauses import clause
from tests.factories.comments import (
    ConsultationFactory,
    PublicCommentFactory,
    place_comment,
)
from tests.factories.pages import mirror, translate
from tests.pages.comments.versions import Consulted
from tests.pages.programmes.closed import FIRST, SECOND

KINDS = {
    "same": Part.CLAUSE,
    "confirmed": Part.CLAUSE,
    "proposed": Part.ELSEWHERE,
    "orphan": Part.ELSEWHERE,
}


class TestStandings(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.draft = cls.here.draft

    def comment(self, about=FIRST, **values):
        values = {"published": True, "consultation": self.here.consultation, **values}
        return PublicCommentFactory(about=about, **values)

    def order(self, draft=None):
        return [s.number for s in find_standings(draft or self.draft)]

    def test_comments_stand_in_the_order_of_the_text_the_whole_version_first(self):
        late = self.comment(SECOND)
        early = self.comment(FIRST)
        whole = self.comment(None)
        again = self.comment(FIRST)

        assert self.order() == [c.number for c in (whole, early, again, late)]

    def test_comments_that_nobody_may_know_of_stand_nowhere(self):
        self.comment(published=False, unconfirmed=True)
        for state in ("registered", "incomplete"):
            self.comment(published=False, state=state)

        assert self.order() == []
        assert count_readable(self.draft.translation_key) == 0

    def test_stubs_stand_in_the_list_but_are_not_counted(self):
        self.comment()
        self.comment(published=False, hidden=True)
        self.comment(published=False, withdrawn=True)

        assert len(find_standings(self.draft)) == 3
        assert count_comments(self.draft) == Tally(1, {str(FIRST): 1})
        assert count_readable(self.draft.translation_key) == 1

    def test_comments_on_a_version_that_is_taken_down_stand_nowhere(self):
        self.comment()
        Page.objects.filter(pk=self.draft.pk).update(live=False)

        assert self.order() == []

    def test_translation_and_mirrored_page_have_the_same_comments(self):
        comment = self.comment()

        for page in (translate(self.draft, "en"), mirror(self.draft, "uk")):
            assert self.order(page.specific) == [comment.number]

    def test_only_certain_places_put_a_comment_under_a_clause(self):
        later = self.here.next(FIRST)
        for kind, part in KINDS.items():
            comment = self.comment()
            place_comment(
                comment=comment,
                draft=later,
                kind=kind,
                clause_id=None if kind == "orphan" else FIRST,
            )

            standings = {s.number: s for s in find_standings(later)}

            assert standings[comment.number].part == part, kind
        assert count_comments(later) == Tally(4, {str(FIRST): 2})

    def test_comment_whose_clause_a_translation_lacks_goes_to_the_end(self):
        translation = translate(self.draft, "en")
        translation.body = [clause(uid=SECOND)]
        translation.save()
        comment = self.comment()

        (standing,) = find_standings(translation)

        assert (standing.number, standing.part) == (comment.number, Part.ELSEWHERE)


@pytest.mark.django_db
def test_comments_on_another_version_are_not_mixed_in():
    here = Consulted()
    PublicCommentFactory(consultation=here.consultation, published=True)
    other = here.next(FIRST, status="consulted", published=True)
    ConsultationFactory(draft=other)

    assert find_standings(other) == []
