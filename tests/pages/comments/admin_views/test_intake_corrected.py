"""What was entered wrongly is corrected, as long as nobody has worked with it."""

from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.log_actions import registry

from pages.comments.models import PublicComment
from pages.comments.privacy.contacts import contacts_of
from pages.comments.privacy.erasing import erase_contacts
from pages.comments.sending.intake import CORRECTED_IN, change_entered
from pages.comments.sending.links import make_link
from pages.comments.states import State
from tests.factories.comments import PublicCommentFactory
from tests.pages.comments.staff import COMMENT, address, desk

from .letters import PDF, PNG, enter, file, letter

pytestmark = pytest.mark.django_db


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
