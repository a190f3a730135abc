"""What pages cost that show comments, however many they show."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from pages.comments.models import AnswerAmendment
from tests.factories.clauses import chapter, clause
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
    place_comment,
)
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.snippets import CityUnitFactory
from tests.pages.programmes.closed import consulted
from tests.pages.test_queries import Case, check_cost

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]


class ConsultedCase(Case):
    """A version in consultation: comments at its clauses, answers, changes."""

    def prepare(self):
        uids = [self.uid, *(uuid4() for _ in range(9))]
        body = [chapter("Zadania", *(clause(uid=uid) for uid in uids))]
        self.page = consulted(self.city, body=body)
        self.consultation = ConsultationFactory(draft=self.page)
        self.later = self.city.draft(body, number=4)
        self.first = self.comment()
        return self.page.url

    def comment(self, **values):
        values = {"about": self.uid, "answered": True, **values}
        return PublicCommentFactory(consultation=self.consultation, **values)

    def grow(self, number):
        """Add comments of organisations with answers, earlier ones and amendments."""
        nodes = self.page.clauses[1:]
        for place in range(number):
            comment = self.comment(
                about=UUID(nodes[place % len(nodes)].uid),
                of_organisation=True,
                duplicate_of=self.first,
            )
            self.answer(comment, AnswerFactory(comments=[comment], state="revised"))
            self.answer(comment, AnswerFactory(comments=[comment], published=True))
            place_comment(
                comment=comment, draft=self.later, kind="same", clause_id=self.uid
            )
            self.comment(answered=False, hidden=True)

    def answer(self, comment, answer):
        type(answer).objects.filter(pk=answer.pk).update(
            published_at=timezone.now(), unit=CityUnitFactory()
        )
        amendment = AmendmentFactory(
            programme=self.city.programme, applied_in=self.later, status="applied"
        )
        AnswerAmendment.objects.create(answer=answer, amendment=amendment)
        ChangeReasonFactory(
            draft=self.later, clause_id=comment.clause_id, amendment=amendment
        )


class CommentListCase(ConsultedCase):
    """The list of comments on a version, narrowed by every filter."""

    def prepare(self):
        return (
            f"{super().prepare()}?view=comments&q=seniorów&kind=change&who=organisation"
        )


class FollowedListCase(ConsultedCase):
    """The list of a version that all comments followed into."""

    def prepare(self):
        super().prepare()
        return f"{self.later.url}?view=comments"


class CommentedClauseCase(ConsultedCase):
    """A clause at its permanent address, with comments on its versions."""

    def prepare(self):
        super().prepare()
        return f"/pl/clause/{self.uid}/"


class CommentCase(ConsultedCase):
    """A comment at its permanent address, answered and corrected many times."""

    def prepare(self):
        super().prepare()
        self.answer(self.first, AnswerFactory(comments=[self.first], published=True))
        return self.first.url

    def grow(self, number):
        for place in range(number):
            answer = AnswerFactory(comments=[self.first], state="revised")
            self.answer(self.first, answer)
            later = self.city.draft(
                [clause(uid=self.uid)], number=100 + place, slug=uuid4()
            )
            place_comment(
                comment=self.first, draft=later, kind="same", clause_id=self.uid
            )


class CommentFeedCase(ConsultedCase):
    """The feed of comments and answers."""

    def prepare(self):
        super().prepare()
        return "/pl/feeds/comments/"


class ConsultedHomeCase(ConsultedCase):
    """The home page while consultations are open."""

    def prepare(self):
        super().prepare()
        return self.city.home.url

    def grow(self, number):
        super().grow(number)
        for place in range(number):
            draft = consulted(self.city, number=200 + place, slug=uuid4())
            ConsultationFactory(draft=draft)


class SpeakingOrganisationCase(ConsultedCase):
    """An organisation with comments on several versions."""

    def prepare(self):
        super().prepare()
        return f"/pl/organisations/{self.organisation.slug}/"

    def grow(self, number):
        spoken = {"on_behalf": "organisation", "organisation": self.organisation}
        for _ in range(number):
            comment = self.comment(**spoken)
            self.answer(comment, AnswerFactory(comments=[comment], published=True))


CASES = [
    ConsultedCase,
    CommentListCase,
    FollowedListCase,
    CommentedClauseCase,
    CommentCase,
    CommentFeedCase,
    ConsultedHomeCase,
    SpeakingOrganisationCase,
]


@pytest.mark.parametrize("make", CASES)
def test_page_costs_the_same_however_many_comments_it_shows(client, make):
    check_cost(client, make())
