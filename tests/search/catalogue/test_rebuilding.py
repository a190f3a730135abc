"""The command puts right what was changed past the models, in place."""

from io import StringIO
from unittest.mock import patch

from django.core.management import call_command
from django.test import TestCase

from pages.comments.moving import move
from search.catalogue import rebuilding
from search.catalogue.rebuilding import rebuild
from search.models import CatalogueEntry, IndexMark, Kind
from tests.factories.clauses import clause
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import FIRST, body, staff


def everything():
    return {
        (one.kind, one.subject, one.language): (one.pk, one.title, one.parts, one.facts)
        for one in CatalogueEntry.objects.all()
    }


def quietly(name, number, is_done):
    """Hear what is done, and say nothing."""


class TestRebuilding(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.plain(published=True)
        cls.draft = cls.city.draft(body(), status="consulted", published=True)
        cls.city.draft([clause(uid=FIRST)], number=2, published=True)
        cls.comment = PublicCommentFactory(
            consultation=ConsultationFactory(draft=cls.draft), published=True
        )
        cls.organisation = OrganisationFactory()

    def test_what_is_right_stays_as_it_is(self):
        before = everything()
        assert rebuild(quietly) == len(before)
        assert everything() == before

    def test_lost_entries_come_back(self):
        before = {key: value[1:] for key, value in everything().items()}
        CatalogueEntry.objects.all().delete()
        rebuild(quietly)
        assert {key: value[1:] for key, value in everything().items()} == before

    def test_changes_past_the_models_are_followed(self):
        type(self.page).objects.filter(pk=self.page.pk).update(live=False)
        type(self.organisation).objects.filter(pk=self.organisation.pk).update(
            name="Nowa nazwa"
        )
        rebuild(quietly)
        assert not CatalogueEntry.objects.filter(page=self.page.pk).exists()
        assert CatalogueEntry.objects.filter(title="Nowa nazwa").exists()

    def test_entries_of_nothing_are_withdrawn(self):
        CatalogueEntry.objects.create(kind=Kind.ORGANISATION, subject="987654")
        rebuild(quietly)
        assert not CatalogueEntry.objects.filter(subject="987654").exists()

    def test_command_says_what_it_does_and_marks_the_index(self):
        IndexMark.objects.all().update(analyser="dawny")
        out = StringIO()
        call_command("rebuild_modelsearch_index", stdout=out)
        number = CatalogueEntry.objects.filter(kind=Kind.CLAUSE).count()
        assert f"clause: {number}" in out.getvalue()
        assert IndexMark.objects.get().analyser != "dawny"

    def test_command_of_wagtail_does_the_same(self):
        CatalogueEntry.objects.all().delete()
        call_command("update_index", stdout=StringIO())
        assert CatalogueEntry.objects.filter(page=self.page.pk).exists()

    def test_what_is_published_meanwhile_stays(self):
        def publish(name, number, is_done):
            if name == "pages" and is_done:
                self.city.plain(title="Strona z tej chwili", published=True)

        rebuild(publish)
        assert CatalogueEntry.objects.filter(title="Strona z tej chwili").exists()

    def test_what_is_hidden_meanwhile_does_not_come_back(self):
        store = rebuilding.store

        def hide_and_store(cards):
            self.page.unpublish()
            move(self.comment, "hide", user=self.clerk, hiding_reason="offence")
            self.organisation.status = "struck_off"
            self.organisation.save()
            return store(cards)

        hidden = [
            ("page", str(self.page.pk)),
            ("comment", str(self.comment.pk)),
            ("organisation", str(self.organisation.pk)),
        ]
        for kind, subject in hidden:
            assert CatalogueEntry.objects.filter(kind=kind, subject=subject).exists()
        self.clerk, cards = staff("moderator"), self.cards()
        with (
            patch.object(rebuilding, "SOURCES", {"all": lambda: iter(cards)}),
            patch.object(rebuilding, "store", hide_and_store),
        ):
            rebuild(quietly)
        for kind, subject in hidden:
            assert not CatalogueEntry.objects.filter(
                kind=kind, subject=subject
            ).exists()

    def cards(self):
        """Make all cards before anything of them is stored."""
        return [card for cards in rebuilding.SOURCES.values() for card in cards()]
