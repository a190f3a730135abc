"""What the first page of the admin says of comments that wait."""

import datetime

import pytest
from django.utils import timezone

from pages.comments.models import Notice
from pages.comments.states import State
from tests.factories.comments import (
    ConsultationFactory,
    PublicCommentFactory,
    place_comment,
)
from tests.factories.pages import ProgrammeDraftPageFactory
from tests.pages.comments.staff import Office, desk
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db
HOME = "/admin/"
MOST_QUERIES = 30


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def consultation():
    return ConsultationFactory()


def waits(consultation, days, **values):
    then = timezone.now() - datetime.timedelta(days=days)
    values = {"state": State.PUBLISHED, **values}
    return PublicCommentFactory(consultation=consultation, received_at=then, **values)


def shown(office, group="Wydawca"):
    return office.browser(group).get(HOME).content.decode()


def test_oldest_comments_are_named_with_the_days_they_wait(office, consultation):
    comments = [waits(consultation, days) for days in (40, 12, 11, 10, 9, 3)]
    done = waits(consultation, 50, state=State.ANSWERED)

    page = shown(office)

    assert all(desk(comment) in page for comment in comments[:5])
    assert desk(comments[5]) not in page
    assert desk(done) not in page
    overdue = page.index("w-text-critical-200")
    assert page.count("w-text-critical-200") == 1
    assert page.index(desk(comments[0])) < overdue < page.index(desk(comments[1]))


@pytest.mark.parametrize(
    "state",
    [
        State.UNCONFIRMED,
        State.INCOMPLETE,
        State.ANSWERED,
        State.WITHDRAWN,
        State.HIDDEN,
    ],
)
def test_what_waits_for_nobody_in_the_office_is_not_counted(
    office, consultation, state
):
    comment = waits(consultation, 5, state=state, email="autorka@example.org")

    assert desk(comment) not in shown(office)


def test_deadline_is_a_setting(office, consultation, settings):
    settings.PUBLIC_COMMENTS = {"answer_days": 5}
    waits(consultation, 6)

    assert "w-text-critical-200" in shown(office)


def test_mail_that_failed_and_places_to_decide_lead_to_their_lists(
    office, consultation
):
    comment = waits(consultation, 1, state=State.ANSWERED)
    draft = ProgrammeDraftPageFactory(parent=consultation.draft.get_parent())
    assert "comment-mail" not in shown(office).split("<main")[1]

    Notice.objects.create(comment=comment, kind="receipt", state="failed")
    place_comment(comment=comment, draft=draft, kind="proposed")

    page = shown(office)
    assert "/admin/comment-mail/?state=failed" in page
    assert f"/admin/drafts/{draft.pk}/placements/" in page


def test_units_see_what_waits_but_not_what_they_may_not_do(office, consultation):
    comment = waits(consultation, 1)
    draft = ProgrammeDraftPageFactory(parent=consultation.draft.get_parent())
    Notice.objects.create(comment=comment, kind="receipt", state="failed")
    place_comment(comment=comment, draft=draft, kind="proposed")

    page = shown(office, "Jednostki")

    assert desk(comment) in page
    assert "comment-mail" not in page
    assert "/placements/" not in page


def test_translators_see_nothing_of_it(office, consultation):
    comment = waits(consultation, 1)

    page = shown(office, "Tłumacze")

    assert desk(comment) not in page
    assert "comments-waiting" not in page


@pytest.mark.parametrize("waiting", [0, 1, 9])
def test_first_page_stays_within_its_queries(office, consultation, waiting):
    for days in range(waiting):
        comment = waits(consultation, days)
        Notice.objects.create(comment=comment, kind="receipt", state="failed")

    for group in ("Redakcja", "Wydawca", "Jednostki"):
        assert count_queries(office.browser(group), HOME) <= MOST_QUERIES
