from django.test import TestCase

from pages.comments.models import AnswerAmendment, Ruling
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import translate
from tests.pages.comments.versions import Consulted
from tests.pages.markup import PublicPage, words
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST


class TestReasons(TestCase):
    """Changes that come of comments say so where the changes are shown."""

    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.later = cls.here.next(FIRST, based_on=cls.here.draft)
        cls.url = f"{cls.later.url}?view=changes"
        cls.later.body[0].value["clauses"][0].value["text"] = "wspieranie seniorów"
        cls.later.save()

    def comment(self, **values):
        values = {"answered": True, "about": FIRST, **values}
        return PublicCommentFactory(consultation=self.here.consultation, **values)

    def amend(self, *answers):
        amendment = AmendmentFactory(
            programme=self.here.city.programme, applied_in=self.later, status="applied"
        )
        ChangeReasonFactory(
            draft=self.later,
            clause_id=FIRST,
            kind="amendment",
            amendment=amendment,
            note="",
        )
        for answer in answers:
            AnswerAmendment.objects.create(answer=answer, amendment=amendment)

    def reasons(self, url=None):
        page = PublicPage.get(self.client, url or self.url)
        block = page.soup.select_one(f"#c-{FIRST} + .reasons")
        return {words(li): li.a and li.a["href"] for li in block.select("li")}

    def test_change_names_the_answered_comments_it_comes_from(self):
        first, second = self.comment(), self.comment()
        self.amend(
            AnswerFactory(comments=[first, second], published=True, ruling="accepted")
        )

        told = self.reasons()

        assert len(told) == 3
        assert told["zmiana P1/2014"] is None
        for comment in (first, second):
            [(title, url)] = [(t, u) for t, u in told.items() if comment.code in t]
            assert str(Ruling.ACCEPTED.label) in title
            assert url == comment.url

    def test_comment_is_named_once_however_many_amendments_it_led_to(self):
        answer = AnswerFactory(comments=[self.comment()], published=True)
        self.amend(answer)
        self.amend(answer)

        assert sum("U1/2014" in title for title in self.reasons()) == 1

    def test_translation_tells_it_in_its_own_addresses(self):
        comment = self.comment()
        self.amend(AnswerFactory(comments=[comment], published=True))
        english = translate(self.later, "en", slug="version-4")
        translate(self.here.draft, "en", slug="version-3")
        reasons = self.reasons(f"{english.url}?view=changes&compare=3")

        title = f"comment {comment.code} (not accepted)"
        assert reasons[title] == f"/en/comments/2014/{comment.number}/"

    def test_answers_that_are_not_published_are_not_told(self):
        for state in ("draft", "approved", "revised"):
            self.amend(AnswerFactory(comments=[self.comment()], state=state))

        assert set(self.reasons().values()) == {None}

    def test_comments_that_cannot_be_read_are_not_told(self):
        hidden = [self.comment(answered=False, hidden=True)]
        self.amend(AnswerFactory(comments=hidden, published=True))

        assert list(self.reasons()) == ["zmiana P1/2014"]

    def test_view_costs_the_same_however_many_comments_are_behind_it(self):
        self.amend(AnswerFactory(comments=[self.comment()], published=True))
        few = count_queries(self.client, self.url)
        for _ in range(9):
            self.amend(AnswerFactory(comments=[self.comment()], published=True))

        assert count_queries(self.client, self.url) == few <= 30
