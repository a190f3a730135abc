"""Messages in the queue: sent, tried again, given up, and receivers switched off."""

import datetime
import json
import logging

import pytest
from django.core.management import call_command
from django.test import override_settings
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry

from pages.comments.mail.queue import GIVEN_UP_AFTER
from pages.comments.models import NoticeState
from pages.webhooks import delivering
from pages.webhooks.delivering import JITTER, PAUSES, queue
from pages.webhooks.models import Event, Fault, Webhook, WebhookDelivery
from pages.webhooks.sending import NotDeliveredError
from pages.webhooks.telling import queue_for, send_test
from tests.factories.webhooks import WebhookDeliveryFactory, WebhookFactory
from tests.pages.comments.servers import tasks
from tests.worker import work_off

from .receiving import allow

pytestmark = pytest.mark.django_db


def message(hook, **values):
    """Queue a message that may always be sent: a page that is gone."""
    values = {"event": Event.PAGE_UNPUBLISHED, **values}
    return WebhookDeliveryFactory(webhook=hook, **values)


def reread(row):
    return type(row).objects.get(pk=row.pk)


def test_message_arrives_once_and_signed(clock, server, hook):
    row = message(hook, payload={"type": "page.unpublished", "data": {"url": "/ó/"}})

    assert (queue.send_due(), queue.send_due()) == (1, 0)

    [got] = server.messages
    assert got.payload == row.payload
    assert got.is_signed_with(hook.secret)
    assert not got.is_signed_with(WebhookFactory.build().secret)
    assert got.headers["webhook-id"] == row.uid
    assert got.headers["webhook-timestamp"] == str(int(clock.now.timestamp()))
    row = reread(row)
    assert (row.state, row.attempts, row.status) == (NoticeState.SENT, 1, 204)
    assert row.duration < 2000


def test_failed_message_is_tried_later_each_time_for_about_two_days(
    clock, server, hook
):
    server.status = 503
    row, pauses = message(hook), []
    while reread(row).state == NoticeState.WAITING:
        assert queue.send_due() == 0
        pauses.append(reread(row).due_at - clock.now)
        clock.now = max(clock.now, reread(row).due_at)

    for pause, least in zip(pauses, PAUSES, strict=False):
        assert least <= pause <= least * (1 + JITTER)
    assert list(PAUSES) == sorted(PAUSES)
    assert datetime.timedelta(hours=44) < sum(PAUSES, datetime.timedelta())
    assert sum(PAUSES, datetime.timedelta()) * (1 + JITTER) < datetime.timedelta(days=3)
    row = reread(row)
    assert row.attempts == len(PAUSES) + 1 == len(server.messages)
    assert (row.state, row.error, row.status) == ("failed", Fault.STATUS, 503)
    assert len({got.headers["webhook-id"] for got in server.messages}) == 1


def test_message_arrives_when_the_receiver_is_back(clock, server, hook):
    server.status = 500
    row = message(hook)
    queue.send_due()
    assert reread(hook).failing_since == clock.now

    server.status = 200
    clock.wait(minutes=2)
    assert queue.send_due() == 1
    row = reread(row)
    assert (row.state, row.error, row.status, row.attempts) == ("sent", "", 200, 2)
    assert reread(hook).failing_since is None


def test_receiver_that_keeps_failing_is_switched_off_and_staff_are_told(
    clock, server, hook, caplog
):
    server.status = 500
    row = message(hook)
    later = message(hook, due_at=clock.now + datetime.timedelta(days=30))
    while reread(row).state == NoticeState.WAITING:
        queue.send_due()
        clock.now = max(clock.now, reread(row).due_at)

    hook = reread(hook)
    assert (hook.is_active, hook.switched_off_at) == (False, clock.now)
    assert reread(later).state == NoticeState.DROPPED
    entry = ModelLogEntry.objects.get(action="participation_webhooks.switch_off")
    assert entry.object_id == str(hook.pk)
    assert [one for one in caplog.records if one.levelno == logging.ERROR]


def test_one_bad_message_does_not_switch_a_receiver_off(clock, server, hook):
    row = message(hook, attempts=len(PAUSES))
    server.status = 422
    queue.send_due()

    assert reread(row).state == NoticeState.FAILED
    assert reread(hook).is_active


def test_receiver_that_is_gone_is_switched_off_at_once(clock, server, hook):
    server.status = 410
    row, other = message(hook), message(hook)
    queue.send_due()

    assert reread(row).error == Fault.GONE
    assert not reread(hook).is_active
    assert reread(other).state == NoticeState.DROPPED
    assert len(server.messages) == 1


def test_rest_waits_where_a_receiver_is_away_but_not_for_others(
    clock, server, hook, settings
):
    allow(settings, server.port, ports=[1, server.port])
    away = WebhookFactory(url="http://127.0.0.1:1/")
    rows = [message(away), message(away), message(hook)]
    for number, row in enumerate(rows):
        due = clock.now - datetime.timedelta(minutes=3 - number)
        WebhookDelivery.objects.filter(pk=row.pk).update(due_at=due)

    assert queue.send_due() == 1

    tried, waiting, sent = map(reread, rows)
    assert (tried.attempts, waiting.attempts, sent.attempts) == (1, 0, 1)
    assert waiting.due_at == clock.now + datetime.timedelta(minutes=1)


