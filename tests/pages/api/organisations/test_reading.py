"""An organisation as its public page tells of it."""

import datetime

import pytest
from django.utils import translation

from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import AttendanceFactory, FindingFactory, mirror, translate
from tests.factories.snippets import OrganisationFactory
from tests.pages.api.asking import API, ask
from tests.pages.api.costing import cost
from tests.pages.programmes.closed import consulted

from .listed import Listed

pytestmark = pytest.mark.django_db

PATH = "/organisations/laka/"


@pytest.fixture
def listed():
    return Listed()


def test_facts_of_the_register(listed, client):
    one, told = listed.organisation, ask(client, PATH)

    same = (
        *("id", "name", "slug", "short_name", "legal_form", "status", "city"),
        *("district", "about", "street", "postcode", "krs", "nip", "regon"),
        *("website", "email", "phone"),
    )
    assert {name: told[name] for name in same} == {
        name: getattr(one, name) for name in same
    }
    assert told["url"].endswith(one.url)
    assert told["verified_at"] == "2026-01-02"
    assert told["is_public_benefit"] is True
    assert told["public_benefit_since"] == "2010-05-01"
    assert told["other_register"] is None
    assert client.get(told["report_error_url"]).status_code == 200


def test_what_an_organisation_without_data_has(client, listed):
    OrganisationFactory(name="Sama", slug="sama", legal_form="")

    told = ask(client, "/organisations/sama/")

    assert told["legal_form"] is told["branch_of"] is None
    assert told["public_benefit_since"] is told["verified_at"] is None
    assert told["branches"] == told["members"] == {"count": 0, "items": []}
    assert told["spheres"] == told["meetings"] == told["other_names"] == []
    assert told["krs"] == told["nip"] == told["regon"] == ""


def test_other_register_is_told_with_its_number(client, listed):
    OrganisationFactory(
        slug="klub", other_register="Ewidencja klubów", other_register_number="7/2012"
    )

    told = ask(client, "/organisations/klub/")

    assert told["other_register"] == {"name": "Ewidencja klubów", "number": "7/2012"}


def test_relations_lead_to_other_organisations(listed, client):
    one, told = listed.organisation, ask(client, PATH)

    assert told["other_names"] == [alias.name for alias in one.aliases.all()]
    assert told["branch_of"]["name"] == "Związek Łąk"
    assert [row["id"] for row in told["member_of"]] == [one.member_of.get().pk]
    for kind in ("branches", "members"):
        rows = getattr(one, kind).all()
        assert told[kind]["count"] == len(rows) == 1
        assert [row["id"] for row in told[kind]["items"]] == [row.pk for row in rows]
    links = [told["branch_of"], *told["member_of"], *told["members"]["items"]]
    for link in links:
        assert client.get(link["api_url"]).json()["id"] == link["id"]


def test_labels_are_in_the_language_that_is_asked_for(listed, client):
    english = ask(client, PATH, locale="en", headers={"accept-language": "pl"})
    polish = ask(client, PATH, locale="pl")
    form = listed.organisation.get_legal_form_display

    with translation.override("en"):
        assert english["legal_form_label"] == form()
    with translation.override("pl"):
        assert polish["legal_form_label"] == form()
    assert english["legal_form_label"] != polish["legal_form_label"]
    assert [row["name"] for row in english["spheres"]] == ["Sports"]
    assert [row["name"] for row in polish["spheres"]] == ["Sport"]
    assert english["name"] == polish["name"] == "Fundacja Łąka"
    assert ask(client, PATH) == english


def test_each_language_has_its_own_meetings(listed, client):
    later = listed.city.meeting(title="Późniejsze", date=datetime.date(2013, 9, 1))
    AttendanceFactory(page=later, organisation=listed.organisation)
    FindingFactory.create_batch(2, page=later)
    english = translate(later, "en", title="Later")
    mirror(later, "uk")

    polish = ask(client, PATH, locale="pl")["meetings"]
    (told,) = ask(client, PATH, locale="en")["meetings"]

    assert polish[0]["id"] == later.pk
    assert [row["findings"] for row in polish] == [2, 1]
    assert (told["id"], told["title"]) == (english.pk, "Later")
    assert client.get(told["api_url"]).json()["id"] == english.pk
    assert ask(client, PATH, locale="uk")["meetings"] == []


def test_own_comments_are_counted_and_listed(listed, client):
    consultation = ConsultationFactory(draft=consulted(listed.city))
    mine = {"organisation": listed.organisation, "on_behalf": "organisation"}
    PublicCommentFactory(consultation=consultation, published=True, **mine)
    PublicCommentFactory(consultation=consultation, hidden=True, **mine)
    PublicCommentFactory(consultation=consultation, **mine)
    PublicCommentFactory(consultation=consultation, published=True)

    told = ask(client, PATH)["comments"]

    assert told["count"] == client.get(told["api_url"]).json()["count"] == 1


def test_struck_off_entry_can_still_be_read(listed, client):
    OrganisationFactory(slug="dawna", struck_off=True)

    assert ask(client, "/organisations/dawna/")["status"] == "struck_off"


def test_merged_entry_leads_to_the_one_that_stands_for_it(listed, client):
    OrganisationFactory(slug="stara", merged_into=listed.organisation)
    old = OrganisationFactory(
        slug="najstarsza", merged_into=OrganisationFactory(slug="srednia")
    )
    middle = old.merged_into
    middle.merged_into = listed.organisation
    middle.save()

    for slug in ("stara", "najstarsza"):
        response = client.get(f"{API}/organisations/{slug}/?locale=uk")
        assert response.status_code == 301
        assert response["Location"].endswith(f"{API}{PATH}?locale=uk")
        assert "max-age=3600" in response["Cache-Control"]
        told = client.get(response["Location"]).json()
        assert told["id"] == listed.organisation.pk


def test_mergers_in_a_circle_lead_nowhere(listed, client):
    one = OrganisationFactory(slug="jedna")
    two = OrganisationFactory(slug="druga", merged_into=one)
    one.merged_into = two
    one.save()

    for slug in ("jedna", "druga"):
        ask(client, f"/organisations/{slug}/", status=404)


def test_queries_do_not_grow_with_what_is_told(listed, client):
    before = cost(client, PATH, locale="pl")
    for _round in range(5):
        listed.fill()

    after = cost(client, PATH, locale="pl")

    assert before == after <= 12
