import io
import json
import logging

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import get_language
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from snippets.importing.exporting import FORMATS
from snippets.models import Organisation, Sphere
from tests.factories.snippets import ContactPersonFactory, OrganisationFactory

from .forms import address

pytestmark = pytest.mark.django_db
PRIVATE = ("ZNACZNIK-OSOBA", "500 000 000", "ZNACZNIK-NOTATKA")


@pytest.fixture
def organisation():
    return ContactPersonFactory(
        name="ZNACZNIK-OSOBA",
        phone="500 000 000",
        organisation__name="Fundacja Łąka",
        organisation__krs="0009000001",
        organisation__private_note="ZNACZNIK-NOTATKA",
    ).organisation


@pytest.fixture
def viewer(clerk):
    clerk.user_permissions.add(Permission.objects.get(codename="view_organisation"))
    return clerk


@pytest.fixture
def editor(clerk):
    clerk.user_permissions.add(Permission.objects.get(codename="change_organisation"))
    return clerk


def export(client, **asked):
    return client.get(address(Organisation, "export"), asked)


def body(response):
    return b"".join(response.streaming_content)


def names(client, **asked):
    rows = json.loads(body(export(client, format="json", **asked)))
    return {row["name"] for row in rows}


def test_page_offers_the_formats(client, editor, organisation):
    response = export(client)

    assert response.status_code == 200
    formats = response.context["form"].fields["format"].choices
    assert [key for key, _label in formats] == list(FORMATS)
    assert response.context["items_count"] == 1


def test_page_hands_on_what_the_list_shows(client, editor):
    asked = {"q": "łąka", "status": ["active", "unknown"], "p": "3", "format": "doc"}
    response = export(client, **asked)

    assert response.context["chosen"] == [
        ("q", "łąka"),
        ("status", "active"),
        ("status", "unknown"),
    ]
    assert 'name="q" value="łąka"' in response.text
    assert response.context["form"].errors["format"]


@pytest.mark.parametrize("form", FORMATS)
def test_file_is_saved_under_a_name_of_its_format(client, editor, organisation, form):
    response = export(client, format=form)

    assert response["Content-Type"] == FORMATS[form].content_type
    disposition = response["Content-Disposition"]
    assert disposition.startswith('attachment; filename="organisations-')
    assert disposition.endswith(f'.{form}"')
    assert len(body(response)) > 100


def test_headings_are_in_the_language_of_the_user(client, editor, organisation):
    profile = UserProfile.get_for_user(editor)
    headings = {}
    for language in ("pl", "en"):
        profile.preferred_language = language
        profile.save()
        content = body(export(client, format="xlsx"))
        headings[language] = load_workbook(io.BytesIO(content)).active["A1"].value

    assert headings["en"] == "Full name"
    assert headings["pl"] != headings["en"]
    assert get_language() == "pl"


def test_filters_and_search_work_as_in_the_list(client, editor, organisation):
    OrganisationFactory(name="Wykreślona", struck_off=True)
    OrganisationFactory(name="Pożytku", opp=True).spheres.add(
        Sphere.objects.get(code="16")
    )

    assert names(client) == {"Fundacja Łąka", "Wykreślona", "Pożytku"}
    assert names(client, status="struck_off") == {"Wykreślona"}
    assert names(client, opp="true") == {"Pożytku"}
    sphere = Sphere.objects.get(code="16").pk
    assert names(client, spheres=sphere) == {"Pożytku"}
    assert names(client, q="9000001") == {"Fundacja Łąka"}
    assert names(client, q="fundacja", status="struck_off") == set()


def test_order_is_that_of_the_list(client, editor):
    for name in ("Żubr", "Ala", "Łoś"):
        OrganisationFactory(name=name)

    def ordered(**asked):
        rows = json.loads(body(export(client, format="json", **asked)))
        return [row["name"] for row in rows]

    assert ordered() == ["Ala", "Łoś", "Żubr"]
    assert ordered(ordering="-sort_key") == ["Żubr", "Łoś", "Ala"]


def test_merged_entries_are_not_exported(client, editor, organisation):
    OrganisationFactory(name="Łąka dawniej", merged_into=organisation)

    assert names(client) == {"Fundacja Łąka"}
    assert export(client).context["items_count"] == 1


@pytest.mark.parametrize("form", ["csv", "json"])
def test_viewer_gets_no_private_data_even_when_asking(
    client, viewer, organisation, form
):
    response = export(client, format=form, private="on")

    assert "private" not in export(client).context["form"].fields
    text = body(response).decode("utf-8-sig")
    assert "Łąka" in text
    assert not any(marker in text for marker in PRIVATE)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_editor_gets_private_data_only_when_asking(client, editor, organisation, form):
    without = body(export(client, format=form)).decode("utf-8-sig")
    asked = body(export(client, format=form, private="on")).decode("utf-8-sig")

    assert not any(marker in without for marker in PRIVATE)
    assert all(marker in asked for marker in PRIVATE)


def test_private_export_is_logged_without_the_data(
    client, editor, organisation, caplog
):
    caplog.set_level(logging.INFO)
    export(client, format="csv", q="łąka")
    assert "private" not in caplog.text

    export(client, format="csv", private="on", q="łąka")
    (record,) = [one for one in caplog.records if "private" in one.getMessage()]
    assert record.args == (editor.pk, "csv")
    assert not any(marker in caplog.text for marker in PRIVATE)


def test_queries_do_not_grow_with_organisations(
    client, editor, django_assert_max_num_queries
):
    for count in (1, 10):
        for _ in range(count):
            ContactPersonFactory(organisation__parent=OrganisationFactory())
        for form in FORMATS:
            with django_assert_max_num_queries(14):
                body(export(client, format=form, private="on"))
        with django_assert_max_num_queries(14):
            body(export(client, format="csv", q="próbne"))


@pytest.mark.parametrize("view", ["export", "template"])
def test_user_without_rights_is_sent_away(client, clerk, view):
    OrganisationFactory()

    response = client.get(address(Organisation, view), {"format": "csv"})
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_list_links_to_the_export_of_what_it_shows(client, editor):
    response = client.get(
        address(Organisation, "list"), {"status": "active", "q": "łąka", "p": "1"}
    )

    expected = f"{address(Organisation, 'export')}?status=active&amp;q=%C5%82%C4%85ka"
    assert f'href="{expected}"' in response.text
    assert f'href="{address(Organisation, "template")}"' in response.text
    assert "export=" not in response.text


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_list_has_no_other_export(client, editor, organisation, form):
    response = client.get(address(Organisation, "list"), {"export": form})

    assert response["Content-Type"].startswith("text/html")


def test_list_of_results_links_to_the_export_as_well(client, editor):
    response = client.get(address(Organisation, "list_results"), {"opp": "true"})

    assert f'href="{address(Organisation, "export")}?opp=true"' in response.text


@pytest.mark.parametrize(
    ("asked", "form"),
    [({}, "xlsx"), ({"format": "csv"}, "csv"), ({"format": "json"}, "xlsx")],
)
def test_template_comes_in_two_formats(client, viewer, asked, form):
    response = client.get(address(Organisation, "template"), asked)

    assert response["Content-Type"] == FORMATS[form].content_type
    assert response["Content-Disposition"].endswith(f'.{form}"')
    assert body(response)
