"""What staff see and cannot do of a closed version in the admin and through the API."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.urls import reverse
from wagtail.models import APIToken, Page, TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.programmes.freezing import read_content
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.signals import before_freeze
from tests.factories.clauses import clause
from tests.factories.pages import City, HomePageFactory
from tests.pages.programmes.closed import body, consulted, staff

REASON = "zamknięta do zmian"
REFUSAL = "Dwie zmiany nie mają powodu."


def object_to_freeze(**kwargs):
    raise ValidationError(REFUSAL)


def form(*texts, **values):
    tasks = [
        ("task", {"number": "", "text": text, "authors": streamfield([]), "note": ""})
        for text in texts
    ]
    data = {
        "title": "Wersja 3",
        "slug": "wersja-3",
        "lead": "",
        "number": "3",
        "label": "",
        "date": "2013-09-01",
        "status": "consulted",
        "based_on": "",
        "summary": rich_text(""),
        "body": streamfield(tasks),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return nested_form_data(data | values)


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


class TestClosedInTheAdmin(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.base = cls.city.draft(body(), number=2)
        cls.draft = consulted(cls.city, based_on=cls.base)
        cls.admin = get_user_model().objects.create_superuser("admin")
        cls.before = read_content(cls.draft)

    def setUp(self):
        self.client.force_login(self.admin)

    def tearDown(self):
        kept = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        assert read_content(kept) == self.before
        assert kept.revisions.count() == 1

    def address(self, name, page, *args):
        return reverse(f"wagtailadmin_pages:{name}", args=[page.pk, *args])

    def test_editor_is_locked_and_says_why(self):
        response = self.client.get(self.address("edit", self.draft))

        assert REASON in said(response)
        assert "action-publish" not in response.text
        assert reverse("draft_status", args=[self.draft.pk]) in response.text

    def test_editor_saves_nothing(self):
        for action in ({}, {"action-publish": "1"}):
            response = self.client.post(
                self.address("edit", self.draft), form("inny tekst") | action
            )
            assert response.status_code == 200

    def test_neither_it_nor_what_it_is_in_is_deleted_moved_or_unpublished(self):
        target = self.city.plain()
        for page in (self.draft, self.city.programme, self.city.home):
            addresses = [
                self.address("delete", page),
                self.address("move_confirm", page, target.pk),
                *([] if page == self.draft else [self.address("unpublish", page)]),
            ]
            for address in addresses:
                response = self.client.post(address, follow=True)
                assert REASON in said(response), address
        response = self.client.post(self.address("unpublish", self.draft))
        assert response.status_code == 302

    def test_its_base_is_not_deleted(self):
        response = self.client.post(self.address("delete", self.base), follow=True)

        assert "Wersja 3" in said(response)
        assert Page.objects.filter(pk=self.base.pk).exists()

    def test_bulk_actions_are_refused_as_a_whole(self):
        open_page = self.city.plain()
        elsewhere = HomePageFactory(slug="inna", locale=self.city.home.locale)
        ids = f"id={open_page.pk}&id={self.city.programmes.pk}"
        for action in ("delete", "move", "unpublish"):
            address = reverse(
                "wagtail_bulk_action", args=["wagtailcore", "page", action]
            )
            response = self.client.post(
                f"{address}?{ids}", {"chooser": elsewhere.pk}, follow=True
            )
            assert REASON in said(response), action
            assert Page.objects.get(pk=open_page.pk).live

    def test_api_refuses_with_the_reason(self):
        _token, key = APIToken.create_token(user=self.admin, name="test")
        headers = {"Authorization": f"Bearer {key}"}
        own = f"/api/v3/pages/{self.draft.pk}/"
        parent = f"/api/v3/pages/{self.city.programme.pk}/"
        move = {"destination_id": self.city.programmes.pk}
        calls = [
            ("patch", own, {"meta": {"type": self.draft._meta.label}, "label": "x"}),
            ("delete", own, None),
            ("delete", parent, None),
            ("post", f"{own}actions/unpublish/", {}),
            ("post", f"{parent}actions/unpublish/", {}),
            ("post", f"{own}actions/move/", {"destination_id": self.city.home.pk}),
            ("post", f"{parent}actions/move/", {"destination_id": self.city.home.pk}),
            ("post", f"{own}actions/move/", move),
        ]
        for verb, address, data in calls:
            response = getattr(self.client, verb)(
                address, data, content_type="application/json", headers=headers
            )
            assert response.status_code == 403, (verb, address, response.text)

    def test_api_reverts_to_no_other_text(self):
        _token, key = APIToken.create_token(user=self.admin, name="test")
        older = self.base.save_revision()
        older.object_id = str(self.draft.pk)
        older.content = {**older.content, "pk": self.draft.pk}
        older.save()
        response = self.client.post(
            f"/api/v3/pages/{self.draft.pk}/actions/revert/",
            {"revision_id": older.pk},
            content_type="application/json",
            headers={"Authorization": f"Bearer {key}"},
        )
        older.delete()
        assert response.status_code == 403


class TestRefusedInTheAdmin(TestCase):
    """A version that may not go to consultation stays as it was."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.draft = cls.city.draft(
            [clause(text="jest")], number=3, slug="wersja-3", unpublished=True
        )
        cls.draft.status = "consulted"
        cls.draft.save_revision()
        cls.publisher = staff("wydawca")

    def setUp(self):
        self.client.force_login(self.publisher)
        before_freeze.connect(object_to_freeze)
        self.addCleanup(before_freeze.disconnect, object_to_freeze)

    def stored(self):
        return ProgrammeDraftPage.objects.get(pk=self.draft.pk)

    def edit(self, *texts, **values):
        address = reverse("wagtailadmin_pages:edit", args=[self.draft.pk])
        return self.client.post(address, form(*texts, **values), follow=True)

    def check_nothing_changed(self):
        assert not self.stored().live
        assert self.stored().revisions.count() == 1
        assert not FrozenVersion.objects.exists()

    def test_editor_says_why_at_the_status(self):
        response = self.edit("jest", **{"action-publish": "1"})

        assert response.context["form"].errors == {"status": [REFUSAL]}
        self.check_nothing_changed()

    def test_draft_with_that_status_is_saved(self):
        self.edit("jest", "i to")

        assert self.stored().revisions.count() == 2
        assert not self.stored().live

    def test_unfinished_clause_is_saved_and_not_published(self):
        self.edit("jest", "", status="working")
        assert self.stored().revisions.count() == 2

        response = self.edit("jest", "", status="working", **{"action-publish": "1"})

        assert "body" in response.context["form"].errors
        assert not self.stored().live
        assert self.stored().revisions.count() == 2

    def test_last_approval_says_why(self):
        state = self.draft.get_workflow().start(self.draft, staff("r", "Redakcja"))
        task = TaskState.objects.get(workflow_state=state)
        address = reverse(
            "wagtailadmin_pages:workflow_action",
            args=[self.draft.pk, "approve", task.pk],
        )

        response = self.client.post(address, {"comment": ""}, follow=True)

        assert REFUSAL in said(response)
        state.refresh_from_db()
        assert state.status == state.STATUS_IN_PROGRESS
        self.check_nothing_changed()

        modal = self.client.post(
            address, {"comment": ""}, headers={"X-Requested-With": "XMLHttpRequest"}
        )
        assert modal.json()["redirect"].endswith(f"/pages/{self.draft.pk}/edit/")

    def test_approval_in_the_editor_says_why(self):
        self.draft.get_workflow().start(self.draft, staff("r", "Redakcja"))

        response = self.edit(
            "jest",
            **{"action-workflow-action": "true", "workflow-action-name": "approve"},
        )

        assert response.context["form"].errors == {"status": [REFUSAL]}
        self.check_nothing_changed()

    def test_bulk_publishing_says_why_and_publishes_nothing(self):
        other = self.city.plain(unpublished=True)
        address = reverse(
            "wagtail_bulk_action", args=["wagtailcore", "page", "publish"]
        )

        response = self.client.post(
            f"{address}?id={other.pk}&id={self.draft.pk}", follow=True
        )

        assert REFUSAL in said(response)
        assert not Page.objects.get(pk=other.pk).live
        self.check_nothing_changed()

    def test_new_version_is_kept_as_a_draft(self):
        address = reverse(
            "wagtailadmin_pages:add",
            args=["programmes", "programmedraftpage", self.city.programme.pk],
        )

        response = self.client.post(
            address,
            form("jest", slug="wersja-4", **{"action-publish": "1"}),
            follow=True,
        )

        assert REFUSAL in said(response)
        assert not ProgrammeDraftPage.objects.get(slug="wersja-4").live

    def test_api_says_why(self):
        _token, key = APIToken.create_token(user=self.publisher, name="test")
        response = self.client.patch(
            f"/api/v3/pages/{self.draft.pk}/",
            {
                "meta": {"type": self.draft._meta.label, "action": "publish"},
                "label": "do konsultacji",
            },
            content_type="application/json",
            headers={"Authorization": f"Bearer {key}"},
        )

        assert response.status_code == 422
        assert REFUSAL in response.text
        self.check_nothing_changed()

    def test_publishing_works_when_nothing_speaks_against_it(self):
        before_freeze.disconnect(object_to_freeze)

        self.edit("jest", **{"action-publish": "1"})

        assert FrozenVersion.objects.get().frozen_by == self.publisher


@pytest.mark.parametrize("status", ["consulted", "final", "adopted"])
def test_closing_statuses_are_those_of_the_form(status):
    assert status in dict(ProgrammeDraftPage._meta.get_field("status").choices)
