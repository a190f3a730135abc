import pytest

from pages.comments.models import PublicComment
from pages.comments.public.filtering import CommentFilterForm, narrow
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.versions import Consulted
from tests.pages.programmes.closed import FIRST

CLAUSES = [("§ 1", [(str(FIRST), "ust. 1")])]
AWKWARD = ("nieznane", "\x00", "x" * 3000, "' OR 1=1 --", "<script>", "٣")


def chosen(**data):
    return CommentFilterForm(data, CLAUSES).chosen


def test_known_values_are_chosen():
    data = {
        "clause": str(FIRST),
        "kind": "change",
        "who": "resident",
        "state": "waiting",
        "q": "seniorzy",
    }

    assert chosen(**data) == data


@pytest.mark.parametrize("value", AWKWARD)
def test_unknown_values_count_for_nothing_and_known_ones_beside_them_stay(value):
    fields = dict.fromkeys(("clause", "who", "state"), value)

    assert chosen(**fields, kind="add") == {"kind": "add"}


def test_words_that_cannot_be_looked_for_count_for_nothing():
    for words in ("\x00", "x" * 101, "   "):
        assert chosen(q=words) == {}


@pytest.mark.django_db
class TestNarrow:
    @pytest.fixture(autouse=True)
    def _version(self):
        self.here = Consulted()

    def comment(self, **values):
        values = {"published": True, **values}
        return PublicCommentFactory(consultation=self.here.consultation, **values)

    def found(self, **data):
        return set(narrow(PublicComment.objects.listed(), chosen(**data)))

    def test_nothing_chosen_keeps_stubs_too(self):
        comments = {self.comment(), self.comment(published=False, hidden=True)}

        assert self.found() == comments

    def test_kind_and_speaker_narrow(self):
        support = self.comment(kind="support")
        added = self.comment(kind="add", on_behalf="organisation")

        assert self.found(kind="support") == {support}
        assert self.found(who="organisation") == {added}
        assert self.found(kind="support", who="organisation") == set()

    def test_words_are_found_whatever_their_case_and_marks(self):
        comment = self.comment(text="Żłobek przy ŁÓDZKIEJ", justification="Dzieci.")
        self.comment(text="Ścieżka rowerowa")

        for words in ("żłobek", "ZLOBEK", "łódzkiej zlobek", "dzieci"):
            assert self.found(q=words) == {comment}, words

    def test_percent_and_underscore_are_words_like_others(self):
        comment = self.comment(text="o 100% więcej")
        self.comment(text="o 1000 więcej")

        assert self.found(q="100%") == {comment}

    def test_hidden_and_private_words_are_not_looked_into(self):
        for trait in ("hidden", "withdrawn"):
            self.comment(published=False, text="Zatajone", **{trait: True})
        self.comment(name="Zatajone", email="zatajone@example.org")

        assert self.found(q="Zatajone") == set()
        assert self.found(kind="change") == self.found(who="resident")
        assert all(comment.is_visible for comment in self.found(kind="change"))

    def test_state_tells_what_readers_are_told(self):
        waiting = {
            self.comment(published=False, state=state)
            for state in ("published", "assigned", "drafted", "approved")
        }
        stubs = {
            self.comment(published=False, **{trait: True})
            for trait in ("hidden", "withdrawn")
        }
        accepted = self.comment(published=False, answered=True)
        AnswerFactory(comments=[accepted], published=True, ruling="accepted")

        assert self.found(state="waiting") == waiting
        assert self.found(state="not_shown") == stubs
        assert self.found(state="accepted") == {accepted}
        assert self.found(state="rejected") == set()

    def test_ruling_of_an_answer_that_is_only_drafted_is_not_told(self):
        comment = self.comment(published=False, state="drafted")
        AnswerFactory(comments=[comment], ruling="accepted")
        corrected = self.comment(published=False, answered=True)
        old = AnswerFactory(comments=[corrected], state="revised", ruling="accepted")
        AnswerFactory(
            comments=[corrected], published=True, ruling="partly", previous=old
        )

        assert self.found(state="accepted") == set()
        assert self.found(state="partly") == {corrected}

    def test_organisation_that_was_only_picked_is_no_word(self):
        self.comment(organisation=OrganisationFactory(name="Fundacja Próbna"))

        assert self.found(q="Fundacja") == set()
