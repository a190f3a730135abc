"""Who wrote goes, what was said stays; and nothing is left beside the comment."""

from unittest.mock import patch

import pytest
from django.core import serializers
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry, ReferenceIndex

from pages.comments.models import CommentLink, LinkPurpose, Notice
from pages.comments.office.moderating import ask_back, withdraw_for_author
from pages.comments.privacy.erasing import erase_contacts
from pages.comments.privacy.orphans import scan_storage
from pages.comments.sending.links import make_link
from tests.pages.comments.cases import OfficeCase, history
from tests.pages.comments.privacy.author import CONTACT, EMAIL, NAME, give_scan, stored

WORDS = ("text", "proposed_wording", "justification", "number", "state", "on_behalf")


class ErasingCase(OfficeCase):
    def mine(self, state="published", **values):
        return self.comment(state, **{**CONTACT, **values})

    def erase(self, comment, **wishes):
        with self.captureOnCommitCallbacks(execute=True):
            return erase_contacts(comment=comment, **wishes)


class TestErasing(ErasingCase):
    def test_contact_data_go_and_the_comment_stays(self):
        comment = self.mine(proposed_wording="i seniorów", justification="Bo są.")
        file = give_scan(comment)
        before = [getattr(comment, name) for name in WORDS]

        assert self.erase(comment) is True

        kept = stored(comment)
        assert (kept.name, kept.email, kept.scan.name) == ("", "", "")
        assert not file.exists()
        assert kept.contacts_erased_at
        assert [getattr(kept, name) for name in WORDS] == before

    def test_caller_sees_what_was_erased(self):
        comment = self.mine()

        self.erase(comment)

        assert (comment.name, comment.email) == ("", "")
        assert comment.contacts_erased_at == stored(comment).contacts_erased_at

    def test_erasing_twice_does_nothing_more(self):
        comment = self.mine()
        self.erase(comment)
        first = stored(comment).contacts_erased_at

        assert self.erase(comment) is False
        assert stored(comment).contacts_erased_at == first
        assert len(history(comment)) == 1

    def test_comment_without_contact_data_is_not_said_to_have_lost_any(self):
        comment = self.comment()

        assert self.erase(comment) is False
        assert stored(comment).contacts_erased_at is None
        assert history(comment) == []

    def test_contact_data_entered_anew_are_erased_anew(self):
        comment = self.mine()
        self.erase(comment)
        type(comment).objects.filter(pk=comment.pk).update(email=EMAIL)

        assert self.erase(comment) is True
        assert stored(comment).email == ""

    def test_log_says_what_went_and_whose_wish_it_was_but_no_value(self):
        for wishes, who in (
            ({"by_author": True}, "author"),
            ({"user": self.head}, "staff"),
            ({}, "site"),
        ):
            comment = self.mine()

            self.erase(comment, **wishes)

            ((name, user, data),) = history(comment)
            assert (name, user) == ("erase_contacts", wishes.get("user"))
            assert data == {"by": who, "fields": ["name", "email"]}

    def test_who_may_not_know_the_author_may_not_erase_either(self):
        comment = self.mine()

        with pytest.raises(PermissionDenied):
            erase_contacts(comment=comment, user=self.stranger)

        assert stored(comment).email == EMAIL

    def test_nothing_is_left_of_the_author_in_any_table(self):
        comment = self.mine("registered")
        give_scan(comment)
        ask_back(comment=comment, message=f"Pani {NAME}, która?", user=self.clerk)
        note = f"{NAME} napisała z {EMAIL}."
        withdraw_for_author(comment=comment, note=note, user=self.clerk)
        ReferenceIndex.create_or_update_for_object(comment)
        assert NAME in tables(comment)

        self.erase(comment)

        left = tables(comment)
        assert NAME not in left
        assert EMAIL not in left

    def test_that_there_were_letters_stays_in_the_history(self):
        comment = self.mine("registered")
        ask_back(comment=comment, message="Która sala?", user=self.clerk)

        self.erase(comment)

        asked, _erased = history(comment)
        assert asked[:2] == ("ask_back", self.clerk)
        assert asked[2] == {"from": "registered", "to": "incomplete", "note": ""}

    def test_refusal_in_the_middle_erases_nothing(self):
        comment = self.mine()
        file = give_scan(comment)

        with (
            patch("pages.comments.privacy.erasing.log", side_effect=RuntimeError),
            pytest.raises(RuntimeError),
        ):
            self.erase(comment)

        assert stored(comment).email == EMAIL
        assert file.exists()


def tables(comment):
    """Return all that the database keeps of a comment, as text."""
    rows = [
        stored(comment),
        *Notice.objects.filter(comment=comment),
        *CommentLink.objects.filter(comment=comment),
        *ModelLogEntry.objects.for_instance(comment),
        *ReferenceIndex.get_references_for_object(comment),
    ]
    return str(serializers.serialize("python", rows))


class TestNames(ErasingCase):
    def test_public_name_stays_unless_its_owner_wants_it_gone(self):
        comment = self.mine(name_is_public=True)

        self.erase(comment)
        assert (stored(comment).public_author, stored(comment).email) == (NAME, "")

        assert self.erase(comment, with_public_name=True) is True
        kept = stored(comment)
        assert (kept.name, kept.name_is_public) == ("", False)
        assert NAME not in str(kept.public_author)

    def test_name_that_nobody_will_see_goes_although_it_was_to_be_public(self):
        for state in ("withdrawn", "unconfirmed"):
            comment = self.mine(state, name_is_public=True)
            self.erase(comment)
            assert stored(comment).name == "", state
        comment = self.mine(name_is_public=True, on_behalf="organisation")
        self.erase(comment)
        assert stored(comment).name == ""

    def test_organisation_stays(self):
        comment = self.mine(of_organisation=True, organisation_name="Koło")

        self.erase(comment, with_public_name=True)

        kept = stored(comment)
        assert (kept.organisation_id, kept.organisation_name) == (
            comment.organisation_id,
            "Koło",
        )


class TestLinks(ErasingCase):
    def test_link_to_follow_stays_and_the_others_go(self):
        comment = self.mine()
        for purpose in (LinkPurpose.FOLLOW, LinkPurpose.DATA):
            make_link(comment=comment, purpose=purpose)

        self.erase(comment)

        assert [link.purpose for link in comment.links.all()] == ["follow"]

    def test_link_to_follow_goes_when_its_owner_wants_so(self):
        comment = self.mine()
        make_link(comment=comment, purpose=LinkPurpose.FOLLOW)

        self.erase(comment, with_links=True)

        assert not comment.links.exists()


class TestScans(ErasingCase):
    def test_file_that_is_gone_already_is_no_trouble(self):
        comment = self.mine()
        give_scan(comment).unlink()

        self.erase(comment)

        assert not stored(comment).scan

    def test_file_stays_until_the_transaction_is_over(self):
        comment = self.mine()
        file = give_scan(comment)

        with self.captureOnCommitCallbacks(execute=True):
            erase_contacts(comment=comment)
            assert file.exists()

        assert not file.exists()

    def test_scan_whose_file_cannot_be_deleted_is_tried_again(self):
        comment = self.mine()
        file = give_scan(comment)
        with (
            patch.object(scan_storage(), "delete", side_effect=PermissionError),
            self.assertLogs("pages.comments.privacy.erasing", "ERROR"),
        ):
            self.erase(comment)
        assert stored(comment).scan
        assert stored(comment).email == ""

        self.erase(comment)

        assert not stored(comment).scan
        assert not file.exists()