def test_each_next_try_waits_in_the_queue(clock, server, hook):
    server.status = 500
    row = message(hook)
    queue.send_due()

    assert DBTaskResult.objects.filter(run_after=reread(row).due_at).exists()


def test_what_a_worker_took_and_did_not_send_is_sent_later(clock, server, hook):
    row = message(hook)
    assert queue.claim(row.pk) == row
    assert queue.claim(row.pk) is None
    assert queue.send_due() == 0

    clock.wait(seconds=GIVEN_UP_AFTER.total_seconds() + 1)
    assert queue.send_due() == 1


def test_receiver_that_was_switched_off_meanwhile_gets_nothing(clock, server, hook):
    row = message(hook)
    Webhook.objects.update(is_active=False)

    assert queue.send_due() == 0
    assert reread(row).state == NoticeState.DROPPED
    assert server.messages == []


@pytest.mark.parametrize("fault", [None, Fault.STATUS, Fault.GONE])
def test_webhook_deleted_while_a_message_is_sent_holds_up_no_other(
    clock, server, hook, monkeypatch, fault
):
    gone = WebhookFactory(url=server.url)
    message(gone, due_at=clock.now - datetime.timedelta(minutes=1))
    row = message(hook)

    def answer(*args):
        monkeypatch.undo()
        gone.delete()
        if fault:
            raise NotDeliveredError(fault, 500)
        return 204

    monkeypatch.setattr(delivering, "post", answer)

    assert queue.send_due() == 1
    assert reread(row).state == NoticeState.SENT


def test_test_goes_to_a_receiver_that_is_switched_off_and_is_tried_once(
    clock, server, hook
):
    Webhook.objects.update(is_active=False)
    first, second = send_test(hook), send_test(hook)
    server.status = 500
    assert queue.deliver(queue.claim(first.pk)) is False
    server.status = 200
    assert queue.deliver(queue.claim(second.pk)) is True

    first = reread(first)
    assert (first.state, first.attempts) == (NoticeState.FAILED, 1)
    assert reread(hook).failing_since is None
    assert server.messages[0].payload["type"] == "webhook.test"


def test_error_of_our_own_is_logged_and_the_message_kept(clock, hook, caplog):
    row = message(hook)
    Webhook.objects.update(secret="whsec_no base64")

    queue.send_due()

    row = reread(row)
    assert (row.state, row.error) == (NoticeState.WAITING, Fault.INTERNAL)
    assert [one for one in caplog.records if one.exc_info]
    assert "no base64" not in caplog.text


def test_staff_send_again_what_is_over_but_not_what_is_on_its_way(clock, server, hook):
    row = message(hook, state=NoticeState.SENT, attempts=1)
    queue.send_again(row)
    assert queue.send_due() == 1
    assert server.messages[0].headers["webhook-id"] == row.uid

    taken = message(hook, state=NoticeState.SENDING, claimed_at=clock.now)
    queue.send_again(taken)
    assert reread(taken).state == NoticeState.SENDING


def test_worker_is_woken_once_the_transaction_ends(
    server, hook, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        queue_for([hook], Event.PAGE_UNPUBLISHED, [{"id": 1}, {"id": 2}])
        assert not DBTaskResult.objects.exists()
    [task] = DBTaskResult.objects.all()
    assert (task.queue_name, task.backend_name) == ("webhooks", "background")

    assert set(work_off()) == {"SUCCESSFUL"}
    assert [got.payload["data"]["id"] for got in server.messages] == [1, 2]
    assert server.messages[0].payload["type"] == "page.unpublished"
    assert datetime.datetime.fromisoformat(server.messages[0].payload["timestamp"])


@override_settings(TASKS=tasks("tests.pages.comments.servers.DeadQueue"))
def test_message_is_kept_when_the_queue_is_away_and_cron_sends_it(
    server, hook, django_capture_on_commit_callbacks, capsys
):
    with django_capture_on_commit_callbacks(execute=True):
        queue_for([hook], Event.PAGE_UNPUBLISHED, [{"id": 1}])
    assert server.messages == []

    call_command("send_notices")
    assert len(server.messages) == 1
    assert "page.unpublished: sent" in capsys.readouterr().err


def test_neither_secret_nor_address_is_in_the_log_of_messages(clock, server, hook):
    allow_nothing = {"allow_http": True, "ports": [server.port]}
    Webhook.objects.update(url=f"http://127.0.0.1:{server.port}/TOKEN")
    row = message(hook)
    with override_settings(PARTICIPATION_WEBHOOKS=allow_nothing):
        queue.send_due()

    values = json.dumps(list(WebhookDelivery.objects.values()), default=str)
    assert reread(row).error == Fault.ADDRESS
    assert "TOKEN" not in values
    assert hook.secret not in values
