"""The mail to authors as staff see it: what failed, and why, without addresses."""

import pytest
from django.core import mail

from pages.comments.mail.mailing import explain, send_due
from pages.comments.models import Notice, NoticeState
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.pages.comments.staff import NOTICE, Office, address, desk
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db
MAIL = "autor@example.org"


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def failed():
    comment = PublicCommentFactory(published=True, email=MAIL)
    return Notice.objects.create(
        comment=comment,
        kind="receipt",
        state=NoticeState.FAILED,
        attempts=9,
        error=explain(ConnectionRefusedError(f"550 no such box: {MAIL}")),
    )


def send_again(client, notice):
    return client.post(address(NOTICE, "send_again", notice.pk))


def test_list_shows_what_failed_and_why_but_no_address(office, failed):
    Notice.objects.create(comment=failed.comment, kind="hidden", state="sent")
    client = office.browser("Wydawca")

    response = client.get(f"{address(NOTICE, 'list')}?state=failed")

    assert list(response.context["page_obj"]) == [failed]
    for url in (f"{address(NOTICE, 'list')}", address(NOTICE, "inspect", failed.pk)):
        page = client.get(url).content.decode()
        assert "550 no such box" in page
        assert MAIL not in page


def test_mail_that_was_given_up_is_sent_again(office, failed):
    send_again(office.browser("Redakcja"), failed)
    send_due()

    failed.refresh_from_db()
    assert failed.state == NoticeState.SENT
    assert mail.outbox[0].to == [MAIL]
    page = office.browser("Redakcja").get(desk(failed.comment))
    assert page.context["history"][0].actor == "redakcja"


@pytest.mark.parametrize("state", [NoticeState.SENT, NoticeState.WAITING])
def test_other_mail_is_not_sent_again(office, failed, state):
    Notice.objects.update(state=state)
    client = office.browser("Redakcja")

    page = client.get(address(NOTICE, "inspect", failed.pk))
    send_again(client, failed)

    assert page.context["again_url"] == ""
    failed.refresh_from_db()
    assert (failed.state, failed.attempts) == (state, 9)


@pytest.mark.parametrize("group", ["Jednostki", "Tłumacze"])
def test_who_has_no_right_sees_and_sends_nothing(office, failed, group):
    client = office.browser(group)

    assert client.get(address(NOTICE, "list")).status_code == 302
    assert send_again(client, failed).status_code == 302

    failed.refresh_from_db()
    assert failed.state == NoticeState.FAILED


def test_list_costs_the_same_however_long(office):
    consultation = ConsultationFactory()
    client, url = office.browser("Wydawca"), address(NOTICE, "list")

    def add(number):
        for _ in range(number):
            comment = PublicCommentFactory(consultation=consultation)
            Notice.objects.create(comment=comment, kind="receipt")

    add(2)
    few = count_queries(client, url)
    add(9)
    assert count_queries(client, url) <= few
