"""What the staff waits for: the report's editor, the dashboard, a translation."""

from statistics import median
from time import perf_counter

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from pages.meetings.models import MeetingPage

from .report import aligned

VISITS = 7
# Page, most queries; and seconds for a translation.
EDITOR, DASHBOARD, TRANSLATION = 60, 30, 3.0


def run() -> str:
    """Return queries and milliseconds, and whether the project's figures hold."""
    report = MeetingPage.objects.get(
        slug="warsztaty-26-lipca-2013", locale__language_code="pl"
    )
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("bench", "", "x"))
    edit = reverse("wagtailadmin_pages:edit", args=[report.pk])
    rows = [
        page_row("editor of the report", client, edit, EDITOR),
        page_row("dashboard", client, reverse("wagtailadmin_home"), DASHBOARD),
        translation_row(report),
    ]
    heading = ("what staff waits for", "queries", "median ms", "limit")
    return f"\nStaff\n{aligned(heading, rows)}"


def page_row(name: str, client: Client, url: str, most: int) -> tuple[str, ...]:
    """Return the cost of opening a page of the admin."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
        number = len(queries)  # the next request empties the list
    times = [seconds(lambda: client.get(url)) for _ in range(VISITS)]
    verdict = f"{most} queries: {held(number <= most)}"
    return name, f"{number}", f"{median(times) * 1000:.0f}", verdict


def translation_row(report: MeetingPage) -> tuple[str, ...]:
    """Return the cost of making the report's page in one more language."""
    locale = Locale.objects.get(language_code="uk")
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        report.get_translation(locale).delete()
        Translation.objects.filter(
            source__object_id=report.translation_key, target_locale=locale
        ).delete()
        before = len(queries)
        took = seconds(lambda: translate(report, locale))
        number = len(queries) - before
        transaction.set_rollback(True)
    verdict = f"{TRANSLATION:.0f} s: {held(took <= TRANSLATION)}"
    return "the report into one language", f"{number}", f"{took * 1000:.0f}", verdict


def translate(report: MeetingPage, locale: Locale) -> None:
    """Make the translation as the admin's “Translate this page” does."""
    source, _created = TranslationSource.update_or_create_from_instance(report)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=False)


def seconds(work) -> float:
    """Return how long a piece of work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def held(holds: bool) -> str:
    """Say whether a figure holds."""
    return "holds" if holds else "MISSED"
