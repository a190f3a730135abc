"""Reports of errors in the admin, and who may close or erase them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from pages.directory.models import DataErrorReport
from tests.factories.directory import DataErrorReportFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db
VIEWS = "wagtailsnippets_directory_dataerrorreport"
HOME = "/admin/"


@pytest.fixture
def report():
    return DataErrorReportFactory(text="TAJNY opis", email="tajny@example.org")


@pytest.fixture
def enter(client):
    def enter(group):
        user = get_user_model().objects.create_user(group)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return enter


def address(view, report):
    return reverse(f"{VIEWS}:{view}", args=[report.pk])


def test_list_is_filtered_by_state_and_costs_the_same_however_long(enter, report):
    client, url = enter("Redakcja"), reverse(f"{VIEWS}:list")
    DataErrorReportFactory(state="mended")
    few = count_queries(client, url)
    DataErrorReportFactory.create_batch(9)

    page = PublicPage.get(client, url, state="mended")

    assert len(page.soup.select("table.listing tbody tr")) == 1
    assert count_queries(client, url) == few


def test_page_of_a_report_leads_to_the_form_of_the_organisation(enter, report):
    page = PublicPage.get(enter("Redakcja"), address("inspect", report))

    assert "TAJNY opis" in page.main
    assert "tajny@example.org" in page.main
    edit = reverse(
        "wagtailsnippets_snippets_organisation:edit", args=[report.organisation_id]
    )
    assert page.soup.select_one(f'main a[href="{edit}"]')
    buttons = page.soup.select(f'form[action="{address("close", report)}"] button')
    assert [button["value"] for button in buttons] == ["mended", "refused"]
    assert not page.soup.select(f'a[href="{address("delete", report)}"]')


@pytest.mark.parametrize("state", ["mended", "refused"])
def test_button_closes_a_report(enter, report, state):
    client = enter("Redakcja")

    response = client.post(address("close", report), {"state": state, "note": "Tak."})

    assert response["Location"] == address("inspect", report)
    report.refresh_from_db()
    assert (report.state, report.note, report.email) == (state, "Tak.", "")
    page = PublicPage.get(client, address("inspect", report))
    assert not page.soup.select(f'form[action="{address("close", report)}"]')


@pytest.mark.parametrize(
    "data",
    [{}, {"state": "new"}, {"state": "x"}, {"state": "mended", "note": "a" * 1001}],
)
def test_wrong_answer_closes_nothing(enter, report, data):
    enter("Wydawca").post(address("close", report), data)

    assert DataErrorReport.objects.waiting().get() == report


@pytest.mark.parametrize("group", ["Tłumacze", "Jednostki"])
def test_others_can_neither_read_nor_close(enter, report, group):
    client = enter(group)
    for url in (
        reverse(f"{VIEWS}:list"),
        address("inspect", report),
        address("delete", report),
    ):
        assert b"TAJNY" not in client.get(url, follow=True).content

    client.post(address("close", report), {"state": "mended"})
    client.post(address("delete", report))

    assert DataErrorReport.objects.waiting().get() == report


def test_publisher_erases_a_report_and_the_log_does_not_repeat_it(enter, report):
    client = enter("Wydawca")
    page = PublicPage.get(client, address("inspect", report))
    assert page.soup.select(f'a[href="{address("delete", report)}"]')

    assert client.get(address("delete", report)).status_code == 200
    client.post(address("delete", report))

    assert not DataErrorReport.objects.exists()
    entry = ModelLogEntry.objects.get(action="wagtail.delete")
    assert "tajny" not in f"{entry.label} {entry.data}".lower()


def test_editor_erases_nothing(enter, report):
    enter("Redakcja").post(address("delete", report))

    assert DataErrorReport.objects.get() == report


def test_first_page_counts_what_waits_for_those_who_may_mend_it(enter):
    DataErrorReportFactory.create_batch(3)
    DataErrorReportFactory(state="mended")
    link = f'main a[href="{reverse(f"{VIEWS}:list")}?state=new"]'

    for group, number in (("Redakcja", "3"), ("Wydawca", "3"), ("Tłumacze", None)):
        found = PublicPage.get(enter(group), HOME).soup.select_one(link)
        assert (found and found.text.split()[0]) == number


def test_first_page_says_nothing_where_nothing_waits(enter):
    OrganisationFactory()
    page = PublicPage.get(enter("Wydawca"), HOME)

    assert page.soup.select_one("#error-reports") is None
