import pytest
from django.db import connection
from django.test import RequestFactory, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from pages.comments.models import HidingReason, OnBehalf, PublicComment
from pages.comments.public.reading import read_comments
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.pages import mirror
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.versions import Consulted
from tests.pages.programmes.closed import FIRST

PRIVATE = {"name": "Jan Tajny", "email": "jan@example.org"}


class TestReading(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()

    def comment(self, **values):
        values = {"published": True, "about": FIRST, **values}
        return PublicCommentFactory(consultation=self.here.consultation, **values)

    def read(self, *comments, here=None):
        request = RequestFactory().get("/")
        return read_comments([c.pk for c in comments], request, here=here)

    def test_comment_is_told_with_what_is_public(self):
        comment = self.comment(
            text="Dopisać seniorów.", proposed_wording="i seniorów", justification="Bo."
        )

        (view,) = self.read(comment)

        assert view.is_shown
        assert (view.code, view.anchor) == (comment.code, f"u-{comment.number}")
        assert view.url == f"/pl/comments/{comment.year}/{comment.number}/"
        assert view.text == "Dopisać seniorów."
        assert (view.proposed_wording, view.justification) == ("i seniorów", "Bo.")
        assert view.place == "ust. 1"
        assert view.version.url == self.here.draft.url

    def test_comments_come_in_the_order_asked_for_and_unknown_ones_not_at_all(self):
        first, second = self.comment(), self.comment()
        secret = self.comment(published=False)

        views = self.read(second, secret, first)

        assert [view.code for view in views] == [second.code, first.code]

    def test_name_of_a_person_is_told_only_where_its_owner_agreed(self):
        silent = self.comment(**PRIVATE)
        open_one = self.comment(**PRIVATE, name_is_public=True)

        first, second = self.read(silent, open_one)

        assert first.author.title == str(OnBehalf.RESIDENT.label)
        assert second.author.title == "Jan Tajny"
        assert "jan@example.org" not in repr((first, second))

    def test_organisation_is_told_with_its_page(self):
        organisation = OrganisationFactory(name="Fundacja Próbna")
        listed = self.comment(
            on_behalf="organisation", organisation=organisation, **PRIVATE
        )
        named = self.comment(on_behalf="organisation", organisation_name="Klub")
        only_picked = self.comment(on_behalf="other", organisation=organisation)

        first, second, third = self.read(listed, named, only_picked)

        assert (first.author.title, first.author.url) == (
            "Fundacja Próbna",
            organisation.url,
        )
        assert (second.author.title, second.author.url) == ("Klub", "")
        assert third.author.title == str(OnBehalf.OTHER.label)

    def test_hidden_comment_is_told_by_its_reason_and_the_office_s_note(self):
        comment = self.comment(
            published=False, hidden=True, text="Obelga", citation="Obelga", **PRIVATE
        )

        (view,) = self.read(comment)

        assert not view.is_shown
        assert str(HidingReason.OFFENCE.label) in view.hidden_because
        assert view.note == "wyzwiska"
        assert "Obelga" not in repr(view)
        assert "Jan" not in repr(view)
        assert view.author is None

    def test_withdrawn_comment_says_no_more_than_that(self):
        comment = self.comment(
            published=False, withdrawn=True, text="Cofam", hiding_note="ukryte"
        )
        AnswerFactory(comments=[comment], published=True, reasons="Odpowiedź.")

        (view,) = self.read(comment)

        assert view.hidden_because
        assert not view.note
        for word in ("Cofam", "ukryte", "Odpowiedź"):
            assert word not in repr(view)

    def test_status_is_the_ruling_and_never_how_far_the_office_is(self):
        states = ("published", "assigned", "drafted", "approved")
        waiting = [self.comment(published=False, state=state) for state in states]
        answered = self.comment(answered=True, published=False)
        AnswerFactory(comments=[answered], published=True, ruling="partly")

        views = self.read(*waiting, answered)

        assert len({view.status for view in views[:-1]}) == 1
        assert views[-1].status == views[-1].answers.current.ruling

    def test_duplicate_names_the_first_as_far_as_that_is_told_of(self):
        first, secret = self.comment(), self.comment(published=False)
        known = self.comment(duplicate_of=first)
        unknown = self.comment(duplicate_of=secret)

        one, other = self.read(known, unknown)

        assert (one.first.title, one.first.url) == (first.code, first.url)
        assert other.first is None

    def test_language_is_told_where_it_is_not_the_readers(self):
        polish, english = self.comment(), self.comment(language="en")

        assert [view.language for view in self.read(polish, english)] == ["", "en"]
        with override("en"):
            assert [v.language for v in self.read(polish, english)] == ["pl", ""]

    def test_version_being_read_is_not_named(self):
        key = self.here.draft.translation_key

        (view,) = self.read(self.comment(), here=key)

        assert view.version is None

    def test_version_is_linked_in_the_readers_language_even_if_only_mirrored(self):
        comment = self.comment()
        alias = mirror(self.here.draft, "uk")

        with override("uk"):
            (view,) = self.read(comment)
        with override("be"):
            (elsewhere,) = self.read(comment)

        assert (view.version.url, view.version.is_own) == (alias.url, False)
        assert elsewhere.version.url == self.here.draft.url


@pytest.mark.django_db
def test_reading_costs_the_same_for_one_comment_and_for_many():
    here = {"consultation": Consulted().consultation}
    first = PublicCommentFactory(published=True, **here)
    repeated = {"answered": True, "duplicate_of": first, "of_organisation": True}
    pks = [PublicCommentFactory(**repeated, **here).pk for _ in range(9)]
    for comment in PublicComment.objects.filter(pk__in=pks):
        AnswerFactory(comments=[comment], published=True)
    request = RequestFactory().get("/")

    with CaptureQueriesContext(connection) as one:
        read_comments(pks[:1], request)
    with CaptureQueriesContext(connection) as many:
        views = read_comments(pks, request)

    assert all(view.answers.current and view.first for view in views)
    assert len(many) <= len(one)
