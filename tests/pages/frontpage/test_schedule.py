"""Publishing on a set day, and the notes that editors leave each other."""

import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.factories.pages import City, mirror

NOTE = "ZNACZNIK-ADNOTACJI: sprawdzić z radcą"
HOUR = datetime.timedelta(hours=1)


class EditorCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.plain(title="O projekcie", slug="o-projekcie", live=False)
        cls.page.save_revision()

    def log_in(self, group):
        user = get_user_model().objects.create_user(group.lower(), password="x")
        user.groups.add(Group.objects.get(name=group))
        self.client.force_login(user)
        return user

    def save(self, **values):
        """Post the editor's form of the page."""
        form = {
            "title": "O projekcie",
            "slug": "o-projekcie",
            "lead": "",
            "body": streamfield([]),
            "comments": inline_formset([]),
            **values,
        }
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return self.client.post(url, nested_form_data(form))

    def is_public(self, address="/pl/o-projekcie/"):
        return self.client.get(address).status_code == 200


class TestSchedule(EditorCase):
    def day(self, moment):
        return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")

    def hour_has_come(self):
        """Let the hour come that the page waits for."""
        past = timezone.now() - HOUR
        waiting = Revision.objects.filter(approved_go_live_at__isnull=False)
        number = waiting.update(approved_go_live_at=past)
        for revision in Revision.page_revisions.filter(approved_go_live_at=past):
            revision.content["go_live_at"] = past.isoformat()
            revision.save(update_fields=["content"])
        type(self.page).objects.update(go_live_at=past)
        call_command("publish_scheduled")
        return number

    def test_page_goes_public_in_the_hour_that_a_publisher_sets(self):
        self.log_in("Wydawca")
        alias = mirror(self.page, "en")

        self.save(go_live_at=self.day(timezone.now() + HOUR), **{"action-publish": "1"})

        assert not self.is_public()
        assert self.hour_has_come() == 1
        assert self.is_public()
        alias.refresh_from_db()
        assert alias.live
        assert alias.title == "O projekcie"

    def test_page_leaves_the_site_in_the_hour_set(self):
        self.page.save_revision().publish()
        assert self.is_public()

        type(self.page).objects.update(expire_at=timezone.now() - HOUR)
        call_command("publish_scheduled")

        assert not self.is_public()

    def test_editor_without_the_right_to_publish_sets_no_hour(self):
        self.log_in("Redakcja")

        self.save(go_live_at=self.day(timezone.now() + HOUR), **{"action-publish": "1"})

        assert self.hour_has_come() == 0
        assert not self.is_public()


class TestAnnotations(EditorCase):
    def test_note_of_an_editor_is_for_the_staff_alone(self):
        self.page.save_revision().publish()
        editor = self.log_in("Redakcja")
        note = {"text": NOTE, "contentpath": "title", "position": ""}
        note |= {"replies": inline_formset([])}
        self.save(comments=inline_formset([note]))
        self.page.get_latest_revision().publish()

        assert Comment.objects.get().user == editor
        self.log_in("Wydawca")
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        assert "ZNACZNIK-ADNOTACJI" in self.client.get(url).content.decode()
        self.client.logout()
        for address in (
            "/pl/o-projekcie/",
            "/pl/feeds/reports/",
            "/sitemap.xml",
            f"/api/v3/pages/{self.page.pk}/",
            "/api/v3/pages/",
        ):
            response = self.client.get(address, follow=True)
            assert response.status_code == 200, address
            assert "ZNACZNIK" not in response.content.decode(), address
