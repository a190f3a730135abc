"""Comments on paper, by e-mail and spoken, are entered in the same register."""

import datetime

import pytest
from django.utils import timezone
from wagtail.log_actions import registry

from pages.comments.models import Notice, PublicComment
from pages.comments.states import State
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.staff import COMMENT, address, desk
from tests.pages.programmes.closed import CHAPTER

from .letters import enter, errors, letter

pytestmark = pytest.mark.django_db
ELSEWHERE = "99999999-9999-4999-8999-999999999999"


@pytest.fixture
def consultation():
    """A consultation of each test alone, as some make another city."""
    return ConsultationFactory()


def test_letter_gets_its_number_at_once_and_says_who_entered_it(
    office, clerk, consultation
):
    response = enter(clerk, consultation)

    comment = PublicComment.objects.get()
    assert response.url == desk(comment)
    assert (comment.code, comment.state) == ("U1/2014", State.REGISTERED)
    assert comment.entered_by == office.editor
    assert (comment.clause_number, comment.quoted) == ("1", "wspieranie sąsiadów")
    assert not Notice.objects.exists()
    (entry,) = registry.get_logs_for_instance(comment)
    assert (entry.action, entry.user) == ("public_comments.enter", office.editor)


def test_letters_and_forms_are_numbered_together(clerk, consultation):
    PublicCommentFactory(consultation=consultation)

    enter(clerk, consultation)

    assert PublicComment.objects.get(channel="paper").number == 2


def test_form_starts_with_the_open_consultation(clerk, consultation):
    form = clerk.get(address(COMMENT, "add")).context["form"]

    assert form.initial["consultation"] == consultation.pk
    channels = [value for value, _label in form.fields["channel"].choices]
    assert "form" not in channels


@pytest.mark.parametrize(
    ("received", "is_late"),
    [
        ("2013-10-27 23:59", False),
        ("2013-10-28 00:00", True),
        ("2013-12-01 09:00", True),
        ("2013-01-01 09:00", False),
    ],
)
def test_what_came_after_the_last_day_is_taken_and_flagged(clerk, received, is_late):
    """The clock goes back in the night of the last day."""
    consultation = ConsultationFactory(
        opens_on=datetime.date(2013, 10, 1), closes_on=datetime.date(2013, 10, 27)
    )

    enter(clerk, consultation, received_at=received)

    assert PublicComment.objects.get().is_late is is_late


def test_author_with_an_email_gets_a_receipt(clerk, consultation):
    enter(clerk, consultation, email="anna@example.org")

    assert Notice.objects.get().kind == "receipt"


def test_comment_is_published_where_nobody_reads_it_first(clerk):
    consultation = ConsultationFactory(is_moderated=False)

    enter(clerk, consultation)

    assert PublicComment.objects.get().state == State.PUBLISHED


def test_free_citation_stands_for_a_clause_that_the_letter_names_wrongly(
    clerk, consultation
):
    enter(clerk, consultation, clause="", citation="§ 99")

    comment = PublicComment.objects.get()
    assert (comment.clause, comment.label) == (None, "§ 99")


def test_organisation_is_chosen_or_written(clerk, consultation):
    organisation = OrganisationFactory(name="Fundacja Lato")
    speaks = {"on_behalf": "organisation"}
    enter(clerk, consultation, organisation=organisation.pk, **speaks)
    enter(clerk, consultation, organisation_name="Klub Zima", **speaks)

    authors = PublicComment.objects.order_by("number")
    assert [c.public_author for c in authors] == ["Fundacja Lato", "Klub Zima"]


def test_same_words_are_pointed_out(clerk, consultation):
    enter(clerk, consultation)

    response = clerk.post(
        address(COMMENT, "add"), letter(consultation, name="Inna"), follow=True
    )

    messages = [str(message) for message in response.context["messages"]]
    assert any("U1/2014" in message for message in messages[1:])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"channel": "form"}, "channel"),
        ({"channel": ""}, "channel"),
        ({"received_at": ""}, "received_at"),
        ({"received_at": "wczoraj"}, "received_at"),
        ({"text": ""}, "text"),
        ({"text": " \n\u200f "}, "text"),
        ({"text": "x" * 20_001}, "text"),
        ({"kind": "krzyk"}, "kind"),
        ({"clause": ELSEWHERE}, "clause"),
        ({"email": "anna"}, "email"),
        ({"email": "a@example.org\nBcc: b@example.org"}, "email"),
        ({"language": "xx"}, "language"),
        ({"on_behalf": "organisation"}, "organisation"),
        ({"organisation_name": "Klub"}, "on_behalf"),
        ({"name": "", "name_is_public": "on"}, "name"),
        ({"text": "a\x00b"}, "text"),
    ],
)
def test_form_names_the_field_that_is_wrong(clerk, consultation, values, field):
    assert errors(clerk, consultation, **values) == {field}


def test_consultation_that_is_not_there_is_refused(clerk, consultation):
    form = letter(consultation) | {"consultation": "999"}

    response = clerk.post(address(COMMENT, "add"), form)

    assert set(response.context["form"].errors) == {"consultation"}


def test_moment_that_has_not_come_is_refused(clerk, consultation):
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)

    found = errors(clerk, consultation, received_at=f"{tomorrow:%Y-%m-%d %H:%M}")

    assert found == {"received_at"}


def test_clause_of_another_version_is_refused(clerk, consultation):
    from pages.programmes.models import Clause

    Clause.objects.create(uid=ELSEWHERE)

    assert errors(clerk, consultation, clause=ELSEWHERE) == {"clause"}
    enter(clerk, consultation, clause=CHAPTER)
    assert PublicComment.objects.get().clause_id == CHAPTER


def test_marks_that_turn_the_direction_are_taken_out(clerk, consultation):
    enter(clerk, consultation, text="a\u202eb", name="A\u202eK", citation="§\u20661")

    comment = PublicComment.objects.get()
    assert (comment.text, comment.name, comment.citation) == ("ab", "AK", "§1")


@pytest.mark.parametrize("group", ["Jednostki", "Tłumacze"])
def test_who_has_no_right_enters_and_corrects_nothing(office, consultation, group):
    client = office.browser(group)
    comment = PublicCommentFactory(
        consultation=consultation, channel="paper", entered_by=office.editor
    )

    assert enter(client, consultation).status_code == 302
    url = address(COMMENT, "edit", comment.pk)
    assert client.post(url, letter(consultation)).status_code == 302

    assert PublicComment.objects.get().text == comment.text
