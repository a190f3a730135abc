"""Webhooks as staff see them: made, tried, looked at, sent again."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import override
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import get_snippet_models

from pages.comments.models import NoticeState
from pages.webhooks.admin_views import DELIVERY, HOOK, SAVED
from pages.webhooks.models import Event, Fault, Webhook, WebhookDelivery
from tests.factories.webhooks import WebhookDeliveryFactory, WebhookFactory
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db
GOOD = {
    "name": "Strona miasta",
    "url": "https://front.example/hook/TOKEN",
    "events": ["page.published", "answer.published"],
    "is_active": "on",
}


def browser(group):
    user = get_user_model().objects.create_user(group.lower(), password="x")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client():
    return browser("Wydawca")


def page(client, namespace, view, *args):
    response = client.get(reverse(f"{namespace}:{view}", args=args))
    assert response.status_code == 200
    return response


def post(client, namespace, view, *args, **data):
    return client.post(reverse(f"{namespace}:{view}", args=args), data)


def actions():
    return list(ModelLogEntry.objects.values_list("action", flat=True))


def test_webhook_is_made_and_its_secret_is_shown_next(client):
    response = post(client, HOOK, "add", **GOOD)

    hook = Webhook.objects.get()
    assert response.url == reverse(f"{HOOK}:secret", args=[hook.pk])
    assert (hook.name, hook.events) == (GOOD["name"], GOOD["events"])
    shown = client.get(response.url)
    assert hook.secret in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]


def test_who_may_only_add_is_not_led_to_the_secret():
    adding = browser("Redakcja")
    group = Group.objects.get(name="Redakcja")
    group.permissions.add(Permission.objects.get(codename="add_webhook"))

    response = adding.post(reverse(f"{HOOK}:add"), GOOD, follow=True)

    hook = Webhook.objects.get()
    assert [url for url, _status in response.redirect_chain] == [
        reverse(f"{HOOK}:list")
    ]
    assert response.status_code == 200
    assert hook.secret not in response.content.decode()


@pytest.mark.parametrize("view", ["add", "edit"])
def test_that_it_is_saved_is_said_in_words_that_agree_with_it(client, view):
    pks = [WebhookFactory().pk] if view == "edit" else []

    response = client.post(reverse(f"{HOOK}:{view}", args=pks), GOOD, follow=True)

    with override("pl"):
        words = SAVED % {"object": GOOD["name"]}
    assert [words in str(one) for one in response.context["messages"]] == [True]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 101),
        ("url", ""),
        ("url", "http://front.example/"),
        ("url", "https://127.0.0.1/"),
        ("url", "https://user:x@front.example/"),
        ("url", "https://front.example:22/"),
        ("url", "https://front.example/" + "x" * 500),
        ("events", []),
        ("events", ["page.eaten"]),
        ("events", ["webhook.test"]),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, field, value):
    response = post(client, HOOK, "add", **{**GOOD, field: value})

    assert list(response.context["form"].errors) == [field]
    assert not Webhook.objects.exists()


@pytest.mark.parametrize("events", [[], None, "page.published", [7], ["page.eaten"]])
def test_events_are_checked_outside_of_the_form_too(events):
    hook = WebhookFactory.build(events=events)
    with pytest.raises(Exception, match="events"):
        hook.full_clean()


def test_switching_on_again_is_a_new_start(client):
    now = timezone.now()
    hook = WebhookFactory(is_active=False, switched_off_at=now, failing_since=now)
    listed = client.get(reverse(f"{HOOK}:list"))
    assert listed.context["switched_off"] == 1

    post(client, HOOK, "edit", hook.pk, **GOOD)

    hook.refresh_from_db()
    assert hook.is_active
    assert (hook.switched_off_at, hook.failing_since) == (None, None)
    assert client.get(reverse(f"{HOOK}:list")).context["switched_off"] == 0


def test_secret_is_nowhere_but_on_its_page(client):
    row = WebhookDeliveryFactory()
    hook = row.webhook
    for namespace, name, args in (
        (HOOK, "list", ()),
        (HOOK, "inspect", (hook.pk,)),
        (HOOK, "edit", (hook.pk,)),
        (HOOK, "history", (hook.pk,)),
        (HOOK, "delete", (hook.pk,)),
        (DELIVERY, "list", ()),
        (DELIVERY, "inspect", (row.pk,)),
    ):
        assert hook.secret not in page(client, namespace, name, *args).content.decode()


def test_webhooks_are_no_snippets_which_the_api_would_show():
    assert not {Webhook, WebhookDelivery} & set(get_snippet_models())


def test_new_secret_is_made_and_noted(client):
    hook = WebhookFactory()
    before = hook.secret

    response = post(client, HOOK, "secret", hook.pk)

    hook.refresh_from_db()
    assert (hook.old_secret, hook.secret == before) == (before, False)
    assert response.url == reverse(f"{HOOK}:secret", args=[hook.pk])
    assert actions() == ["participation_webhooks.rotate"]


def test_test_is_queued_and_noted(client):
    hook = WebhookFactory()

    response = post(client, HOOK, "send_test", hook.pk)

    row = WebhookDelivery.objects.get()
    assert (row.webhook, row.event, row.payload["data"]) == (hook, Event.TEST, {})
    assert response.url == reverse(f"{DELIVERY}:inspect", args=[row.pk])
    assert actions() == ["participation_webhooks.test"]


def test_log_is_narrowed_by_state_event_and_webhook(client):
    rows = [
        WebhookDeliveryFactory(state=NoticeState.FAILED, error=Fault.TLS),
        WebhookDeliveryFactory(event=Event.PAGE_MOVED),
    ]
    for query, found in (
        ("state=failed", rows[0]),
        ("event=page.moved", rows[1]),
        (f"webhook={rows[0].webhook_id}", rows[0]),
    ):
        response = client.get(f"{reverse(f'{DELIVERY}:list')}?{query}")
        assert list(response.context["page_obj"]) == [found]


def test_message_is_shown_whole_and_as_text(client):
    payload = {"type": "page.published", "data": {"url": "/<script>ó"}}
    row = WebhookDeliveryFactory(payload=payload, event=Event.PAGE_PUBLISHED)

    html = page(client, DELIVERY, "inspect", row.pk).content.decode()

    assert "/&lt;script&gt;ó" in html
    assert row.uid in html


@pytest.mark.parametrize(("state", "is_tried"), [("waiting", True), ("failed", False)])
def test_next_try_is_named_only_where_there_is_one(client, state, is_tried):
    row = WebhookDeliveryFactory(state=state)

    shown = page(client, DELIVERY, "inspect", row.pk).context["fields"]

    with override("pl"):
        label = capfirst(str(WebhookDelivery._meta.get_field("due_at").verbose_name))
    assert (label in [field["label"] for field in shown]) is is_tried


@pytest.mark.parametrize(
    ("state", "again"),
    [("sent", True), ("failed", True), ("dropped", True), ("sending", False)],
)
def test_what_is_over_is_sent_again(client, state, again):
    row = WebhookDeliveryFactory(state=state, attempts=3, status=503, duration=7)

    offered = page(client, DELIVERY, "inspect", row.pk).context["again_url"]
    post(client, DELIVERY, "send_again", row.pk)

    row.refresh_from_db()
    assert bool(offered) is again
    assert (row.state == NoticeState.WAITING, row.attempts == 0) == (again, again)
    assert (row.status, row.duration) == ((None, None) if again else (503, 7))
    assert actions() == ["participation_webhooks.send_again"] * again


@pytest.mark.parametrize("group", ["Redakcja", "Tłumacze", "Jednostki"])
def test_others_do_nothing(group):
    client, row = browser(group), WebhookDeliveryFactory(state="failed")
    pk = row.webhook_id

    for namespace, name, key in (
        (HOOK, "send_test", pk),
        (HOOK, "secret", pk),
        (HOOK, "delete", pk),
        (HOOK, "edit", pk),
        (DELIVERY, "send_again", row.pk),
    ):
        assert post(client, namespace, name, key, **GOOD).status_code == 302

    hook = Webhook.objects.get()
    assert (hook.secret, hook.name) == (row.webhook.secret, row.webhook.name)
    assert WebhookDelivery.objects.get().state == NoticeState.FAILED
    assert actions() == []


def test_menu_leads_publishers_to_webhooks_and_nobody_else(client):
    address = reverse(f"{HOOK}:list")
    home = reverse("wagtailadmin_home")

    assert address in client.get(home).content.decode()
    assert address not in browser("Redakcja").get(home).content.decode()


def test_webhook_is_deleted_with_its_messages(client):
    row = WebhookDeliveryFactory()
    post(client, HOOK, "delete", row.webhook_id)

    assert not Webhook.objects.exists()
    assert not WebhookDelivery.objects.exists()


@pytest.mark.parametrize("namespace", [HOOK, DELIVERY])
def test_lists_ask_the_database_no_more_for_more_rows(client, namespace):
    address = reverse(f"{namespace}:list")
    WebhookDeliveryFactory()
    client.get(address)
    few = count_queries(client, address)
    WebhookDeliveryFactory.create_batch(10)

    assert count_queries(client, address) == few
