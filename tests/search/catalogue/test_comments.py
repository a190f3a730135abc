"""Comments that may be read are found, with the answer that holds, and no others."""

import datetime

from django.test import TestCase

from pages.comments.moving import move
from search.models import CatalogueEntry, Kind
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import FIRST, consulted, staff


def entry(comment):
    entries = CatalogueEntry.objects.filter(kind=Kind.COMMENT)
    return entries.filter(subject=str(comment.pk)).first()


class TestComments(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.draft = consulted()
        cls.consultation = ConsultationFactory(draft=cls.draft)

    def comment(self, **values):
        values = {"published": True, "about": FIRST, **values}
        return PublicCommentFactory(consultation=self.consultation, **values)

    def test_public_comment_is_found_by_all_its_texts(self):
        comment = self.comment(
            text="Za mało", proposed_wording="brzmienie", justification="bo tak"
        )
        found = entry(comment)
        assert found.parts == [
            ["body", "Za mało"],
            ["proposed", "brzmienie"],
            ["reasons", "bo tak"],
        ]
        assert found.title == f"{comment.code}: ust. 1"
        assert found.page_id == self.draft.pk
        assert found.year == comment.year

    def test_answer_that_is_published_is_found_with_its_ruling(self):
        comment = self.comment()
        answer = AnswerFactory(comments=[comment], reasons="Należy do powiatu")
        assert entry(comment).ruling == ""
        answer.state = "published"
        answer.save()
        assert entry(comment).ruling == "rejected"
        assert ["answer", "Należy do powiatu"] in entry(comment).parts

    def test_organisation_that_spoke_is_named_and_known(self):
        comment = self.comment(of_organisation=True)
        found = entry(comment)
        assert list(found.organisations.all()) == [comment.organisation]
        assert ["author", comment.organisation.name] in found.parts

    def test_person_who_spoke_is_not_named_even_where_the_page_does(self):
        comment = self.comment(name="Jan Próbny", name_is_public=True)
        assert "Próbny" not in str(entry(comment).parts)

    def test_comment_that_may_not_be_read_is_not_there(self):
        for state in ("unconfirmed", "hidden", "withdrawn"):
            assert entry(self.comment(**{"published": False, state: True})) is None
        assert entry(self.comment(published=False)) is None

    def test_hiding_takes_out_at_once_and_restoring_brings_back(self):
        comment = self.comment()
        clerk = staff("wydawca-uwag")
        move(comment, "hide", user=clerk, hiding_reason="offence")
        assert entry(comment) is None
        move(comment, "restore", user=clerk)
        assert entry(comment) is not None

    def test_only_an_organisation_is_named_that_speaks_for_itself(self):
        comment = self.comment(
            organisation=OrganisationFactory(name="Fundacja Milcząca"),
            organisation_name="Koło Milczące",
        )
        assert comment.on_behalf == "resident"
        found = entry(comment)
        assert "Milcząc" not in str(found.parts)
        assert not found.organisations.exists()

    def test_date_is_that_of_the_readers(self):
        night = datetime.datetime(2013, 7, 26, 22, 30, tzinfo=datetime.UTC)
        comment = self.comment(received_at=night)
        assert entry(comment).date == datetime.date(2013, 7, 27)
