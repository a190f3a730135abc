"""Copies, aliases and translations of a closed version go their own way."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse
from wagtail.models import APIToken, Locale, PageViewRestriction
from wagtail_localize.models import StringSegment, Translation

from pages.programmes.freezing import FrozenVersionError, read_content
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.versions import change_status
from tests.factories.pages import City, mirror, translate
from tests.pages.markup import PublicPage
from tests.pages.programmes.closed import FIRST, consulted


class Closed(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.draft = consulted(cls.city)
        cls.admin = get_user_model().objects.create_superuser("admin")
        cls.before = read_content(cls.draft)

    def setUp(self):
        self.client.force_login(self.admin)

    def tearDown(self):
        kept = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        assert read_content(kept) == self.before
        assert FrozenVersion.objects.get().draft_id == self.draft.pk

    def api(self, page, action, **data):
        _token, key = APIToken.create_token(user=self.admin, name="test")
        return self.client.post(
            f"/api/v3/pages/{page.pk}/actions/{action}/",
            data,
            content_type="application/json",
            headers={"Authorization": f"Bearer {key}"},
        )


class TestCopies(Closed):
    """A copy is a version of its own, open until it goes to consultation itself."""

    def copy(self, page, slug, **values):
        data = {
            "new_title": "Kopia",
            "new_slug": slug,
            "new_parent_page": page.get_parent().pk,
            **values,
        }
        response = self.client.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]), data, follow=True
        )
        assert response.status_code == 200

    def check_open(self, copy):
        assert copy.status == "working"
        assert copy.get_latest_revision_as_object().status == "working"
        assert [n.uid for n in copy.clauses] == [n.uid for n in self.draft.clauses]
        copy.title = "Inny tytuł"
        copy.save_revision().publish()
        copy.unpublish()
        copy.delete()

    def test_copy_in_the_admin_is_open(self):
        for slug, values in (("kopia", {}), ("druga", {"publish_copies": "on"})):
            self.copy(self.draft, slug, **values)
            self.check_open(ProgrammeDraftPage.objects.get(slug=slug))

    def test_copy_of_the_programme_has_open_versions(self):
        values = {"copy_subpages": "on", "publish_copies": "on"}
        self.copy(self.city.programme, "kopia", **values)

        copy = ProgrammeDraftPage.objects.get(url_path__contains="/kopia/")
        self.check_open(copy)

    def test_copy_by_api_is_open(self):
        response = self.api(self.draft, "copy", slug="kopia")

        assert response.status_code == 201, response.text
        self.check_open(ProgrammeDraftPage.objects.get(slug="kopia"))

    def test_alias_in_the_admin_shows_the_version(self):
        self.copy(self.draft, "alias", alias="on")

        alias = ProgrammeDraftPage.objects.get(slug="alias")
        assert alias.alias_of_id == self.draft.pk
        assert alias.status == "consulted"
        assert "wspieranie sąsiadów" in PublicPage.get(self.client, alias.url).main

        change_status(self.draft, status="final")

        alias.refresh_from_db()
        assert alias.status == "final"

    def test_alias_that_becomes_a_page_is_open_as_a_copy_is(self):
        assert self.api(self.draft, "create_alias", slug="alias").status_code == 201
        alias = ProgrammeDraftPage.objects.get(slug="alias")

        response = self.api(alias, "convert_alias")

        assert response.status_code == 200, response.text
        alias = ProgrammeDraftPage.objects.get(slug="alias")
        assert alias.alias_of_id is None
        self.check_open(alias)


class TestTranslations(Closed):
    """Translations of a closed version are made, edited and published."""

    def submitted(self):
        """Return the translation of the version that staff asks for in the admin."""
        locale, _ = Locale.objects.get_or_create(language_code="en")
        translate(self.city.programme, "en")
        response = self.client.post(
            reverse("wagtail_localize:submit_page_translation", args=[self.draft.pk]),
            {"locales": [locale.pk]},
            follow=True,
        )
        assert response.status_code == 200
        return self.draft.get_translation(locale).specific

    def test_translation_is_made_edited_and_published(self):
        english = self.submitted()
        translation = Translation.objects.get(target_locale=english.locale)
        segments = StringSegment.objects.filter(source=translation.source)
        edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
        assert self.client.get(edit).status_code == 200
        for segment in segments:
            response = self.client.put(
                reverse(
                    "wagtail_localize:edit_string_translation",
                    args=[translation.pk, segment.pk],
                ),
                urlencode({"value": segment.string.data.upper()}),
                content_type="application/x-www-form-urlencoded",
            )
            assert response.status_code == 201, response.text

        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(edit, {"action": "publish"}, follow=True)

        assert response.status_code == 200
        english = ProgrammeDraftPage.objects.get(pk=english.pk)
        assert (english.live, english.status) == (True, "consulted")
        shown = PublicPage.get(self.client, english.url)
        assert "WSPIERANIE SĄSIADÓW" in shown.main
        assert str(FIRST) in {node.uid for node in english.clauses}

    def test_translation_follows_the_source_again(self):
        english = self.submitted()
        translation = Translation.objects.get(target_locale=english.locale)
        update = reverse(
            "wagtail_localize:update_translations", args=[translation.source_id]
        )
        assert self.client.get(update).status_code == 200
        change_status(self.draft, status="final")
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(
                update, {"publish_translations": "on"}, follow=True
            )

        assert response.status_code == 200
        english = ProgrammeDraftPage.objects.get(pk=english.pk)
        # Texts that are not translated yet are not published.
        assert (english.live, english.status) == (False, "final")

    def test_translation_is_taken_off_and_deleted(self):
        english = translate(self.draft, "en", title="Version 3")
        for name in ("unpublish", "delete"):
            self.client.post(
                reverse(f"wagtailadmin_pages:{name}", args=[english.pk]), follow=True
            )
        assert not ProgrammeDraftPage.objects.filter(pk=english.pk).exists()

    def test_translation_by_api(self):
        Locale.objects.create(language_code="en")
        data = {"locale": "en", "copy_parents": True}
        response = self.api(self.draft, "copy_for_translation", **data)

        assert response.status_code == 201, response.text
        english = ProgrammeDraftPage.objects.get(locale__language_code="en")
        english.title = "Version 3"
        english.save_revision().publish()

    def test_mirror_shows_the_version_until_it_is_translated(self):
        lustro = mirror(self.draft, "uk")

        assert "wspieranie sąsiadów" in PublicPage.get(self.client, lustro.url).main
        change_status(self.draft, status="superseded")

        lustro.refresh_from_db()
        assert lustro.status == "superseded"


class TestPrivacy(Closed):
    """A closed version stays readable to everybody."""

    def test_neither_it_nor_what_it_is_in_is_hidden(self):
        for page in (self.draft, self.city.programme, self.city.home):
            with pytest.raises(FrozenVersionError):
                PageViewRestriction.objects.create(page=page, restriction_type="login")
            response = self.client.post(
                reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
                {"restriction_type": "login"},
                headers={"X-Requested-With": "XMLHttpRequest"},
            )
            assert response.status_code == 403
        assert not PageViewRestriction.objects.exists()


class TestApi(Closed):
    """Calls of the API that programs may try on a closed version."""

    def test_neither_whole_nor_in_part_nor_with_all_below(self):
        _token, key = APIToken.create_token(user=self.admin, name="test")
        own = f"/api/v3/pages/{self.draft.pk}/"
        meta = {"type": self.draft._meta.label, "action": "publish"}
        below = f"/api/v3/pages/{self.city.programmes.pk}/actions/unpublish/"
        calls = [
            ("put", own, {"title": "Inny"}, 405),
            ("patch", own, {"meta": meta, "status": "final"}, 403),
            ("post", below, {"recursive": True}, 403),
        ]
        for verb, address, data, status in calls:
            response = getattr(self.client, verb)(
                address,
                data,
                content_type="application/json",
                headers={"Authorization": f"Bearer {key}"},
            )
            assert response.status_code == status, (verb, address, response.text)
