"""Nothing of the room is deleted, and who wrote is shown to few."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.permissions import policy_registry

from pages.comments.models import (
    Consultation,
    Notice,
    OfficialAnswer,
    PublicComment,
)
from snippets.models import Organisation
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.pages.comments.staff import (
    ANSWER,
    COMMENT,
    NOTICE,
    Office,
    address,
    desk,
    export,
    step,
)
from tests.pages.drafting.test_applying import log_in

pytestmark = pytest.mark.django_db
NEVER = {
    Consultation: {"delete"},
    PublicComment: {"delete"},
    OfficialAnswer: {"add", "delete"},
    Notice: {"add", "delete"},
}


@pytest.mark.parametrize("model", NEVER)
@pytest.mark.parametrize("action", ["add", "change", "view", "delete"])
def test_not_even_a_superuser_does_what_is_never_done(model, action):
    user = get_user_model().objects.create_superuser("admin")
    policy = policy_registry.get_by_type(model)

    assert policy.user_has_permission(user, action) is (action not in NEVER[model])
    assert policy.user_has_any_permission(user, [action]) is (
        action not in NEVER[model]
    )


def test_organisation_that_comments_is_not_deleted(client):
    comment = PublicCommentFactory(of_organisation=True)
    log_in(client, "Wydawca")
    url = reverse(
        Organisation.snippet_viewset.get_url_name("delete"),
        args=[comment.organisation_id],
    )

    page = client.get(url)
    response = client.post(url)

    assert page.context["is_protected"]
    assert response.status_code == 302
    assert Organisation.objects.filter(pk=comment.organisation_id).exists()


def test_who_wrote_is_found_nowhere_by_those_without_the_right():
    office = Office()
    private = {"name": "Anna Kowalska", "email": "anna@example.org"}
    comment = PublicCommentFactory(published=True, **private)
    duplicate = PublicCommentFactory(
        consultation=comment.consultation, duplicate_of=comment, **private
    )
    answer = AnswerFactory(comments=[comment], drafted_by=office.unit)
    notice = Notice.objects.create(comment=comment, kind="receipt", state="failed")
    clerk = office.browser("Redakcja")
    step(clerk, COMMENT, "ask_back", duplicate, message="Co to?")
    step(clerk, COMMENT, "hide", comment, reason="spam")
    chooser = "wagtailsnippetchoosers_public_comments_publiccomment"
    bulk = reverse(
        "wagtail_bulk_action", args=["public_comments", "publiccomment", "group"]
    )
    places = [
        "/admin/",
        "/admin/reports/site-history/",
        address(COMMENT, "list"),
        address(COMMENT, "list_results"),
        desk(comment),
        desk(duplicate),
        address(COMMENT, "hide", duplicate.pk),
        address(COMMENT, "group", duplicate.pk),
        address(ANSWER, "list"),
        address(ANSWER, "inspect", answer.pk),
        address(ANSWER, "edit", answer.pk),
        address(NOTICE, "list"),
        address(NOTICE, "inspect", notice.pk),
        reverse(f"{chooser}:choose"),
        reverse(f"{chooser}:chosen", args=[comment.pk]),
        f"{bulk}?id={comment.pk}&id={duplicate.pk}",
    ]

    for place in places:
        response = clerk.get(place)
        assert response.status_code == 200, place
        for word in ("Kowalska", "anna@example.org"):
            assert word not in response.content.decode(), place
    assert "Kowalska" not in export(clerk).decode()
