"""Nothing of a comment that is not public is found in any public place."""

from django.utils import timezone
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from pages.comments.models import AnswerAmendment, PublicComment
from search.catalogue.rebuilding import rebuild
from tests.factories.clauses import clause
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
    place_comment,
)
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import translate
from tests.factories.snippets import CityUnitFactory
from tests.pages.programmes.closed import FIRST, consulted, staff
from tests.pages.public_places import SECRET, PublicPlaces

# Everything that an author or a clerk may write into a comment.
WRITTEN = {
    name: f"{SECRET} {name}"
    for name in (
        "text",
        "proposed_wording",
        "justification",
        "citation",
        "organisation_name",
        "name",
    )
}
PERSONAL = {
    "name": f"{SECRET} Nazwisko",
    "email": f"{SECRET.lower()}@example.org",
    "scan": f"comments/2014/{SECRET.lower()}.pdf",
}


class CommentPlaces(PublicPlaces):
    """Public places of a city with a consultation, comments and answers in it."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.consulted = consulted(cls.city, number=300, title="Wersja 300")
        cls.consultation = ConsultationFactory(draft=cls.consulted)
        cls.later = cls.city.draft(
            [clause(text="zmieniony zapis", uid=FIRST)],
            number=301,
            based_on=cls.consulted,
        )
        translate(cls.consulted, "en", title="Version 300", slug="version-300")
        cls.clerk = staff("zatajone-urzednik")
        cls.public = cls.comment(text="Jawna uwaga.")

    @classmethod
    def comment(cls, **values):
        values = {"published": True, "about": FIRST, **values}
        values.setdefault("consultation", cls.consultation)
        return PublicCommentFactory(**values)

    def amend(self, answer):
        """Let a change of the later version come of an answer."""
        amendment = AmendmentFactory(
            programme=self.city.programme, applied_in=self.later, status="applied"
        )
        ChangeReasonFactory(draft=self.later, clause_id=FIRST, amendment=amendment)
        AnswerAmendment.objects.create(answer=answer, amendment=amendment)

    def places(self):
        yield from super().places()
        for code in ("pl", "en"):
            yield f"/{code}/clause/{FIRST}/"
            yield f"/{code}/feeds/comments/"
            for comment in PublicComment.objects.listed():
                yield f"/{code}/comments/{comment.year}/{comment.number}/"
        yield f"{self.later.url}redline.json?compare=300"
        drafts = (
            Page.objects.live()
            .public()
            .filter(programmes_programmedraftpage__isnull=False)
        )
        for draft in drafts:
            for query in (
                "view=changes",
                "view=comments",
                "view=comments&kind=change&who=resident&state=waiting",
                "view=comments&state=not_shown",
            ):
                yield f"{draft.url}?{query}"

    def listed_by(self, **query):
        """Return how many comments the list of the version shows for a query."""
        query = {"view": "comments", **query}
        response = self.client.get(self.consulted.url, query)
        return response.content.count(b'<article class="comment"')


class TestComments(CommentPlaces):
    def test_word_would_be_found_if_it_were_public(self):
        self.comment(text=f"{SECRET} uwaga")

        assert len(self.found_in(SECRET)) > 5

    def test_personal_data_show_nowhere(self):
        for on_behalf in ("resident", "other", "organisation"):
            comment = self.comment(
                published=False,
                answered=True,
                on_behalf=on_behalf,
                organisation=self.organisation,
                entered_by=self.clerk,
                **PERSONAL,
            )
            AnswerFactory(comments=[comment], published=True)

        assert self.found_in(SECRET) == []
        assert self.listed_by(q=SECRET) == 0

    def test_organisation_does_not_show_the_person_who_agreed_for_themselves(self):
        self.comment(
            on_behalf="organisation",
            organisation=self.organisation,
            name_is_public=True,
            **PERSONAL,
        )

        assert self.found_in(SECRET) == []

    def test_comments_that_nobody_read_yet_show_nowhere(self):
        states = [{"unconfirmed": True}, {"state": "registered"}]
        for state in (*states, {"state": "incomplete"}):
            comment = self.comment(published=False, **WRITTEN, **state)
            self.amend(AnswerFactory(comments=[comment], published=True))
            place_comment(
                comment=comment, draft=self.later, kind="same", clause_id=FIRST
            )

        assert self.found_in(SECRET) == []
        assert self.listed_by() == 1
        unread = PublicComment.objects.exclude(pk=self.public.pk)
        for comment in unread.filter(number__isnull=False):
            response = self.client.get(comment.url)
            self.assertNotContains(response, SECRET, status_code=404)

    def test_words_of_hidden_and_withdrawn_comments_show_nowhere(self):
        for trait in ("hidden", "withdrawn"):
            values = {**WRITTEN, "name_is_public": True, trait: True}
            comment = self.comment(published=False, **values)
            answer = AnswerFactory(comments=[comment], published=True, reasons=SECRET)
            self.amend(answer)
            for kind, draft in (("same", self.later), ("orphan", self.draft)):
                place_comment(
                    comment=comment,
                    draft=draft,
                    kind=kind,
                    clause_id=FIRST if kind == "same" else None,
                )

        assert self.found_in(SECRET) == []
        assert self.listed_by(q=SECRET) == 0
        assert self.listed_by() == 3

    def test_note_on_a_comment_that_is_shown_again_shows_nowhere(self):
        self.comment(hiding_reason="offence", hiding_note=f"{SECRET} notatka")

        assert self.found_in(SECRET) == []

    def test_answers_that_are_not_published_show_nowhere(self):
        unit = CityUnitFactory(name=f"{SECRET} Biuro")
        for comment_state, state in (
            ("drafted", "draft"),
            ("approved", "approved"),
            ("answered", "draft"),
            ("answered", "approved"),
        ):
            comment = self.comment(published=False, state=comment_state, unit=unit)
            if comment_state == "answered":
                AnswerFactory(comments=[comment], published=True)
            answer = AnswerFactory(
                comments=[comment],
                state=state,
                reasons=f"{SECRET} powód",
                correction=f"{SECRET} poprawka",
                unit=unit,
                drafted_by=self.clerk,
                approved_by=self.clerk,
                published_at=timezone.now(),
            )
            self.amend(answer)

        assert self.found_in(SECRET) == []

    def test_who_wrote_and_approved_an_answer_shows_nowhere(self):
        comment = self.comment(published=False, answered=True)
        AnswerFactory(
            comments=[comment],
            published=True,
            drafted_by=self.clerk,
            approved_by=self.clerk,
        )

        assert self.found_in("zatajone-urzednik") == []

    def test_comments_on_a_version_that_is_not_public_show_nowhere(self):
        hidden = consulted(self.city, number=302, title="Wersja 302")
        consultation = ConsultationFactory(draft=hidden, notice=f"{SECRET} ogłoszenie")
        comment = self.comment(
            consultation=consultation,
            published=False,
            answered=True,
            organisation=self.organisation,
            on_behalf="organisation",
            **WRITTEN,
        )
        self.amend(AnswerFactory(comments=[comment], published=True, reasons=SECRET))
        place_comment(comment=comment, draft=self.later, kind="same", clause_id=FIRST)
        Page.objects.filter(pk=hidden.pk).update(live=False)
        rebuild(lambda *told: None)  # as after any change past Wagtail

        assert self.found_in(SECRET) == []
        response = self.client.get(comment.url)
        self.assertNotContains(response, SECRET, status_code=404)
        form = self.client.get(f"/pl/comment/{hidden.pk}/")
        self.assertNotContains(form, SECRET, status_code=404)

    def test_later_version_that_is_not_public_is_not_named(self):
        number = 303
        for state in ({"unpublished": True}, {"restricted": True}):
            later = self.city.draft(
                [clause(uid=FIRST)], number=number, title=f"{SECRET} {number}", **state
            )
            comment = self.comment(published=False, answered=True)
            answer = AnswerFactory(comments=[comment], published=True)
            amendment = AmendmentFactory(
                programme=self.city.programme, applied_in=later, status="applied"
            )
            AnswerAmendment.objects.create(answer=answer, amendment=amendment)
            place_comment(comment=comment, draft=later, kind="same", clause_id=FIRST)
            number += 1

        assert self.found_in(SECRET) == []

    def test_comments_and_answers_are_in_no_search_index(self):
        comment = self.comment(**WRITTEN)
        AnswerFactory(comments=[comment], published=True, reasons=SECRET)

        entries = IndexEntry.objects.values_list("title", "autocomplete", "body")

        assert SECRET.lower() not in str(list(entries)).lower()

    def test_api_does_not_serve_comments_to_everybody(self):
        self.comment(**WRITTEN)
        for model in ("publiccomment", "officialanswer", "consultation", "commentlink"):
            for address in (
                "/api/v3/snippets/",
                f"/api/v3/snippets/public_comments.{model}/",
                f"/api/v3/snippets/public_comments.{model}/1/",
            ):
                response = self.client.get(address, follow=True)
                assert SECRET not in response.content.decode(), address
