"""Comments on paper, by e-mail and spoken, in the same register; and their scans."""

import datetime
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.log_actions import registry

from pages.comments.models import Notice, PublicComment
from pages.comments.privacy.contacts import contacts_of
from pages.comments.privacy.erasing import erase_contacts
from pages.comments.sending.intake import CORRECTED_IN, change_entered
from pages.comments.sending.links import make_link
from pages.comments.states import State
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.staff import COMMENT, Office, address, desk
from tests.pages.programmes.closed import CHAPTER

from .letters import PDF, PNG, enter, errors, file, letter

pytestmark = pytest.mark.django_db
ELSEWHERE = "99999999-9999-4999-8999-999999999999"


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def clerk(office):
    return office.browser("Redakcja")


@pytest.fixture
def consultation():
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


class TestCorrecting:
    @pytest.fixture
    def comment(self, clerk, consultation):
        enter(
            clerk,
            consultation,
            email="anna@example.org",
            scan=file(PDF),
            text="Stare słowa",
        )
        return PublicComment.objects.get()

    def change(self, client, comment, **values):
        form = letter(comment.consultation, text="Stare słowa")
        del form["consultation"]
        form = {**form, "name": "", "email": "", **values}
        return client.post(address(COMMENT, "edit", comment.pk), form)

    def test_what_was_there_before_is_kept_but_nothing_private(
        self, office, clerk, comment
    ):
        response = self.change(
            office.browser("Wydawca"),
            comment,
            text="Nowe słowa",
            clause="",
            name="Ewa Nowak",
            email="anna@example.org",
        )

        assert response.url == desk(comment)
        changed = PublicComment.objects.get()
        assert (changed.text, changed.clause_id) == ("Nowe słowa", None)
        assert (changed.quoted, changed.number) == ("", comment.number)
        entry = registry.get_logs_for_instance(comment).first()
        assert entry.user == office.publisher
        assert entry.data["before"]["text"] == "Stare słowa"
        assert set(entry.data["before"]) == {"text", "clause"}
        assert entry.data["private"] == ["name"]
        assert "Kowalska" not in str(entry.data)
        assert "Stare słowa" in clerk.get(desk(comment)).content.decode()

    def test_replaced_scan_is_noted_and_the_earlier_file_stays(self, clerk, comment):
        before = comment.scan

        self.change(clerk, comment, scan=file(PNG, "nowy.png"))

        after = PublicComment.objects.get().scan
        assert after.name.endswith(".png")
        assert Path(before.path).read_bytes() == PDF
        entry = registry.get_logs_for_instance(comment).first()
        assert entry.data["private"] == ["scan"]
        assert before.name not in str(entry.data)

    def test_lateness_follows_the_date(self, clerk, comment):
        comment.consultation.closes_on = comment.consultation.opens_on
        comment.consultation.save()

        self.change(
            clerk, comment, received_at=f"{timezone.localtime():%Y-%m-%d %H:%M}"
        )

        assert PublicComment.objects.get().is_late

    def test_who_may_not_know_it_neither_changes_nor_publishes_it(self, clerk, comment):
        page = clerk.get(address(COMMENT, "edit", comment.pk)).content.decode()
        self.change(
            clerk, comment, name="Ewa", name_is_public="on", email="ewa@example.org"
        )

        kept = PublicComment.objects.get()
        assert (kept.name, kept.email) == ("Anna Kowalska", "anna@example.org")
        assert not kept.name_is_public
        assert kept.scan.name == comment.scan.name
        assert "Kowalska" not in page
        assert "anna@" not in page

    def test_who_may_know_it_sees_it_and_may_take_it_out(self, office, comment):
        client = office.browser("Wydawca")
        page = client.get(address(COMMENT, "edit", comment.pk)).content.decode()
        self.change(client, comment)

        assert "anna@example.org" in page
        assert PublicComment.objects.get().email == ""

    def test_what_is_erased_does_not_come_back_from_a_form_opened_before(
        self, office, comment, django_capture_on_commit_callbacks
    ):
        client = office.browser("Wydawca")
        with django_capture_on_commit_callbacks(execute=True):
            erase_contacts(comment=comment)

        page = client.get(address(COMMENT, "edit", comment.pk)).content.decode()
        self.change(
            client,
            comment,
            text="Nowe słowa",
            name="Anna Kowalska",
            email="anna@example.org",
            scan=file(PNG, "nowy.png"),
        )

        kept = PublicComment.objects.get()
        assert kept.text == "Nowe słowa"
        assert contacts_of(kept, with_public_name=True) == ()
        assert 'name="email"' not in page

    def test_erasing_while_a_correction_is_saved_holds(self, office, comment):
        stale = PublicComment.objects.get()
        erase_contacts(comment=comment)
        stale.email = "anna@example.org"

        change_entered(comment=stale, user=office.publisher)

        kept = PublicComment.objects.get()
        assert (kept.name, kept.email) == ("", "")

    def test_links_that_went_to_a_wrong_address_work_no_more(self, office, comment):
        for purpose in ("follow", "data"):
            make_link(comment=comment, purpose=purpose)
        client = office.browser("Wydawca")

        self.change(client, comment, email="ANNA@example.org")
        assert comment.links.count() == 2
        self.change(client, comment, email="wlasciwa@example.org")

        assert not comment.links.exists()

    def test_words_of_the_form_are_their_authors(self, clerk, consultation):
        comment = PublicCommentFactory(consultation=consultation, text="Moje słowa")

        response = self.change(clerk, comment, text="Cudze słowa")

        assert response.url == desk(comment)
        assert PublicComment.objects.get().text == "Moje słowa"

    @pytest.mark.parametrize("state", [one for one in State if one not in CORRECTED_IN])
    def test_what_is_read_or_answered_or_done_with_stays(self, clerk, comment, state):
        url = address(COMMENT, "edit", comment.pk)
        assert url in clerk.get(desk(comment)).content.decode()
        PublicComment.objects.update(state=state, state_before=State.PUBLISHED)

        response = self.change(clerk, comment, text="Nowe słowa")

        assert response.url == desk(comment)
        assert url not in clerk.get(desk(comment)).content.decode()
        assert PublicComment.objects.get().text == "Stare słowa"


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
