"""When the public form takes comments, by the clock in Poland."""

import datetime

import pytest
from django.test import Client

from pages.comments.models import PublicComment
from pages.comments.sending.seals import new_seal
from tests.factories.comments import ConsultationFactory
from tests.pages.comments.visiting import VALID, Page, form_address, moment, read
from tests.pages.programmes.closed import FIRST

pytestmark = pytest.mark.django_db
UTC = datetime.UTC
SECOND = datetime.timedelta(seconds=1)
MIDNIGHT = moment(2026, 5, 31)


@pytest.fixture
def consultation(clock):
    """Open from 10 to 30 May 2026."""
    return ConsultationFactory(
        opens_on=datetime.date(2026, 5, 10), closes_on=datetime.date(2026, 5, 30)
    )


@pytest.fixture
def visitor(consultation):
    return Visitor(form_address(consultation.draft, FIRST))


class Visitor:
    def __init__(self, address):
        self.client, self.address = Client(), address

    def open(self):
        return read(self.client, self.address)

    def send(self, opened, **changes):
        data = {**VALID, **opened.hidden, **changes}
        return self.client.post(self.address, data)


def test_form_is_there_from_the_first_moment_of_the_first_day(clock, visitor):
    clock.now = moment(2026, 5, 10) - SECOND
    early = visitor.open()
    clock.now = moment(2026, 5, 10)
    opened = visitor.open()

    assert "10 maja 2026" in early.main
    assert "przyjmujemy od" in early.main
    assert not early.soup.select("main form")
    assert opened.soup.select("main form")


def test_comment_sent_in_the_last_second_is_in_time(clock, visitor):
    clock.now = MIDNIGHT - 10 * SECOND
    opened = visitor.open()
    clock.now = MIDNIGHT - SECOND

    assert visitor.send(opened).status_code == 302
    comment = PublicComment.objects.get()
    assert not comment.is_late
    assert comment.received_at == MIDNIGHT - SECOND


def test_form_opened_in_time_and_sent_at_midnight_is_stored_as_late(clock, visitor):
    clock.now = MIDNIGHT - 10 * SECOND
    opened = visitor.open()
    clock.now = MIDNIGHT

    response = visitor.send(opened)

    assert response.status_code == 302
    comment = PublicComment.objects.get()
    assert comment.is_late
    assert comment.number == 1
    page = read(visitor.client, response["Location"])
    assert "po zakończeniu konsultacji" in page.main


def test_late_form_with_errors_comes_back_and_is_taken(clock, visitor):
    clock.now = MIDNIGHT - 10 * SECOND
    opened = visitor.open()
    clock.now = MIDNIGHT

    page = Page(visitor.send(opened, text=""))

    assert page.faults == ["Wpisz treść uwagi."]
    clock.wait(minutes=5)
    assert visitor.send(page).status_code == 302
    assert PublicComment.objects.get().is_late


def test_form_is_gone_at_midnight(clock, visitor):
    clock.now = MIDNIGHT

    page = visitor.open()

    assert page.status == 200
    assert "30 maja 2026" in page.main
    assert "Formularz jest zamknięty" in page.main
    assert "uwagi@example.org" in page.main
    assert "oznaczeniem „spóźniona”" in page.main
    assert not page.soup.select("main form")


@pytest.mark.parametrize("key", ["", "nonsense", None])
def test_text_sent_later_with_no_key_of_before_is_shown_to_be_copied(
    clock, visitor, key
):
    clock.now = MIDNIGHT
    key = new_seal() if key is None else key

    page = Page(visitor.client.post(visitor.address, {**VALID, "key": key}))

    assert not page.soup.select("main form")
    for name in ("text", "justification", "proposed_wording"):
        assert VALID[name] in page.main
    assert not PublicComment.objects.exists()


def test_form_left_open_for_more_than_a_day_after_the_end_is_not_taken(clock, visitor):
    clock.now = MIDNIGHT - SECOND
    opened = visitor.open()
    clock.wait(days=1, seconds=1)

    page = Page(visitor.send(opened))

    assert VALID["text"] in page.main
    assert "nigdzie go nie zapisano" in page.main
    assert not PublicComment.objects.exists()


def test_text_sent_before_the_first_day_is_shown_to_be_copied(clock, visitor):
    clock.now = moment(2026, 5, 10) - SECOND

    page = Page(visitor.client.post(visitor.address, {**VALID, "key": new_seal()}))

    assert VALID["text"] in page.main
    assert not PublicComment.objects.exists()


def test_form_open_for_too_long_comes_back_with_a_new_key_and_its_text(clock, visitor):
    clock.now = moment(2026, 5, 12, 12)
    opened = visitor.open()
    clock.wait(days=1, seconds=1)

    page = Page(visitor.send(opened))

    assert len(page.faults) == 1
    assert page.value("text") == VALID["text"]
    assert page.hidden["key"] != opened.hidden["key"]
    clock.wait(seconds=5)
    assert visitor.send(page).status_code == 302


def test_form_sent_at_once_comes_back_with_the_same_key_and_is_taken(clock, visitor):
    clock.now = moment(2026, 5, 12, 12)
    opened = visitor.open()
    clock.wait(seconds=1)

    page = Page(visitor.send(opened))

    assert "bardzo szybko" in page.faults[0]
    assert page.hidden["key"] == opened.hidden["key"]
    clock.wait(seconds=3)
    assert visitor.send(page).status_code == 302


@pytest.mark.parametrize(
    ("last_day", "end"),
    [
        # Clocks go back on this day, which has 25 hours, and forward on that, of 23.
        (datetime.date(2026, 10, 25), datetime.datetime(2026, 10, 25, 23, tzinfo=UTC)),
        (datetime.date(2026, 3, 29), datetime.datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (datetime.date(2026, 10, 24), datetime.datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (datetime.date(2026, 3, 28), datetime.datetime(2026, 3, 28, 23, tzinfo=UTC)),
    ],
)
def test_last_day_ends_at_polish_midnight_whatever_the_clock_does(
    clock, consultation, visitor, last_day, end
):
    consultation.opens_on = last_day - datetime.timedelta(days=2)
    consultation.closes_on = last_day
    consultation.save()
    clock.now = end - 5 * SECOND
    opened = visitor.open()

    clock.now = end - SECOND
    assert visitor.send(opened).status_code == 302
    clock.now = end
    assert visitor.send(opened, text="Później.").status_code == 302

    rows = PublicComment.objects.order_by("received_at").values_list("is_late")
    assert list(rows) == [(False,), (True,)]
    assert not visitor.open().soup.select("main form")


def test_clock_of_another_country_changes_nothing(clock, visitor, settings):
    settings.TIME_ZONE = "America/New_York"
    clock.now = MIDNIGHT - SECOND
    assert visitor.open().soup.select("main form")
    clock.now = MIDNIGHT
    assert not visitor.open().soup.select("main form")
