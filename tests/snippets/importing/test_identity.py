"""Who is who: what a row of a list is taken to be about."""

import pytest

from snippets.importing.deciding import decide
from snippets.importing.fields import FIELDS
from snippets.importing.running import request_import
from snippets.models import ImportRow, Organisation
from tests.factories.snippets import (
    OrganisationFactory,
    made_up_krs,
    made_up_nip,
    made_up_regon,
)

from .lists import as_csv, checked, codes, imported, outcomes, row_of

pytestmark = pytest.mark.django_db
Decision = ImportRow.Decision


def test_krs_number_tells_who_it_is_whatever_the_name():
    known = OrganisationFactory(name="Fundacja Dawna", krs=made_up_krs(1))

    batch = checked(as_csv(["Fundacja Nowa", made_up_krs(1)]))

    assert row_of(batch, 2).organisation == known
    assert outcomes(batch) == ["changed"]


def test_two_valid_krs_numbers_are_two_organisations_however_alike():
    OrganisationFactory(
        name="Fundacja Jutro", city="Łomża", krs=made_up_krs(1), nip=made_up_nip(1)
    )

    row = ["Fundacja Jutro", made_up_krs(2), "", made_up_nip(1), "Łomża"]
    batch = imported(as_csv(row))

    assert outcomes(batch) == ["new"]
    assert Organisation.objects.filter(name="Fundacja Jutro").count() == 2


def test_regon_tells_where_there_is_no_krs_number():
    known = OrganisationFactory(name="UKS Orlik", regon=made_up_regon(1))

    batch = imported(as_csv(["UKS Orlik", made_up_krs(7), made_up_regon(1)]))

    known.refresh_from_db()
    assert outcomes(batch) == ["changed"]
    assert known.krs == made_up_krs(7)


def test_regon_of_another_organisation_is_left_out_and_the_row_kept():
    OrganisationFactory(krs=made_up_krs(1), regon=made_up_regon(1))

    batch = imported(as_csv(["Fundacja Inna", made_up_krs(2), made_up_regon(1)]))

    assert "regon_taken" in codes(row_of(batch, 2))
    assert Organisation.objects.get(krs=made_up_krs(2)).regon == ""


def test_number_in_another_register_tells_if_the_register_is_the_same():
    keys = ("name", "other_register", "other_register_number")
    headings = [str(FIELDS[key].label) for key in keys]
    known = OrganisationFactory(
        name="Koło",
        other_register="Ewidencja stowarzyszeń zwykłych",
        other_register_number="ST 12/2019",
    )

    batch = checked(
        as_csv(
            [
                "Koło Gospodyń Wiejskich",
                "ewidencja stowarzyszeń zwykłych",
                "ST 12/2019",
            ],
            ["Klub Sportowy", "Ewidencja klubów", "ST 12/2019"],
            headings=headings,
        )
    )

    assert outcomes(batch) == ["changed", "new"]
    assert row_of(batch, 2).organisation == known


def test_tax_number_alone_is_only_a_hint():
    OrganisationFactory(name="Szkoła Podstawowa nr 4", nip=made_up_nip(1))

    batch = checked(as_csv(["Przedszkole Miejskie", "", "", made_up_nip(1), "Ełk"]))

    assert outcomes(batch) == ["new"]


def test_name_alone_is_put_to_a_person():
    known = OrganisationFactory(
        name="Stowarzyszenie „Nasz Dom”", city="Suwałki", krs=""
    )

    batch = checked(as_csv(['STOWARZYSZENIE "NASZ DOM"', "", "", "", "Suwałki"]))

    row = row_of(batch, 2)
    assert row.outcome == "duplicate"
    assert row.candidates[0]["organisation"] == known.pk
    assert row.decision == Decision.NONE


def test_undecided_rows_are_left_out():
    OrganisationFactory(name="Stowarzyszenie Nasz Dom", city="Suwałki", krs="")

    imported(as_csv(["Stow. Nasz Dom", "", "", "", "Suwałki"], ["Inna Fundacja"]))

    assert Organisation.objects.filter(name="Inna Fundacja").exists()
    assert not Organisation.objects.filter(name="Stow. Nasz Dom").exists()


