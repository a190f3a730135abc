import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import ModelLogEntry

from pages.comments.sending.seals import new_seal, read_seal
from pages.directory.models import DataErrorReport, ReportState
from pages.directory.reporting import (
    close_report,
    read_receipt,
    receipt_of,
    report_error,
)
from tests.factories.directory import DataErrorReportFactory
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db
SAID = {"subject": "seat", "text": "Siedziba jest gdzie indziej.", "email": ""}


def member(group):
    user = get_user_model().objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    return user


def test_same_form_sent_twice_is_one_report():
    organisation, seal = OrganisationFactory(), read_seal(new_seal())

    first = report_error(organisation=organisation, seal=seal, **SAID)
    again = report_error(organisation=organisation, seal=seal, **SAID)
    other = report_error(organisation=organisation, seal=read_seal(new_seal()), **SAID)

    assert first == again != other
    assert DataErrorReport.objects.waiting().count() == 2


def test_receipt_tells_the_number_and_cannot_be_made_up():
    report = DataErrorReportFactory()

    assert read_receipt(receipt_of(report)) == report.code
    assert report.code == f"B{report.pk}/{report.created_at.year}"
    for wrong in ("", report.code, f"{report.code}:x", receipt_of(report)[:-1]):
        assert read_receipt(wrong) == ""


@pytest.mark.parametrize("state", ["mended", "refused"])
@pytest.mark.parametrize("group", ["Redakcja", "Wydawca"])
def test_closing_forgets_the_reporter_and_notes_who_did_it(group, state):
    report, user = DataErrorReportFactory(email="ktos@example.org"), member(group)

    close_report(report=report, state=state, note="Sprawdzone w KRS.", user=user)

    report.refresh_from_db()
    assert (report.state, report.note) == (state, "Sprawdzone w KRS.")
    assert (report.email, report.handled_by) == ("", user)
    assert report.handled_at is not None
    entry = ModelLogEntry.objects.get(action=f"directory.{state}")
    assert (entry.label, entry.user, entry.data) == (report.code, user, {})
    assert entry.message


def test_closed_report_is_not_closed_again():
    report, user = DataErrorReportFactory(state="refused"), member("Wydawca")

    with pytest.raises(ValidationError):
        close_report(report=report, state=ReportState.MENDED, note="", user=user)

    report.refresh_from_db()
    assert report.state == "refused"


@pytest.mark.parametrize("group", ["Tłumacze", "Jednostki"])
def test_nobody_else_closes_a_report(group):
    report, user = DataErrorReportFactory(), member(group)

    with pytest.raises(PermissionDenied):
        close_report(report=report, state=ReportState.MENDED, note="", user=user)

    assert DataErrorReport.objects.waiting().get() == report
