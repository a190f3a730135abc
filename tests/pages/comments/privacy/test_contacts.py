"""What is private of an author, told of one comment and found among many alike."""

from itertools import product

import pytest

from pages.comments.models import OnBehalf, PublicComment
from pages.comments.privacy.contacts import contacts_of, holding_contacts
from pages.comments.states import State
from tests.factories.comments import ConsultationFactory, PublicCommentFactory

pytestmark = pytest.mark.django_db
NAMES = (("", False), ("Anna", False), ("Anna", True))
EMAILS = ("", "anna@example.org")
SCANS = ("", "comments/2014/0a.pdf")
SPEAKERS = (OnBehalf.RESIDENT, OnBehalf.ORGANISATION)


@pytest.mark.usefixtures("unindexed")
def test_question_to_the_database_agrees_with_that_to_a_comment():
    consultation = ConsultationFactory()
    for (name, is_public), email, scan, speaker, state in product(
        NAMES, EMAILS, SCANS, SPEAKERS, State
    ):
        PublicCommentFactory(
            consultation=consultation,
            name=name,
            name_is_public=is_public,
            email=email,
            scan=scan,
            on_behalf=speaker,
            state=state,
        )
    comments = PublicComment.objects.all()

    found = set(holding_contacts(comments))

    assert found == {comment for comment in comments if contacts_of(comment)}
    assert 0 < len(found) < len(comments)


def test_public_name_is_contact_data_only_when_asked_for():
    comment = PublicCommentFactory(name="Anna", name_is_public=True, email="a@b.pl")

    assert contacts_of(comment) == ("email",)
    assert contacts_of(comment, with_public_name=True) == ("name", "email")
