"""What went wrong once: two bodies joined, work written over, lists stuck."""

import pytest

from snippets.importing.deciding import decide, overwrite
from snippets.importing.fields import FIELDS
from snippets.importing.running import (
    WrongStateError,
    choose_columns,
    forget_old_files,
    request_check,
    request_import,
)
from snippets.importing.writing import Writer
from snippets.merging import merge
from snippets.models import ImportBatch, Organisation
from tests.factories.snippets import (
    OrganisationFactory,
    made_up_krs,
    made_up_regon,
)

from .lists import as_csv, checked, codes, imported, outcomes, row_of, uploaded

pytestmark = pytest.mark.django_db
ONE, TWO = made_up_krs(1), made_up_krs(2)
REGON = made_up_regon(1)
JUTRO = "Fundacja Jutro"


def headings(*keys):
    return [str(FIELDS[key].label) for key in keys]


def test_two_krs_numbers_are_not_joined_by_one_decision_for_all():
    known = OrganisationFactory(name=JUTRO, city="Łomża", krs="")
    rows = ([JUTRO, ONE, "", "", "Łomża"], [JUTRO, TWO, "", "", "Łomża"])
    batch = checked(as_csv(*rows))

    decide(batch.rows.all(), "same")
    request_import(batch, user=None)

    assert batch.state == ImportBatch.State.CHECKED, "it is asked again"
    assert row_of(batch, 3).outcome != "duplicate" or not row_of(batch, 3).decision
    request_import(batch, user=None)
    known.refresh_from_db()
    assert known.krs == ONE


def test_regon_that_a_row_gave_away_does_not_join_another_krs_number():
    OrganisationFactory(name=JUTRO, krs="", regon=REGON)

    batch = imported(as_csv([JUTRO, ONE, REGON], ["Fundacja Inna", TWO, REGON]))

    assert outcomes(batch) == ["changed", "new"]
    assert codes(row_of(batch, 3)) == ["regon_taken"]


def test_regon_that_a_row_fills_in_does_not_stop_the_list():
    OrganisationFactory(name=JUTRO, krs=ONE, regon="")

    batch = imported(as_csv([JUTRO, ONE, REGON], ["Fundacja Inna", TWO, REGON]))

    assert outcomes(batch) == ["changed", "new"]
    assert Organisation.objects.get(krs=TWO).regon == ""


def test_decision_does_not_write_into_an_entry_that_was_merged_since():
    known = OrganisationFactory(name=JUTRO, city="Łomża", krs="")
    batch = checked(as_csv([JUTRO, ONE, "", "", "Łomża"]))
    decide(batch.rows.all(), "same")
    merge(kept=OrganisationFactory(name="Inna"), merged=known, user=None)

    request_import(batch, user=None)

    known.refresh_from_db()
    assert known.krs == ""
    assert batch.state == ImportBatch.State.CHECKED


def test_number_without_its_register_joins_nobody():
    above = headings("name", "other_register_number", "city")
    imported(as_csv(["Klub Orlik", "12", "Łomża"], headings=above))

    batch = imported(as_csv(["Pszczelarze", "12", "Suwałki"], headings=above))

    assert outcomes(batch) == ["new"]
    again = checked(as_csv(["Pszczelarze", "12", "Suwałki"], headings=above))
    assert outcomes(again) == ["unchanged"]


def test_number_in_a_register_does_not_join_two_regon_numbers():
    above = headings("name", "other_register", "other_register_number", "regon")
    OrganisationFactory(
        name="Koło",
        other_register="Ewidencja",
        other_register_number="7",
        regon=made_up_regon(2),
    )

    batch = checked(as_csv(["Inne", "Ewidencja", "7", REGON], headings=above))

    assert outcomes(batch) == ["new"]


def test_edit_of_another_field_meanwhile_is_not_written_over(monkeypatch):
    first = OrganisationFactory(name="A", krs=ONE, phone="111")
    OrganisationFactory(name="B", krs=TWO)
    above = headings("name", "krs", "city", "phone")
    rows = (["A", ONE, "Ełk"], ["B", TWO, "", "222"])
    batch = checked(as_csv(*rows, headings=above))
    write = Writer.write

    def edit_then_write(writer, *args):
        Organisation.objects.filter(pk=first.pk).update(phone="999")
        write(writer, *args)

    monkeypatch.setattr(Writer, "write", edit_then_write)
    request_import(batch, user=None)

    first.refresh_from_db()
    assert (first.city, first.phone) == ("Ełk", "999")


