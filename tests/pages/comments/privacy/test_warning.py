"""Staff are told where contact data are kept too long, on the consultation's page."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from pages.comments.forms.consultation import proposed_day
from pages.comments.models import PublicComment
from pages.comments.privacy.erasing import erase_contacts
from pages.comments.privacy.warning import warn_of_contacts
from tests.factories.comments import ConsultationFactory, PublicCommentFactory, today
from tests.pages.comments.privacy.author import CONTACT, EMAIL, NAME
from tests.pages.comments.staff import CONSULTATION, Office, address, desk
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation():
    return ConsultationFactory(
        opens_on=today(-60), closes_on=today(-40), erase_contacts_on=today(-1)
    )


@pytest.fixture
def office():
    return Office()


def test_consultation_without_a_day_is_warned_of(consultation):
    consultation.erase_contacts_on = None

    assert warn_of_contacts(consultation)


def test_day_that_has_not_come_is_no_trouble(consultation):
    PublicCommentFactory(consultation=consultation, **CONTACT)
    consultation.erase_contacts_on = today(+1)

    assert warn_of_contacts(consultation) == ""


def test_contact_data_left_after_the_day_are_counted(consultation):
    for _ in range(2):
        PublicCommentFactory(consultation=consultation, **CONTACT)
    PublicCommentFactory(consultation=consultation)

    with translation.override("en"):
        assert "and 2 comments still" in warn_of_contacts(consultation)
    for comment in PublicComment.objects.all():
        erase_contacts(comment=comment)
    assert warn_of_contacts(consultation) == ""


def test_page_of_the_consultation_shows_the_warning(consultation, office):
    clerk = office.browser("Redakcja")
    url = address(CONSULTATION, "inspect", consultation.pk)
    assert not warnings(clerk, url)
    before = count_queries(clerk, url)

    for _ in range(3):
        PublicCommentFactory(consultation=consultation, **CONTACT)

    assert len(warnings(clerk, url)) == 1
    assert count_queries(clerk, url) == before


def warnings(client, url):
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    return soup.select("main .help-block.help-warning")


def test_new_consultation_is_proposed_a_day_in_a_year(consultation, office):
    clerk = office.browser("Redakcja")

    form = clerk.get(address(CONSULTATION, "add")).context["form"]
    assert form["erase_contacts_on"].value() == proposed_day()
    edit = clerk.get(address(CONSULTATION, "edit", consultation.pk)).context["form"]

    assert edit["erase_contacts_on"].value() == today(-1)
    assert (proposed_day() - today()).days == 365


@pytest.mark.parametrize("group", ["Redakcja", "Wydawca"])
def test_desk_says_that_and_when_contact_data_were_erased(consultation, office, group):
    comment = PublicCommentFactory(consultation=consultation, **CONTACT)
    client = office.browser(group)
    before = author_panel(client, comment)

    erase_contacts(comment=comment)

    after = author_panel(client, comment)
    assert len(after.select("dt")) == len(before.select("dt")) + 1
    assert NAME not in after.text
    assert EMAIL not in after.text
    assert str(today().year) in after.text


def author_panel(client, comment):
    soup = BeautifulSoup(client.get(desk(comment)).content, "html.parser")
    return soup.select_one("#panel-author-section, #author, [id*=author]")
