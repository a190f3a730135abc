from django.test import RequestFactory, TestCase
from django.utils import timezone
from django.utils.translation import override

from pages.comments.models import AnswerAmendment, Ruling
from pages.comments.public.answers import read_answers
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import translate
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.versions import Consulted
from tests.pages.programmes.closed import CHAPTER, FIRST, SECOND


class TestAnswers(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.comment = PublicCommentFactory(
            consultation=cls.here.consultation, about=FIRST, answered=True
        )

    def read(self):
        request = RequestFactory().get("/")
        return read_answers([self.comment.pk], request).get(self.comment.pk)

    def amend(self, answer, **values):
        amendment = AmendmentFactory(programme=self.here.city.programme, **values)
        AnswerAmendment.objects.create(answer=answer, amendment=amendment)
        return amendment

    def test_answers_that_are_not_published_are_never_told(self):
        for state in ("draft", "approved"):
            AnswerFactory(
                comments=[self.comment], state=state, published_at=timezone.now()
            )

        assert self.read() is None

    def test_answer_is_told_with_ruling_reasons_and_unit(self):
        unit = CityUnitFactory(name="Biuro Kultury", name_en="Culture Office")
        AnswerFactory(comments=[self.comment], published=True, unit=unit)

        current = self.read().current

        assert current.ruling == str(Ruling.REJECTED.label)
        assert current.reasons == "Zadanie należy do powiatu."
        assert (current.unit, current.language) == ("Biuro Kultury", "")
        with override("en"):
            english = self.read().current
        assert (english.unit, english.language) == ("Culture Office", "pl")

    def test_earlier_versions_follow_the_one_that_holds_the_newest_first(self):
        previous = None
        for number in range(3):
            if previous:
                type(previous).objects.filter(pk=previous.pk).update(state="revised")
            previous = AnswerFactory(
                comments=[self.comment],
                published=True,
                previous=previous,
                reasons=f"Wersja {number}.",
                correction="poprawiono" if previous else "",
            )
        AnswerFactory(comments=[self.comment], previous=previous, reasons="Szkic.")

        answers = self.read()

        assert answers.current.reasons == "Wersja 2."
        assert answers.current.correction == "poprawiono"
        assert [a.reasons for a in answers.earlier] == ["Wersja 1.", "Wersja 0."]

    def test_amendment_is_only_named_until_a_version_has_it(self):
        answer = AnswerFactory(comments=[self.comment], published=True)
        amendment = self.amend(answer)

        (change,) = self.read().current.changes

        assert amendment.code in change.title
        assert (change.version, change.places) == (None, ())

    def test_applied_amendment_leads_to_the_version_and_the_clauses_it_changed(self):
        answer = AnswerFactory(comments=[self.comment], published=True)
        later = self.here.next(FIRST, SECOND)
        amendment = self.amend(answer, applied_in=later, status="applied")
        chapter = later.clauses[0].uid
        for uid in (SECOND, FIRST):
            reason = {"kind": "amendment", "amendment": amendment, "note": ""}
            ChangeReasonFactory(draft=later, clause_id=uid, **reason)

        (change,) = self.read().current.changes

        assert change.version.url == f"{later.url}?view=changes"
        assert [place.title for place in change.places] == ["ust. 1", "ust. 2"]
        assert change.places[0].url == (
            f"{later.url}?view=changes&chapter={chapter}#c-{FIRST}"
        )

    def test_clause_that_an_amendment_took_out_has_no_place_in_the_version(self):
        answer = AnswerFactory(comments=[self.comment], published=True)
        later = self.here.next(SECOND)
        amendment = self.amend(answer, applied_in=later, status="applied")
        reason = {"kind": "amendment", "amendment": amendment, "note": ""}
        ChangeReasonFactory(draft=later, clause_id=FIRST, **reason)

        (change,) = self.read().current.changes

        assert change.version.title == later.title
        assert change.places == []

    def test_version_that_is_not_public_is_not_named(self):
        answer = AnswerFactory(comments=[self.comment], published=True)
        for state in ({"unpublished": True}, {"restricted": True}):
            number = 5 + len(state) + self.here.city.programme.get_children().count()
            later = self.here.next(FIRST, number=number, slug=f"v-{number}", **state)
            self.amend(answer, applied_in=later, status="applied")

        assert [c.version for c in self.read().current.changes] == [None, None]

    def test_version_is_linked_in_the_readers_language(self):
        answer = AnswerFactory(comments=[self.comment], published=True)
        amendment = self.amend(answer, applied_in=self.here.draft, status="applied")
        english = translate(self.here.draft, "en", title="Version 3", slug="version-3")
        reason = {"kind": "amendment", "amendment": amendment, "note": ""}
        ChangeReasonFactory(draft=self.here.draft, clause_id=FIRST, **reason)

        with override("en"):
            (change,) = self.read().current.changes

        assert change.version.title == "Version 3"
        (place,) = change.places
        assert place.title == "para. 1"
        assert place.url == f"{english.url}?view=changes&chapter={CHAPTER}#c-{FIRST}"