@pytest.mark.parametrize(
    ("decision", "count"),
    [(Decision.SAME, 1), (Decision.DIFFERENT, 2), (Decision.SKIP, 1)],
)
def test_person_decides(decision, count):
    known = OrganisationFactory(name="Stowarzyszenie Nasz Dom", city="Suwałki", krs="")
    row = ["Stowarzyszenie „Nasz Dom”", made_up_krs(3), "", "", "Suwałki"]
    batch = checked(as_csv(row))
    assert outcomes(batch) == ["duplicate"]

    assert decide(batch.rows.all(), decision) == 1
    request_import(batch, user=None)

    known.refresh_from_db()
    assert batch.state == "imported"
    assert Organisation.objects.count() == count
    assert known.krs == (made_up_krs(3) if decision == Decision.SAME else "")


@pytest.mark.parametrize("decision", [Decision.SAME, Decision.DIFFERENT])
def test_decision_is_remembered_for_the_next_list(decision):
    OrganisationFactory(name="Stowarzyszenie Nasz Dom", city="Suwałki", krs="")
    content = as_csv(["Stow. „Nasz Dom”", "", "", "", "Suwałki"])
    batch = checked(content)
    decide(batch.rows.all(), decision)
    request_import(batch, user=None)

    assert outcomes(checked(content)) == ["unchanged"]


def test_row_that_says_the_same_again_needs_nobody():
    batch = imported(
        as_csv(
            ["Fundacja Echo", made_up_krs(1), "", made_up_nip(1), "BIAŁYSTOK"],
            ["FUNDACJA „ECHO”", made_up_krs(1), "", made_up_nip(1), "Białystok"],
        )
    )

    assert outcomes(batch) == ["new", "duplicate"]
    assert batch.counts["undecided"] == 0
    assert codes(row_of(batch, 3)) == ["repeated_row"]
    assert Organisation.objects.count() == 1


def test_row_that_says_something_else_of_the_same_waits_for_a_person():
    content = as_csv(
        ["Fundacja Echo", made_up_krs(1), "", "", "Białystok"],
        ["Fundacja Echo", made_up_krs(1), "", "", "Wasilków"],
    )
    batch = checked(content)
    assert batch.counts["undecided"] == 1

    assert decide(batch.rows.all(), Decision.DIFFERENT) == 0, "one number, one body"
    assert decide(batch.rows.all(), Decision.SAME) == 1
    request_import(batch, user=None)

    assert Organisation.objects.get().city == "Wasilków"


def test_same_name_and_town_twice_in_one_list_is_put_to_a_person():
    batch = checked(
        as_csv(
            ["Klub Seniora", "", "", "", "Ełk"],
            ["Klub Seniora", "", "", "", "Ełk"],
            ["Klub Seniora", "", "", "", "Gołdap"],
        )
    )

    assert row_of(batch, 2).outcome == "new"
    assert row_of(batch, 3).candidates[0]["row"] == 2
    assert row_of(batch, 4).outcome == "new"


def test_merged_entry_is_not_found_any_more():
    kept = OrganisationFactory(name="Fundacja Ta", krs=made_up_krs(1))
    OrganisationFactory(name="Fundacja Tamta", merged_into=kept, krs="")

    batch = checked(as_csv(["Fundacja Tamta"]))

    assert all(one["organisation"] != kept.pk for one in row_of(batch, 2).candidates)
    assert outcomes(batch) == ["new"]


def test_own_list_says_which_entry_it_means():
    known = OrganisationFactory(name="Klub Seniora", city="Ełk")
    OrganisationFactory(name="Klub Seniora", city="Ełk")
    headings = ("Nazwa", str(FIELDS["slug"].label), "Telefon")

    batch = imported(as_csv(["Klub Seniora", known.slug, "87 1"], headings=headings))

    known.refresh_from_db()
    assert outcomes(batch) == ["changed"]
    assert known.phone == "87 1"


def test_own_list_does_not_join_two_krs_numbers():
    known = OrganisationFactory(name="Fundacja A", krs=made_up_krs(1))
    headings = ("Nazwa", str(FIELDS["slug"].label), "KRS")

    row = ["Fundacja A", known.slug, made_up_krs(2)]
    batch = imported(as_csv(row, headings=headings))

    assert outcomes(batch) == ["new"]
    assert Organisation.objects.exclude(pk=known.pk).get().slug != known.slug
