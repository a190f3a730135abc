"""Mail to contact persons: the secret is made when it goes out, failures are seen."""

import re
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from pages.comments.mail.queue import GIVEN_UP_AFTER, MOST_FAILURES, PAUSES
from pages.comments.models import NoticeState
from pages.positions.finding import find_by_link
from pages.positions.issuing import revoke_code
from pages.positions.mail.mailing import claim, deliver, send_due, write_to
from pages.positions.models import CodeState, MailKind, PositionMail
from tests.factories.positions import SECRET, OrganisationCodeFactory
from tests.pages.comments.visiting import Clock
from tests.worker import work_off

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/position/desk/([0-9a-f-]{36})/([\w-]+)/")


@pytest.fixture
def code():
    return OrganisationCodeFactory(language="be")


@pytest.fixture
def clock():
    # Rows get their defaults by the real clock: this one must not be behind it.
    clock = Clock(timezone.now() + GIVEN_UP_AFTER)
    yield clock
    clock.stop()


def failing():
    return patch.object(EmailBackend, "send_messages", side_effect=OSError("away"))


def invite(code):
    return write_to(code, MailKind.INVITATION)


def test_invitation_has_the_only_link_that_works(
    code, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invite(code)
    work_off()

    (letter,) = mail.outbox
    uid, secret = LINK.search(letter.body).groups()
    code.refresh_from_db()
    assert letter.to == [code.contact_email]
    assert find_by_link(uid, secret) == code
    assert find_by_link(code.uid, SECRET) is None
    assert secret not in str(list(PositionMail.objects.values()))
    assert secret not in str(type(code).objects.values())
    assert code.state == CodeState.INVITED
    assert f"/be/position/{code.consultation.draft_id}/" in letter.body


def test_mail_is_tried_again_and_given_up_in_the_end(code, clock):
    row = invite(code)

    with failing():
        for pause in (*PAUSES, PAUSES[-1]):
            assert send_due() == 0
            clock.now += pause
    row.refresh_from_db()
    assert row.state == NoticeState.FAILED
    assert "away" in row.error
    assert send_due() == 0
    code.refresh_from_db()
    assert code.invited_at is None

    again = invite(code)
    row.refresh_from_db()
    assert row.state == NoticeState.DROPPED
    assert send_due() == 1
    again.refresh_from_db()
    assert again.state == NoticeState.SENT
    assert len(mail.outbox) == 1


def test_rest_waits_when_the_server_is_away(code, clock):
    for _time in range(MOST_FAILURES + 2):
        PositionMail.objects.create(code=code, kind=MailKind.RECEIPT)

    with failing():
        assert send_due() == 0

    tried = PositionMail.objects.filter(attempts=1)
    left = PositionMail.objects.filter(attempts=0)
    assert (tried.count(), left.count()) == (MOST_FAILURES, 2)
    assert not PositionMail.objects.due().exists()
    clock.wait(minutes=1)
    assert send_due() == MOST_FAILURES + 2


def test_mail_that_a_dead_worker_took_goes_out_later(code, clock):
    row = invite(code)
    PositionMail.objects.filter(pk=row.pk).update(
        state=NoticeState.SENDING, claimed_at=clock.now
    )
    assert send_due() == 0

    clock.now += GIVEN_UP_AFTER * 2

    assert send_due() == 1


@pytest.mark.parametrize("erased", [True, False])
def test_nothing_goes_out_when_the_code_is_revoked_or_the_address_erased(code, erased):
    row = invite(code)
    if erased:
        type(code).objects.filter(pk=code.pk).update(contact_email="")
    else:
        revoke_code(code=code)

    assert send_due() == 0

    row.refresh_from_db()
    assert row.state == NoticeState.DROPPED
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["inna@example.org", ""])
def test_link_never_goes_to_an_address_that_was_changed_meanwhile(code, email):
    row = invite(code)
    taken = claim(row.pk)
    type(code).objects.filter(pk=code.pk).update(contact_email=email, link_digest="")

    assert deliver(taken) is False

    row.refresh_from_db()
    code.refresh_from_db()
    assert (row.state, code.link_digest) == (NoticeState.DROPPED, "")
    assert mail.outbox == []


def test_cron_sends_it_where_no_worker_does(code, capsys):
    row = invite(code)

    call_command("send_notices")

    assert [letter.to for letter in mail.outbox] == [[code.contact_email]]
    assert capsys.readouterr().err == f"{row.pk} invitation: sent\n"


def test_cron_is_told_when_it_could_not_be_sent(code, capsys):
    row = invite(code)

    with failing(), pytest.raises(SystemExit) as ended:
        call_command("send_notices")

    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert f"{row.pk} invitation: not sent, tried again later" in said
    assert code.contact_email not in said


def test_nobody_is_written_to_without_an_address():
    code = OrganisationCodeFactory(contact_email="")

    assert invite(code) is None
