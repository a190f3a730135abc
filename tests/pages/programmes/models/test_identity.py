"""A clause keeps its uid whatever is done to the text around it."""

from django.contrib.auth import get_user_model
from django.test import TestCase
from django.urls import reverse
from wagtail.models import APIToken, Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation, TranslationSource

from pages.programmes.clauses import is_uuid
from pages.programmes.models import ClauseWording, ProgrammeDraftPage
from pages.programmes.versions import next_version, next_year
from tests.factories.clauses import area, chapter, clause
from tests.factories.pages import City, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.programmes.closed import FIRST, SECOND

UIDS = {str(FIRST), str(SECOND)}


def tasks_of(draft):
    return [node.uid for node in draft.clauses if node.kind == "task"]


def streamed(*blocks):
    """Return the form of a body; a block without an id is new to the server."""
    data = streamfield(
        [
            (kind, {"number": "", "text": text, "authors": streamfield([]), "note": ""})
            for kind, text, _uid in blocks
        ]
    )
    for place, (_kind, _text, uid) in enumerate(blocks):
        data[f"{place}"] |= {"id": str(uid) if uid else ""}
    return data


class TestIdentity(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.culture, cls.sport = PriorityAreaFactory(), PriorityAreaFactory()
        cls.draft = cls.city.draft(
            [
                chapter(
                    "Zadania",
                    area("Kultura", cls.culture.pk, clause(uid=FIRST, text="koncerty")),
                    area("Sport", cls.sport.pk, clause(uid=SECOND, text="biegi")),
                )
            ],
            status="adopted",
            published=True,
            number=1,
            slug="wersja-1",
        )
        cls.open = next_version(cls.draft)

    def change(self, edit):
        raw = self.open.raw_body
        edit(raw[0]["value"]["clauses"])
        self.open.body = raw
        self.open.save_revision().publish()
        return ProgrammeDraftPage.objects.get(pk=self.open.pk)

    def test_areas_change_places(self):
        draft = self.change(lambda areas: areas.reverse())

        assert tasks_of(draft) == [str(SECOND), str(FIRST)]
        assert [n.number for n in draft.clauses if n.kind == "task"] == ["1", "2"]

    def test_clause_moves_to_another_area(self):
        def move(areas):
            task = areas[0]["value"]["clauses"].pop()
            areas[1]["value"]["clauses"].append(task)

        draft = self.change(move)

        assert tasks_of(draft) == [str(SECOND), str(FIRST)]
        moved = next(node for node in draft.clauses if node.uid == str(FIRST))
        assert moved.area == self.sport.pk

    def test_clause_is_put_in_between(self):
        new = clause(text="nowy")
        draft = self.change(lambda areas: areas[0]["value"]["clauses"].insert(0, new))

        assert tasks_of(draft) == [new["id"], str(FIRST), str(SECOND)]

    def test_page_is_copied(self):
        for keep_live in (True, False):
            slug = f"kopia-{keep_live}".lower()
            copy = self.draft.copy(update_attrs={"slug": slug}, keep_live=keep_live)
            assert set(tasks_of(copy.get_latest_revision_as_object())) == UIDS

    def test_next_version_is_made(self):
        assert set(tasks_of(next_version(self.open))) == UIDS

    def test_next_year_begins(self):
        assert set(tasks_of(next_year(self.draft))) == UIDS

    def test_earlier_revision_comes_back(self):
        earlier = self.open.save_revision()
        self.change(lambda areas: areas.clear())
        get_user_model().objects.create_superuser("admin")
        self.client.force_login(get_user_model().objects.get())
        address = reverse(
            "wagtailadmin_pages:revisions_revert", args=[self.open.pk, earlier.pk]
        )
        assert self.client.get(address).status_code == 200

        earlier.as_object().save_revision().publish()

        draft = ProgrammeDraftPage.objects.get(pk=self.open.pk)
        assert set(tasks_of(draft)) == UIDS
        assert draft.wordings.filter(clause__in=UIDS).count() == 2

    def test_page_is_translated(self):
        english = translate(self.draft, "en", title="Version 1")

        assert set(tasks_of(english)) == UIDS

    def test_page_is_translated_by_wagtail_localize(self):
        locale = Locale.objects.create(language_code="en")
        translate(self.city.programme, "en")
        source, _ = TranslationSource.get_or_create_from_instance(self.draft)
        translation = Translation.objects.create(source=source, target_locale=locale)
        for _again in range(2):
            with self.captureOnCommitCallbacks(execute=True):
                translation.save_target(publish=False)
            english = self.draft.get_translation(locale)
            assert set(tasks_of(english)) == UIDS

    def test_raw_body_is_written(self):
        """As an import or an API does that writes the field itself."""
        for raw in (self.open.raw_body, self.draft.raw_body):
            self.open.body = raw
            self.open.save()
            stored = ProgrammeDraftPage.objects.get(pk=self.open.pk)
            assert tasks_of(stored) == [str(FIRST), str(SECOND)]


class TestEditing(TestCase):
    """What the server makes of what an editor, or the API, sends."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.draft = cls.city.draft(
            [clause(uid=FIRST, text="koncerty"), clause(uid=SECOND, text="biegi")],
            number=1,
            slug="wersja-1",
            published=True,
        )
        cls.admin = get_user_model().objects.create_superuser("admin")

    def setUp(self):
        self.client.force_login(self.admin)

    def send(self, *blocks):
        data = {
            "title": "Wersja 1",
            "slug": "wersja-1",
            "lead": "",
            "number": "1",
            "label": "",
            "date": "2013-07-29",
            "status": "working",
            "based_on": "",
            "summary": rich_text(""),
            "body": streamed(*blocks),
            "action-publish": "1",
        }
        address = reverse("wagtailadmin_pages:edit", args=[self.draft.pk])
        response = self.client.post(address, nested_form_data(data), follow=True)
        self.draft = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        return response

    def api(self, verb, address, **values):
        _token, key = APIToken.create_token(user=self.admin, name="test")
        kind = ProgrammeDraftPage._meta.label
        meta = {"type": kind, "action": "publish", **values.pop("meta", {})}
        return getattr(self.client, verb)(
            f"/api/v3/pages/{address}",
            {"meta": meta, **values},
            content_type="application/json",
            headers={"Authorization": f"Bearer {key}"},
        )

    def test_clauses_sent_in_another_order_keep_their_uids(self):
        self.send(("task", "biegi", SECOND), ("task", "koncerty", FIRST))

        assert tasks_of(self.draft) == [str(SECOND), str(FIRST)]

    def test_duplicated_block_becomes_a_clause_of_its_own(self):
        """Wagtail's editor gives a duplicate, or the tail of a split, a new id."""
        self.send(
            ("task", "koncerty", FIRST),
            ("task", "koncerty", None),
            ("task", "biegi", SECOND),
        )

        first, new, second = tasks_of(self.draft)
        assert (first, second) == (str(FIRST), str(SECOND))
        assert is_uuid(new)
        assert new not in UIDS

    def test_same_clause_sent_twice_is_refused_by_name(self):
        response = self.send(("task", "koncerty", FIRST), ("task", "marsze", FIRST))

        (error,) = response.context["form"].errors["body"].as_data()
        assert "ust. 2 marsze" in str(error)
        assert self.draft.wordings.count() == 2

    def test_same_clause_by_api_is_refused_by_name(self):
        body = [clause(uid=FIRST), clause(uid=FIRST, text="marsze")]

        response = self.api("patch", f"{self.draft.pk}/", body=body)

        assert response.status_code == 422
        assert "marsze" in response.text
        assert self.draft.revisions.count() == 1

    def test_clauses_by_api_keep_their_uids(self):
        body = [clause(uid=SECOND), clause(uid=FIRST), clause()]
        del body[2]["id"]

        response = self.api("patch", f"{self.draft.pk}/", body=body)

        assert response.status_code == 200, response.text
        draft = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        assert tasks_of(draft)[:2] == [str(SECOND), str(FIRST)]
        assert ClauseWording.objects.filter(draft=draft).count() == 3

    def test_version_is_made_by_api(self):
        response = self.api(
            "post",
            "",
            meta={"parent_id": self.city.programme.pk},
            title="Wersja 2",
            number=2,
            date="2013-08-29",
            status="working",
            body=[chapter("Zadania", clause(uid=FIRST))],
        )

        assert response.status_code == 201, response.text
        draft = ProgrammeDraftPage.objects.get(title="Wersja 2")
        assert tasks_of(draft) == [str(FIRST)]
