"""What a list may change: what nobody entered by hand, and else what is asked."""

import pytest

from snippets.importing.deciding import overwrite
from snippets.importing.fields import FIELDS
from snippets.importing.running import choose_columns, request_check, request_import
from snippets.importing.values import say
from snippets.models import Organisation, Sphere
from tests.factories.snippets import OrganisationFactory, made_up_krs

from .lists import as_csv, checked, codes, imported, outcomes, row_of, uploaded

pytestmark = pytest.mark.django_db
KRS = made_up_krs(1)


def listed(name, city="", krs=KRS):
    return as_csv([name, krs, "", "", city])


def test_blank_field_is_filled():
    OrganisationFactory(name="Fundacja A", krs=KRS, city="")

    batch = imported(listed("Fundacja A", "Łomża"))

    assert outcomes(batch) == ["changed"]
    assert Organisation.objects.get().city == "Łomża"


def test_what_was_entered_by_hand_stays_unless_asked():
    OrganisationFactory(name="Fundacja A", krs=KRS, city="Ełk")

    batch = imported(listed("Fundacja A", "Łomża"))

    assert row_of(batch, 2).has_conflicts
    assert row_of(batch, 2).changes == [
        {"field": "city", "old": "Ełk", "new": "Łomża", "is_by_hand": True}
    ]
    assert Organisation.objects.get().city == "Ełk"


def test_list_wins_where_a_person_says_so():
    OrganisationFactory(name="Fundacja A", krs=KRS, city="Ełk")
    batch = checked(listed("Fundacja A", "Łomża"))

    assert overwrite(batch.rows.all(), True) == 1
    request_import(batch, user=None)

    assert batch.state == "imported"
    assert Organisation.objects.get().city == "Łomża"


def test_person_is_asked_once():
    OrganisationFactory(name="Fundacja A", krs=KRS, city="Ełk")
    imported(listed("Fundacja A", "Łomża"))

    batch = checked(listed("Fundacja A", "Łomża"))

    assert outcomes(batch) == ["unchanged"]
    assert codes(row_of(batch, 2)) == ["kept_by_hand"]


def test_later_list_follows_an_earlier_one():
    imported(listed("Fundacja A", "Ełk"))

    imported(listed("Fundacja A", "Łomża"))

    assert Organisation.objects.get().city == "Łomża"


def test_edit_after_an_import_is_by_hand():
    imported(listed("Fundacja A", "Ełk"))
    Organisation.objects.update(city="Gołdap")

    batch = checked(listed("Fundacja A", "Łomża"))

    assert row_of(batch, 2).has_conflicts


def test_changed_name_leaves_the_old_one_as_another_name():
    imported(listed("Fundacja Dawna"))

    imported(listed("Fundacja Nowa"))

    organisation = Organisation.objects.get()
    assert organisation.name == "Fundacja Nowa"
    assert [alias.name for alias in organisation.aliases.all()] == ["Fundacja Dawna"]
    assert organisation.folded_name == "fundacja nowa"
    imported(listed("Fundacja Dawna"))
    aliases = organisation.aliases.values_list("name", flat=True)
    assert sorted(aliases) == ["Fundacja Dawna", "Fundacja Nowa"]


def test_other_spelling_of_the_same_is_no_change():
    OrganisationFactory(name="Fundacja „Ala”", krs=KRS, city="Białystok")

    batch = checked(listed('FUNDACJA "ALA"', "BIAŁYSTOK "))

    assert outcomes(batch) == ["unchanged"]


def test_blank_cell_and_absent_row_take_nothing_away():
    OrganisationFactory(name="Fundacja A", krs=KRS, city="Ełk", phone="85 1")
    OrganisationFactory(name="Klub B", krs=made_up_krs(2))

    batch = imported(listed("Fundacja A"))

    assert outcomes(batch) == ["unchanged"]
    assert Organisation.objects.count() == 2
    assert Organisation.objects.get(krs=KRS).city == "Ełk"


def test_spheres_aliases_persons_and_parent_are_taken():
    two = list(Sphere.objects.values_list("code", flat=True)[:2])
    keys = ("name", "krs", "aliases", "spheres", "parent", "contact_persons")
    headings = [str(FIELDS[key].label) for key in keys]
    person = {"name": "Ewa", "role": "biuro", "email": "e@example.org", "phone": "1"}
    content = as_csv(
        ["Koło w Ełku", "", "", "", KRS, say("contact_persons", [person])],
        ["Związek Jutra", KRS, say("aliases", ["ZJ", "Jutro"]), say("spheres", two)],
        headings=headings,
    )
    batch = uploaded(content)
    fields = dict(enumerate(keys))
    choose_columns(batch, fields)
    request_check(batch)
    request_import(batch, user=None)

    parent = Organisation.objects.get(krs=KRS)
    branch = Organisation.objects.get(name="Koło w Ełku")
    assert [alias.name for alias in parent.aliases.all()] == ["ZJ", "Jutro"]
    assert [sphere.code for sphere in parent.spheres.all()] == two
    assert branch.parent == parent
    assert branch.contact_persons.get().email == "e@example.org"
    again = uploaded(content)
    choose_columns(again, fields)
    request_check(again)
    assert outcomes(again) == ["unchanged", "unchanged"]


def test_private_columns_are_left_out_unless_asked():
    headings = ("Nazwa", str(FIELDS["contact_persons"].label), "PESEL")
    batch = uploaded(
        as_csv(["Fundacja A", "Ewa Tajna", "44051401359"], headings=headings)
    )

    assert [column["field"] for column in batch.columns] == ["name", "", ""]
    request_check(batch)
    request_import(batch, user=None)

    assert not Organisation.objects.get().contact_persons.exists()
    kept = str(list(batch.rows.values()))
    assert "Tajna" not in kept
    assert "44051401359" not in kept


def test_parent_that_nobody_knows_is_noted():
    headings = ("Nazwa", str(FIELDS["parent"].label))
    batch = checked(as_csv(["Koło", "Związek Nieznany"], headings=headings))

    assert codes(row_of(batch, 2)) == ["parent_unknown"]


def test_organisation_is_not_made_a_branch_of_itself():
    headings = ("Nazwa", "KRS", str(FIELDS["parent"].label))
    top = OrganisationFactory(name="Związek", krs=KRS)
    OrganisationFactory(name="Koło", krs=made_up_krs(2), parent=top)

    batch = checked(as_csv(["Związek", KRS, made_up_krs(2)], headings=headings))

    assert codes(row_of(batch, 2)) == ["parent_circle"]
