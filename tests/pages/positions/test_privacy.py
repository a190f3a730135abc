"""Nothing that members draft is found in any public place, nor who they are."""

from pages.positions.submitting import stamp_of, submit_position
from tests.factories.positions import (
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.pages.comments.test_privacy import CommentPlaces
from tests.pages.programmes.closed import FIRST
from tests.pages.public_places import SECRET

WORDS = {
    name: f"{SECRET} {name}" for name in ("text", "proposed_wording", "justification")
}


class TestPositions(CommentPlaces):
    def code(self):
        return OrganisationCodeFactory(
            consultation=self.consultation,
            organisation=self.organisation,
            contact_email=f"{SECRET.lower()}@example.org",
        )

    def places(self):
        yield from super().places()
        for code in ("pl", "en"):
            yield f"/{code}/position/{self.consulted.pk}/"

    def test_drafts_and_positions_show_nowhere(self):
        code = self.code()
        for clause in (None, FIRST):
            PositionDraftFactory(
                code=code, clause_id=clause, author=f"{SECRET} autor", **WORDS
            )
            PositionItemFactory(code=code, clause_id=clause, **WORDS)

        assert self.found_in(SECRET) == []

    def test_only_the_words_of_the_position_show_once_it_is_published(self):
        code = self.code()
        PositionDraftFactory(code=code, author=f"{SECRET} autor", **WORDS)
        PositionItemFactory(code=code, clause_id=FIRST, text="Ogłoszone stanowisko.")
        self.consultation.is_moderated = False
        self.consultation.save()
        submit_position(code=code, seen=stamp_of(list(code.items.all())))

        assert self.found_in(SECRET) == []
        assert len(self.found_in("Ogłoszone stanowisko.")) > 2
