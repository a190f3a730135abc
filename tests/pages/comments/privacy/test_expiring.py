"""Contact data go on the day that the consultation names, and not a day before."""

import datetime
from unittest.mock import patch

import pytest
from django.utils import timezone

from pages.comments.models import CommentLink, PublicComment
from pages.comments.privacy import registry
from pages.comments.privacy.contacts import holding_contacts
from pages.comments.privacy.expiring import (
    BATCH,
    UNCONFIRMED_KEPT,
    erase_expired,
    forget_links,
    is_due,
)
from pages.comments.sending.links import make_link
from tests.factories.comments import (
    ConsultationFactory,
    PublicCommentFactory,
    today,
)
from tests.pages.comments.cases import OfficeCase, history
from tests.pages.comments.privacy.author import CONTACT, stored
from tests.pages.comments.visiting import Clock, moment
from tests.pages.programmes.closed import consulted


class ExpiringCase(OfficeCase):
    def setUp(self):
        super().setUp()
        self.enterContext(patch.object(registry, "_erasers", []))

    def due(self, days=0):
        self.consultation.opens_on, self.consultation.closes_on = today(-60), today(-40)
        self.consultation.erase_contacts_on = today(days)
        self.consultation.save()
        return self.consultation

    def unconfirmed(self, age):
        return self.comment("unconfirmed", received_at=timezone.now() - age, **CONTACT)


class TestDays(ExpiringCase):
    def test_contact_data_go_on_the_day_and_not_before(self):
        comment = self.comment(**CONTACT)

        assert erase_expired(self.due(+1)).is_nothing
        assert stored(comment).email

        assert erase_expired(self.due()).comments == 1
        assert stored(comment).email == ""

    def test_day_begins_at_midnight_in_poland(self):
        consultation = self.due()
        consultation.erase_contacts_on = datetime.date(2026, 7, 1)
        clock = Clock(moment(2026, 6, 30, 23, 59, 59))
        self.addCleanup(clock.stop)

        assert not is_due(consultation)
        clock.wait(seconds=1)
        assert is_due(consultation)

    def test_nothing_goes_where_no_day_is_set(self):
        comment = self.comment(**CONTACT)

        assert erase_expired(self.consultation).is_nothing
        assert stored(comment).email

    def test_other_consultation_keeps_its_own(self):
        version = consulted(self.here.city, number=9, title="Wersja 9")
        other = ConsultationFactory(draft=version)
        comment = PublicCommentFactory(consultation=other, **CONTACT)

        assert erase_expired(self.due()).is_nothing
        assert stored(comment).email

    def test_every_state_is_reached(self):
        for state in ("registered", "answered", "withdrawn", "hidden", "unconfirmed"):
            self.comment(state, **CONTACT)

        expired = erase_expired(self.due())

        assert (expired.comments, expired.unconfirmed) == (5, 1)
        assert not holding_contacts(PublicComment.objects.all()).exists()


class TestUnconfirmed(ExpiringCase):
    def test_address_that_nobody_confirmed_goes_after_a_month(self):
        kept = self.unconfirmed(UNCONFIRMED_KEPT - datetime.timedelta(hours=1))
        old = self.unconfirmed(UNCONFIRMED_KEPT + datetime.timedelta(hours=1))
        make_link(comment=old, purpose="confirm")

        expired = erase_expired(self.consultation)

        assert (expired.comments, expired.unconfirmed) == (1, 1)
        assert stored(kept).email
        assert stored(old).email == ""
        assert not old.links.exists()

    def test_registered_comment_of_that_age_keeps_its_own(self):
        comment = self.comment(
            received_at=timezone.now() - 2 * UNCONFIRMED_KEPT, **CONTACT
        )

        assert erase_expired(self.consultation).is_nothing
        assert stored(comment).email


class TestRuns(ExpiringCase):
    def test_dry_run_says_the_same_and_writes_nothing(self):
        comment = self.comment(**CONTACT)
        registry.register(lambda consultation, dry_run: 3 if dry_run else 0)

        expired = erase_expired(self.due(), dry_run=True)

        assert (expired.comments, expired.elsewhere, expired.left) == (1, 3, 0)
        assert stored(comment).email
        assert history(comment) == history(self.consultation) == []

    def test_consultation_notes_the_numbers_once(self):
        for _ in range(2):
            self.comment(**CONTACT)
        self.due()

        erase_expired(self.consultation)
        assert erase_expired(self.consultation).is_nothing

        ((name, _user, data),) = history(self.consultation)
        assert name == "erase_expired"
        assert data == {"comments": 2, "unconfirmed": 0, "elsewhere": 0}

    def test_progress_is_told_after_each_batch(self):
        told = []
        with patch("pages.comments.privacy.expiring.BATCH", 2):
            for _ in range(5):
                self.comment(**CONTACT)
            erase_expired(self.due(), progress=told.append)

        assert told == [2, 4, 5]
        assert BATCH > 2

    def test_run_that_is_cut_off_is_gone_on_with(self):
        for _ in range(3):
            self.comment(**CONTACT)
        self.due()

        def stop(done):
            raise KeyboardInterrupt

        with patch("pages.comments.privacy.expiring.BATCH", 2):
            with pytest.raises(KeyboardInterrupt):
                erase_expired(self.consultation, progress=stop)
            assert holding_contacts(PublicComment.objects.all()).count() == 1

            assert erase_expired(self.consultation).comments == 1
        assert not holding_contacts(PublicComment.objects.all()).exists()


class TestOtherRooms(ExpiringCase):
    def test_other_rooms_erase_with_the_consultation(self):
        asked = []

        def erase(consultation, dry_run):
            asked.append((consultation, dry_run))
            return 4

        registry.register(erase)
        registry.register(erase)

        assert erase_expired(self.consultation).elsewhere == 0
        assert erase_expired(self.due()).elsewhere == 4
        assert asked == [(self.consultation, False)]
        assert history(self.consultation)[0][2]["elsewhere"] == 4

    def test_room_that_fails_keeps_no_other_from_erasing(self):
        comment = self.comment(**CONTACT)

        def fail(consultation, dry_run):
            raise OSError

        registry.register(fail)
        registry.register(lambda consultation, dry_run: 1)

        with self.assertLogs("pages.comments.privacy.expiring", "ERROR"):
            expired = erase_expired(self.due())

        assert (expired.elsewhere, expired.left) == (1, 1)
        assert stored(comment).email == ""


class TestLinks(ExpiringCase):
    def test_links_to_own_data_whose_time_is_over_are_forgotten(self):
        comment = self.comment(**CONTACT)
        for purpose in ("data", "data", "follow"):
            make_link(comment=comment, purpose=purpose)
        past = timezone.now() - datetime.timedelta(minutes=1)
        one = CommentLink.objects.filter(purpose="data").first()
        CommentLink.objects.filter(pk=one.pk).update(expires_at=past)

        assert forget_links() == 1

        kept = comment.links.exclude(purpose="confirm")
        assert sorted(kept.values_list("purpose", flat=True)) == ["data", "follow"]