def test_what_may_be_overwritten_is_what_was_seen():
    known = OrganisationFactory(name="Klub Seniora", city="Ełk", krs="", phone="")
    known.website = "https://stara.example.org"
    known.save()
    above = headings("name", "krs", "city", "website", "phone")
    row = ["Klub „Seniora”", ONE, "Ełk", "https://nowa.example.org", "222"]
    batch = checked(as_csv(row, headings=above))
    decide(batch.rows.all(), "same")
    request_check(batch)
    overwrite(batch.rows.all(), True)
    Organisation.objects.update(phone="111")

    request_import(batch, user=None)

    known.refresh_from_db()
    assert known.phone == "111"
    assert batch.state == ImportBatch.State.CHECKED


def test_second_window_cannot_reopen_what_is_imported():
    content = as_csv(["A", ONE])
    batch = checked(content)
    window = ImportBatch.objects.get(pk=batch.pk)
    request_import(batch, user=None)

    with pytest.raises(WrongStateError):
        choose_columns(window, {0: "name"})

    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.IMPORTED
    assert batch.rows.count() == 1


def test_circle_of_branches_in_one_list_is_not_stored():
    above = headings("name", "krs", "parent")
    batch = imported(as_csv(["A", ONE, TWO], ["B", TWO, ONE], headings=above))

    parents = set(Organisation.objects.values_list("parent", flat=True))
    assert None in parents
    noted = [note.code for row in batch.rows.all() for note in row.noted]
    assert "parent_circle" in noted


def test_parent_by_name_is_the_parent_by_number():
    top = OrganisationFactory(name="Związek Główny", krs=ONE)
    OrganisationFactory(name="Koło", krs=TWO, parent=top)
    above = headings("name", "krs", "parent")

    batch = checked(as_csv(["Koło", TWO, "Związek Główny"], headings=above))

    assert outcomes(batch) == ["unchanged"]


def test_regon_of_a_merged_entry_leads_to_the_kept_one():
    kept = OrganisationFactory(name="A", regon=made_up_regon(2))
    merge(kept=kept, merged=OrganisationFactory(name="B", regon=REGON), user=None)

    batch = checked(as_csv(["B", "", REGON]))

    assert row_of(batch, 2).organisation == kept
    assert "new" not in outcomes(batch)


def test_recognised_name_is_remembered_though_nothing_changed():
    OrganisationFactory(name="Klub Seniora", city="Ełk", krs="")
    content = as_csv(["KLUB „SENIORA”", "", "", "", "Ełk"])
    batch = checked(content)
    decide(batch.rows.all(), "same")
    request_import(batch, user=None)

    assert outcomes(checked(content)) == ["unchanged"]


def test_both_names_of_two_rows_are_remembered():
    OrganisationFactory(name="Klub Seniora", city="Ełk", krs="")
    names = ("Klub „Seniora”", "Stowarzyszenie Klub Seniora")
    rows = [[name, "", "", "", "Ełk"] for name in names]
    batch = checked(as_csv(*rows))
    assert outcomes(batch) == ["duplicate", "duplicate"]
    decide(batch.rows.all(), "same")
    request_import(batch, user=None)

    assert checked(as_csv(*rows)).counts["undecided"] == 0


def test_repeats_in_any_order_cost_no_reloading(django_assert_max_num_queries):
    rows = [[f"Fundacja {n}", made_up_krs(n)] for n in range(1, 700)]
    imported(as_csv(*rows))
    batch = uploaded(as_csv(*rows, *rows[:300]))

    with django_assert_max_num_queries(60):
        request_check(batch)

    assert batch.counts["duplicate"] == 300


def test_personal_number_in_a_heading_is_not_kept():
    batch = uploaded(as_csv(["A", "b"], headings=("Nazwa", "Jan 44051401359")))

    assert "44051401359" not in str(batch.columns)


def test_list_of_an_ended_import_is_forgotten_later_if_not_at_once():
    batch = imported(as_csv(["A", ONE]))
    left = uploaded(as_csv(["B", TWO]))
    path, storage = left.file.name, left.file.storage
    ImportBatch.objects.filter(pk=batch.pk).update(file=path)

    forget_old_files()

    assert not storage.exists(path)
