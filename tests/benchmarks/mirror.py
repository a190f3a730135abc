"""Makes the plain twins of our pages: the same texts, links, logos and dates."""

from datetime import UTC, datetime, time
from typing import Any

from django.test import RequestFactory
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Page

from pages.base.models import ContentPage
from pages.directory.views.listing import ORGANISATIONS_ON_A_PAGE
from pages.frontpage.models import HomePage
from pages.meetings.models import MeetingIndexPage, MeetingPage
from pages.programmes.history import ClauseHistory, clause_history
from pages.programmes.models import (
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammeIndexPage,
    ProgrammePage,
)
from snippets.models import Organisation

from . import bodies
from .plain import models as plain

DIRECTORY = 0


class Mirror:
    """A plain site with the content of ours; `home` is its root page."""

    def __init__(self) -> None:
        self.source = HomePage.objects.get(locale__language_code="pl")
        self.twins: dict[int, int] = {}
        self.pages: dict[int, Page] = {}
        with override("pl"):
            self.home = self._home()
            self.directory = self._directory()
            self._programmes()
            self._meetings()
            self._plain_pages()
            self._fill_home()
            self._translate()

    def twin(self, page: Page) -> Page:
        """Return the plain page that shows what `page` shows."""
        return self.pages[page.pk]

    def address(self, page: Page) -> str:
        """Return where a plain page is when the site shows the plain pages."""
        return "/pl/" + page.url_path.removeprefix(self.home.url_path)

    def _add(
        self, parent: Page, model: type[Page], source: Page, **values: Any
    ) -> Page:
        """Add the twin of a page."""
        same = ("title", "slug", "lead", "show_in_menus", "locale")
        page = model(**{name: getattr(source, name) for name in same} | values)
        parent.add_child(instance=page)
        self.twins[source.pk] = page.pk
        self.pages[source.pk] = page
        return page

    def _home(self) -> Page:
        source = self.source
        return self._add(
            Page.get_first_root_node(),
            plain.PlainHomePage,
            source,
            slug="plain",
            site_name=source.site_name,
            tagline=source.tagline,
            contact_email=source.contact_email,
            funding_note=source.project.localized_funding_note,
        )

    def _directory(self) -> Page:
        organisations = Organisation.objects.in_directory().order_by("sort_key")
        rows = organisations.values_list("pk", flat=True)[:ORGANISATIONS_ON_A_PAGE]
        page = plain.PlainDirectoryPage(
            title=_("Organisations"),
            slug="organizacje",
            show_in_menus=True,
            locale=self.source.locale,
            body=[bodies.block("organisation", pk) for pk in rows],
        )
        self.home.add_child(instance=page)
        self.twins[DIRECTORY] = page.pk
        return page

    def _programmes(self) -> None:
        index = ProgrammeIndexPage.objects.child_of(self.source).get()
        parent = self._add(self.home, plain.PlainListPage, index)
        for source in ProgrammePage.objects.child_of(index).order_by("year"):
            programme = self._add(
                parent,
                plain.PlainProgrammePage,
                source,
                stage=source.stage,
                legal_basis=source.legal_basis,
                first_published_at=datetime(source.year, 1, 1, tzinfo=UTC),
            )
            for draft in ProgrammeDraftPage.objects.child_of(source):
                self._draft(programme, draft)
            for task in PriorityTaskPage.objects.child_of(source):
                self._add(
                    programme,
                    plain.PlainTaskPage,
                    task,
                    area=task.area,
                    lead_unit=task.lead_unit,
                )

    def _draft(self, programme: Page, draft: ProgrammeDraftPage) -> None:
        self._add(
            programme,
            plain.PlainDraftPage,
            draft,
            number=draft.number,
            label=draft.label,
            date=draft.date,
            status=draft.status,
            summary=draft.summary,
            body=bodies.draft_body(draft.clauses),
        )

    def _meetings(self) -> None:
        index = MeetingIndexPage.objects.child_of(self.source).get()
        parent = self._add(self.home, plain.PlainListPage, index)
        for source in MeetingPage.objects.child_of(index).order_by("date"):
            self._add(
                parent,
                plain.PlainMeetingPage,
                source,
                kind=source.kind,
                ordinal=source.ordinal,
                status=source.status,
                date=source.date,
                hours=source.hours,
                place=source.place,
                participants=source.declared_participants,
                programme_id=self.twins.get(source.programme_id),
                discussed_draft_id=self.twins.get(source.discussed_draft_id),
                resulting_draft_id=self.twins.get(source.resulting_draft_id),
                first_published_at=datetime.combine(source.date, time(), tzinfo=UTC),
            )

    def _plain_pages(self) -> None:
        for source in ContentPage.objects.child_of(self.source):
            body = [
                bodies.block(raw["type"], raw["value"].get("text", ""))
                if raw["type"] == "heading"
                else raw
                for raw in source.body.raw_data
                if raw["type"] != "declaration"
            ]
            self._add(
                self.home,
                plain.PlainPage,
                source,
                show_in_footer=source.show_in_footer,
                show_contents=True,
                body=body,
            )

    def _fill_home(self) -> None:
        context = self.source.get_context(RequestFactory().get("/pl/"))
        self.home.body = bodies.home_body(self.source, context, self.twins)
        self.home.save()

    def _translate(self) -> None:
        """Give the twins the translations that our pages have."""
        for source in (self.source, *self.source.get_descendants()):
            for translation in source.get_translations():
                self._copy(self.pages[source.pk], translation.locale)
        self._copy_to_all_languages(self.directory)

    def _copy_to_all_languages(self, page: Page) -> None:
        for locale in Locale.objects.exclude(pk=page.locale_id):
            self._copy(page, locale)

    def _copy(self, page: Page, locale: Locale) -> None:
        copy = page.copy_for_translation(locale, copy_parents=True)
        Page.objects.filter(pk=copy.pk).update(live=True)

    def fill_report(self, report: MeetingPage) -> Page:
        """Fill the body of a report's twin."""
        with override("pl"):
            twin = self.twin(report)
            twin.body = bodies.report_body(report, self.twins)
            twin.save()
        return twin

    def fill_task(self, task: PriorityTaskPage) -> Page:
        """Fill the body of a task's twin."""
        with override("pl"):
            history = clause_history(task.clause_id, "pl")
            twin = self.twin(task)
            twin.clause = history.newest.label
            twin.body = bodies.history_body(history, self.twins)
            twin.save()
        return twin

    def add_chapter(self, draft: ProgrammeDraftPage) -> Page:
        """Add a page with only the first chapter of a draft."""
        chapter = draft.clauses[0].uid
        nodes = [node for node in draft.clauses if node.chapter == chapter]
        twin = self.twin(draft)
        page = plain.PlainDraftPage(
            title=draft.title,
            slug="rozdzial-1",
            number=draft.number,
            date=draft.date,
            status=draft.status,
            lead=draft.lead,
            body=bodies.draft_body(nodes),
            locale=draft.locale,
        )
        twin.get_parent().add_child(instance=page)
        return page

    def add_clause(self, history: ClauseHistory) -> Page:
        """Add a page for a clause, in all languages."""
        newest = history.newest
        body = bodies.history_body(history, self.twins)
        with override("pl"):
            return self._add_view(self.home, newest.label, newest.text, body)

    def add_organisation(self, organisation: Organisation) -> Page:
        """Add a page for an organisation, in all languages."""
        with override("pl"):
            body = bodies.organisation_body(organisation, self.twins)
            return self._add_view(
                self.directory, organisation.name, organisation.about, body
            )

    def _add_view(self, parent: Page, title: str, lead: str, body: list[Any]) -> Page:
        page = plain.PlainPage(title=title, lead=lead, locale=parent.locale, body=body)
        parent.add_child(instance=page)
        self._copy_to_all_languages(page)
        return page
