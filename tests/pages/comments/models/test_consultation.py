"""A consultation: its days by the Polish clock, its version, its numbers."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pages.comments.models import CommentRegister, Consultation, Phase
from pages.programmes.models import ProgrammeDraftPage
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import mirror, translate
from tests.pages.comments.cases import OfficeCase
from tests.pages.comments.visiting import moment
from tests.pages.programmes.closed import consulted

DAY = datetime.timedelta(days=1)
SECOND = datetime.timedelta(seconds=1)


def days(first, last):
    return Consultation(
        opens_on=datetime.date.fromisoformat(first),
        closes_on=datetime.date.fromisoformat(last),
    )


class TestPhase:
    def test_days_begin_and_end_by_the_polish_clock(self):
        consultation = days("2026-05-04", "2026-05-18")

        assert consultation.opens_at == moment(2026, 5, 4)
        assert consultation.closes_at == moment(2026, 5, 19)
        assert consultation.opens_at.astimezone(datetime.UTC).hour == 22
        for at, phase in (
            (moment(2026, 5, 3, 23, 59, 59), Phase.ANNOUNCED),
            (moment(2026, 5, 4), Phase.OPEN),
            (moment(2026, 5, 18, 23, 59, 59), Phase.OPEN),
            (moment(2026, 5, 19), Phase.CLOSED),
        ):
            assert consultation.phase_at(at) == phase
            assert consultation.phase_at(at.astimezone(datetime.UTC)) == phase

    @pytest.mark.parametrize(
        ("day", "hours"), [("2026-10-25", 25), ("2026-03-29", 23), ("2026-05-18", 24)]
    )
    def test_single_day_is_as_long_as_the_clock_makes_it(self, day, hours):
        consultation = days(day, day)

        opens, closes = (
            at.astimezone(datetime.UTC)
            for at in (consultation.opens_at, consultation.closes_at)
        )
        assert closes - opens == datetime.timedelta(hours=hours)
        assert consultation.phase_at(closes - SECOND) == Phase.OPEN
        assert consultation.phase_at(closes) == Phase.CLOSED

    @pytest.mark.parametrize("day", ["2026-10-25", "2026-03-29"])
    def test_all_hours_of_a_day_are_open_when_the_clock_changes(self, day):
        consultation = days(day, day)

        at, found = consultation.opens_at.astimezone(datetime.UTC), set()
        while at < consultation.closes_at:
            found.add(consultation.phase_at(at))
            at += datetime.timedelta(minutes=30)
        assert found == {Phase.OPEN}


class TestQuestions(OfficeCase):
    def test_consultations_open_at_a_moment_are_those_of_its_day(self):
        self.consultation.opens_on = datetime.date(2026, 10, 12)
        self.consultation.closes_on = datetime.date(2026, 10, 25)
        self.consultation.save()

        for at, is_open in (
            (moment(2026, 10, 11, 23, 59, 59), False),
            (moment(2026, 10, 12), True),
            (moment(2026, 10, 25, 23, 59, 59), True),
            (moment(2026, 10, 26), False),
        ):
            assert Consultation.objects.open(at).exists() == is_open
            at = at.astimezone(datetime.UTC)
            assert Consultation.objects.open(at).exists() == is_open

    def test_consultation_is_found_by_its_version_in_any_language(self):
        for page in (
            self.draft,
            translate(self.draft, "en"),
            mirror(self.draft, "uk"),
        ):
            assert Consultation.objects.of(page).get() == self.consultation

    def test_consultation_is_public_as_long_as_its_version_is(self):
        assert list(Consultation.objects.public()) == [self.consultation]

        # The site itself refuses to hide a version in consultation.
        ProgrammeDraftPage.objects.update(live=False)

        assert not Consultation.objects.public().exists()

    def test_year_is_that_of_the_programme(self):
        assert self.consultation.year == self.here.city.programme.year


class TestRules(OfficeCase):
    def errors(self, consultation):
        try:
            consultation.full_clean()
        except ValidationError as error:
            return error.message_dict
        return {}

    def test_consultation_in_order_has_no_errors(self):
        assert self.errors(self.consultation) == {}

    def test_last_day_is_not_before_the_first(self):
        self.consultation.closes_on = self.consultation.opens_on - DAY

        assert self.errors(self.consultation)["closes_on"]
        with pytest.raises(IntegrityError), transaction.atomic():
            self.consultation.save()

    def test_only_a_closed_version_is_put_out(self):
        draft = self.here.next()
        consultation = ConsultationFactory.build(draft=draft)

        assert set(self.errors(consultation)) == {"draft"}

    def test_version_stays_once_there_are_comments(self):
        other = consulted(self.here.city, number=4, title="Wersja 4")
        self.consultation.draft = ProgrammeDraftPage.objects.get(pk=other.pk)
        assert self.errors(self.consultation) == {}

        PublicCommentFactory(consultation=self.consultation)

        assert self.errors(self.consultation) == {
            "draft": ["It has comments: the version must stay."]
        }

    def test_consultation_opens_no_later_once_there_are_comments(self):
        PublicCommentFactory(consultation=self.consultation)
        self.consultation.opens_on -= DAY
        assert self.errors(self.consultation) == {}

        self.consultation.opens_on += 2 * DAY

        assert set(self.errors(self.consultation)) == {"opens_on"}

    def test_last_day_may_be_moved_while_there_are_comments(self):
        PublicCommentFactory(consultation=self.consultation)
        self.consultation.closes_on += 7 * DAY

        assert self.errors(self.consultation) == {}

    def test_version_has_one_consultation(self):
        consultation = ConsultationFactory.build(draft=self.draft)

        assert set(self.errors(consultation)) == {"draft"}


class TestNumbers(OfficeCase):
    def test_numbers_begin_anew_each_year(self):
        found = [CommentRegister.next_number(year) for year in (2014, 2014, 2015, 2014)]

        assert found == [1, 2, 1, 3]

    def test_number_is_given_back_when_what_it_was_for_fails(self):
        CommentRegister.next_number(2014)
        with transaction.atomic():
            assert CommentRegister.next_number(2014) == 2
            transaction.set_rollback(True)

        assert CommentRegister.next_number(2014) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("later", "is_refused"), [(0, True), (1, True), (2, False)])
def test_contact_data_stay_until_the_last_comment_may_be_confirmed(later, is_refused):
    consultation = ConsultationFactory()
    consultation.erase_contacts_on = consultation.closes_on + later * DAY
    errors = {}
    try:
        consultation.full_clean()
    except ValidationError as error:
        errors = error.message_dict
    assert ("erase_contacts_on" in errors) == is_refused
