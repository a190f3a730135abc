"""Many comments at once: what can be done is done, what cannot is named."""

import pytest
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.log_actions import registry

from pages.comments.models import (
    CommentKeptError,
    Notice,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.states import State
from tests.factories.comments import PublicCommentFactory
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import ANSWER, COMMENT, Office, address

pytestmark = pytest.mark.django_db
ACTIONS = ["publish", "assign", "answer", "group", "hide"]


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def clerk(office):
    return office.browser("Redakcja")


@pytest.fixture
def make(consultation):
    def make(*states, **values):
        return [
            PublicCommentFactory(consultation=consultation, state=state, **values)
            for state in states
        ]

    return make


def bulk(action, comments=(), query=""):
    url = reverse(
        "wagtail_bulk_action", args=["public_comments", "publiccomment", action]
    )
    ids = "&".join(f"id={comment.pk}" for comment in comments)
    return f"{url}?{'&'.join(filter(None, [ids, query]))}"


def run(client, action, comments=(), query="", **values):
    """Do it; return the messages that the next page shows."""
    target = f"&next={address(COMMENT, 'list')}"
    url = bulk(action, comments, query) + target
    response = client.post(url, values, follow=True)
    return [str(message) for message in response.context["messages"]]


def states(comments):
    return [PublicComment.objects.get(pk=comment.pk).state for comment in comments]


def test_list_offers_our_actions_and_no_deleting():
    found = bulk_action_registry.get_bulk_actions_for_model(
        "public_comments", "publiccomment"
    )

    assert sorted(action.action_type for action in found) == sorted(ACTIONS)


def test_confirmation_names_what_is_left_out(clerk, make):
    ready, done = make(State.REGISTERED, State.ANSWERED)

    response = clerk.get(bulk("publish", [ready, done]))

    assert [row["item"] for row in response.context["items"]] == [ready]
    assert response.context["items_with_no_access"] == [done]
    assert str(done) in response.content.decode()


def test_those_that_can_be_are_published_and_the_rest_is_named(clerk, make):
    comments = make(State.REGISTERED, State.INCOMPLETE, State.HIDDEN)

    warning, success = run(clerk, "publish", comments)

    assert states(comments) == [State.PUBLISHED, State.PUBLISHED, State.HIDDEN]
    assert str(comments[2]) in warning
    assert "2" in success


def test_hidden_with_a_reason_and_each_has_its_log_entry(office, clerk, make):
    comments = make(State.PUBLISHED, State.REGISTERED, email="autor@example.org")
    assert clerk.post(bulk("hide", comments), {"note": "x"}).status_code == 200
    assert states(comments) == [State.PUBLISHED, State.REGISTERED]

    run(clerk, "hide", comments, reason="spam", note="to samo")

    assert states(comments) == [State.HIDDEN, State.HIDDEN]
    assert Notice.objects.filter(kind="hidden").count() == 2
    for comment in comments:
        entry = registry.get_logs_for_instance(comment).first()
        assert (entry.user, entry.data["reason"]) == (office.editor, "spam")


def test_assigned_to_one_unit(clerk, make):
    unit = CityUnitFactory()
    comments = make(State.PUBLISHED, State.ASSIGNED, State.REGISTERED)

    run(clerk, "assign", comments, unit=unit.pk)

    assert states(comments) == [State.ASSIGNED, State.ASSIGNED, State.REGISTERED]
    assert PublicComment.objects.filter(unit=unit).count() == 2


def test_grouped_behind_the_first_by_number(clerk, make):
    first, second, third = make(*[State.PUBLISHED] * 3)

    run(clerk, "group", [third, second, first])

    heads = PublicComment.objects.order_by("number").values_list("duplicate_of")
    assert [head for (head,) in heads] == [None, first.pk, first.pk]


def test_one_comment_is_no_group(clerk, make):
    (message,) = run(clerk, "group", make(State.PUBLISHED))

    assert message
    assert not PublicComment.objects.exclude(duplicate_of=None).exists()


def test_answered_together_by_a_unit_with_their_duplicates(office, make):
    first, second, third = make(State.PUBLISHED, State.ASSIGNED, State.PUBLISHED)
    PublicComment.objects.filter(pk=third.pk).update(duplicate_of=first)
    client = office.browser("Jednostki")

    response = client.post(bulk("answer", [first, second]))

    answer = OfficialAnswer.objects.get()
    assert response.url == address(ANSWER, "edit", answer.pk)
    assert {row.comment for row in answer.covered.all()} == {first, second, third}
    assert states([first, second, third]) == [State.DRAFTED] * 3


def test_nothing_to_answer_makes_no_answer(office, make):
    run(office.browser("Jednostki"), "answer", make(State.REGISTERED))

    assert not OfficialAnswer.objects.exists()


@pytest.mark.parametrize("action", ["publish", "assign", "group", "hide"])
@pytest.mark.parametrize("group", ["Jednostki", "Tłumacze"])
def test_who_has_no_right_does_nothing(office, make, action, group):
    comments = make(State.REGISTERED, State.PUBLISHED)

    client = office.browser(group)
    response = client.get(bulk(action, comments))
    client.post(
        bulk(action, comments), {"reason": "spam", "unit": CityUnitFactory().pk}
    )

    assert response.status_code == 302
    assert states(comments) == [State.REGISTERED, State.PUBLISHED]
    assert not PublicComment.objects.exclude(duplicate_of=None).exists()


def test_translators_read_no_comment_by_way_of_an_action(office, make):
    comments = make(State.REGISTERED, text="ZATAJONE")

    for action in ACTIONS:
        response = office.browser("Tłumacze").get(bulk(action, comments))
        assert response.status_code == 302


@pytest.mark.parametrize(
    ("group", "offered"),
    [
        ("Redakcja", ["publish", "assign", "answer", "group", "hide"]),
        ("Jednostki", ["answer"]),
    ],
)
def test_list_offers_what_the_user_may_do(office, make, group, offered):
    make(State.REGISTERED)

    response = office.browser(group).get(address(COMMENT, "list"))

    urls = [button.url for button in response.context["bulk_buttons"]]
    assert urls == [bulk(action).rstrip("?") for action in offered]


class TestWholeList:
    """Wagtail's “all in the listing” is all there is; here it is what was filtered."""

    def test_filters_and_search_hold(self, clerk, make):
        spam = make(*[State.REGISTERED] * 2, text="kup tanio")
        other = make(State.REGISTERED, text="dopisać seniorów")
        published = make(State.PUBLISHED, text="kup tanio")

        run(clerk, "hide", query="id=all&q=tanio&state=registered", reason="spam")

        assert states([*spam, *other, *published]) == [
            State.HIDDEN,
            State.HIDDEN,
            State.REGISTERED,
            State.PUBLISHED,
        ]

    @pytest.mark.parametrize("query", ["state=nonsense", "consultation=999"])
    def test_filter_that_says_nothing_takes_nothing(self, clerk, make, query):
        comments = make(State.REGISTERED)

        run(clerk, "publish", query=f"id=all&{query}")

        assert states(comments) == [State.REGISTERED]

    def test_address_of_a_person_is_searched_by_those_with_the_right(
        self, office, make
    ):
        comments = make(State.REGISTERED, email="anna@example.org")
        query = "id=all&q=anna@example.org"

        for group, length in (("Redakcja", 0), ("Wydawca", 1)):
            response = office.browser(group).get(bulk("publish", query=query))
            assert len(response.context["items"]) == length
        assert states(comments) == [State.REGISTERED]


@pytest.mark.parametrize("query", ["", "id=x", "id=0", "id=99999", "id=-1"])
def test_awkward_addresses_do_nothing(clerk, make, query):
    comments = make(State.REGISTERED)

    assert clerk.get(bulk("publish", query=query)).status_code == 200
    run(clerk, "publish", query=query)

    assert states(comments) == [State.REGISTERED]


@pytest.mark.parametrize(
    "model", ["publiccomment", "officialanswer", "consultation", "notice"]
)
def test_nothing_is_deleted_by_anybody(admin_client, make, model):
    (comment,) = make(State.PUBLISHED)
    things = {
        "publiccomment": comment,
        "consultation": comment.consultation,
        "officialanswer": OfficialAnswer.objects.create(),
        "notice": Notice.objects.create(comment=comment, kind="receipt"),
    }
    thing = things[model]
    viewset = type(thing).snippet_viewset

    for url in (
        f"/admin/{viewset.url_prefix}/delete/{thing.pk}/",
        f"/admin/bulk/public_comments/{model}/delete/?id={thing.pk}",
        f"/admin/snippets/public_comments/{model}/delete/{thing.pk}/",
    ):
        assert admin_client.post(url, follow=True).status_code == 404, url
    page = admin_client.get(viewset.menu_url).content.decode()
    assert "/delete/" not in page
    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_rows_are_not_deleted_in_code_either(make):
    (comment,) = make(State.PUBLISHED)
    for attempt in (comment.delete, PublicComment.objects.all().delete):
        with pytest.raises(CommentKeptError):
            attempt()
    assert PublicComment.objects.exists()
