"""Who wrote is erased once its time is over; what was written stays."""

import pytest

from pages.comments.privacy.erasing import erase_contacts as erase_comment
from pages.comments.privacy.registry import erasers
from pages.positions.erasing import erase_contacts
from pages.positions.finding import find_by_link
from pages.positions.submitting import stamp_of, submit_position
from tests.factories.comments import ConsultationFactory
from tests.factories.pages import City
from tests.factories.positions import (
    SECRET,
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.pages.programmes.closed import FIRST, consulted

pytestmark = pytest.mark.django_db


def test_contacts_and_authors_go_and_the_words_stay():
    city = City()
    code, other = (
        OrganisationCodeFactory(
            consultation=ConsultationFactory(draft=consulted(city, number=number))
        )
        for number in (3, 4)
    )
    draft = PositionDraftFactory(code=code, author="Anna Próbna", text="Szkic.")

    assert erase_contacts(code.consultation, True) == 2
    draft.refresh_from_db()
    assert draft.author == "Anna Próbna"
    assert erase_contacts(code.consultation, False) == 2
    assert erase_contacts(code.consultation, False) == 0

    for row in (code, draft, other):
        row.refresh_from_db()
    assert (code.contact_email, draft.author, draft.text) == ("", "", "Szkic.")
    assert find_by_link(code.uid, SECRET) is None
    assert other.contact_email
    assert find_by_link(other.uid, SECRET) == other


def test_address_goes_with_the_last_comment_of_the_position():
    code = OrganisationCodeFactory()
    for clause in (None, FIRST):
        PositionItemFactory(code=code, clause_id=clause)
    first, second = submit_position(code=code, seen=stamp_of(list(code.items.all())))

    erase_comment(comment=first, by_author=True)
    code.refresh_from_db()
    assert code.contact_email
    erase_comment(comment=second, by_author=True)

    code.refresh_from_db()
    assert code.contact_email == ""
    assert find_by_link(code.uid, SECRET) == code


def test_room_of_comments_knows_what_erases():
    assert erase_contacts in erasers()
