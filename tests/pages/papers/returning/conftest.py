"""A table of a consultation that the unit's lawyer fills in and brings back."""

import pytest

from pages.papers.models import AnswerSheet
from pages.papers.returning.comparing import compare, compare_sheet
from pages.papers.returning.keeping import bring_back, confirm
from tests.pages.comments.staff import Office
from tests.worker import work_off

from .tables import Sheet, take_table


@pytest.fixture
def office(here):
    return Office()


@pytest.fixture
def taken(here):
    """Take the table of the consultation, open in a spreadsheet."""

    def take(language="en", **options):
        content = take_table(here.consultation, language, **options)
        return Sheet(content, language)

    return take


@pytest.fixture
def compared(here, office):
    """Compare a table with what is there now."""

    def compare_it(sheet, user=None):
        return compare(
            sheet.saved(),
            "tabela.xlsx",
            consultation=here.consultation,
            user=user or office.unit,
        )

    return compare_it


@pytest.fixture
def brought(here, office, settings, tmp_path):
    """Bring a table back."""

    def bring(sheet, user=None):
        return bring_back(
            content=sheet.saved(),
            filename="tabela.xlsx",
            consultation=here.consultation,
            user=user or office.unit,
        )

    return bring


@pytest.fixture
def applied(django_capture_on_commit_callbacks):
    """Confirm a table and let the worker take it in; return what became of it."""

    def apply(sheet, *, seen=None, leaves_conflicts=False, between=None):
        seen = compare_sheet(sheet).seen if seen is None else seen
        with django_capture_on_commit_callbacks(execute=True):
            confirm(sheet, seen=seen, leaves_conflicts=leaves_conflicts)
        if between:
            between()
        with django_capture_on_commit_callbacks(execute=True):
            work_off()
        return AnswerSheet.objects.get(pk=sheet.pk)

    return apply
