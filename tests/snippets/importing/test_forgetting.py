"""What lists have said, after one of them was taken back."""

import pytest

from snippets.importing.fields import FIELDS
from snippets.importing.running import choose_columns, request_check, request_import
from snippets.importing.undoing import undo
from snippets.merging import merge
from snippets.models import ImportedValues, ImportRow, Organisation
from tests.factories.snippets import OrganisationFactory, made_up_krs

from .lists import as_csv, as_fields, checked, imported, outcomes, row_of, uploaded

pytestmark = pytest.mark.django_db
KRS = made_up_krs(1)


def as_contacts(*rows):
    return as_fields(*rows, fields=("name", "krs", "phone", "city"))


@pytest.fixture(autouse=True)
def known():
    return OrganisationFactory(name="Klub A", krs=KRS, city="", phone="")


def kept(row):
    """All that is kept of a row, as one text."""
    return repr([row.raw, row.before, row.after, row.changes])


def listed():
    """What lists have said of the one organisation."""
    return ImportedValues.objects.get().values


def test_later_list_is_remembered():
    earlier = imported(as_contacts(["Klub A", KRS, "", "Ełk"]))
    imported(as_contacts(["Klub A", KRS, "85 732 11 22", ""]))

    undo(earlier, user=None)

    assert listed() == {"name": "Klub A", "krs": KRS, "phone": "85 732 11 22"}
    again = checked(as_contacts(["Klub A", KRS, "85 732 11 33", ""]))
    assert not row_of(again, 2).has_conflicts


@pytest.mark.parametrize("is_earlier_first", [True, False])
def test_nothing_is_left_after_both_were_undone(is_earlier_first):
    batches = [
        imported(as_contacts(["Klub A", KRS, "", "Ełk"])),
        imported(as_contacts(["Klub A", KRS, "85 732 11 22", "Ełk"])),
    ]

    for batch in batches if is_earlier_first else reversed(batches):
        assert undo(batch, user=None).restored == 1

    assert not ImportedValues.objects.exists()
    assert all(row.before["_listed"] is None for row in ImportRow.objects.all())


def test_list_counts_as_news_though_another_has_said_the_same():
    content = as_contacts(["Klub A", KRS, "", "Ełk"])
    earlier = imported(content)
    imported(as_contacts(["Klub A", KRS, "85 732 11 22", "Ełk"]))

    undo(earlier, user=None)

    assert "city" not in listed()
    assert outcomes(imported(content)) == ["changed"]
    assert Organisation.objects.get().city == "Ełk"


def test_what_lists_said_before_comes_back():
    imported(as_contacts(["Klub A", KRS, "", "Ełk"]))
    before = listed()

    undo(imported(as_contacts(["Klub A", KRS, "85 732 11 22", "Gołdap"])), user=None)

    assert listed() == before


def test_what_a_merger_brought_stays(known):
    batch = imported(as_contacts(["Klub A", KRS, "", "Ełk"]))
    imported(as_csv(["Koło Numer Bez", "", "", "", "Ełk"]))
    other = Organisation.objects.get(name="Koło Numer Bez")
    merge(kept=known, merged=other, user=None)

    undo(batch, user=None)

    memory = ImportedValues.objects.get(organisation=known)
    assert (memory.values, memory.names) == ({}, [["kolo numer bez", "elk"]])
    again = checked(as_csv(["Koło Numer Bez", "", "", "", "Ełk"]))
    assert row_of(again, 2).organisation == known


def test_section_that_a_list_said_is_forgotten():
    """Rows say more than their own cells: the heading above them."""
    Organisation.objects.update(legal_form="fundacja")
    batch = imported(as_csv(["FUNDACJE"], ["Klub A", KRS, "", "", "Ełk"]))
    assert row_of(batch, 3).section == "FUNDACJE"
    assert listed()["legal_form"] == "fundacja"

    undo(batch, user=None)

    assert not ImportedValues.objects.exists()


def test_private_values_of_undone_rows_are_blanked():
    fields = ("name", "krs", "private_note", "contact_persons", "city")
    secrets = ["Tajne łamane", "Jan Poufny"]
    rows = [["Klub A", KRS, *secrets, "Ełk"], ["Klub B", "", *secrets, "Gołdap"]]
    batch = uploaded(as_fields(*rows, fields=fields))
    choose_columns(batch, dict(enumerate(fields)))
    request_check(batch)
    request_import(batch, user=None)
    assert ["Tajne" in kept(row) for row in batch.rows.all()] == [True, True]
    Organisation.objects.filter(krs="").update(city="Suwałki")

    assert len(undo(batch, user=None).kept) == 1

    undone, edited = batch.rows.all()
    assert "Tajne" not in kept(undone)
    assert "Poufny" not in kept(undone)
    assert undone.raw[str(FIELDS["private_note"].label)] == ""
    assert undone.raw[str(FIELDS["city"].label)] == "Ełk"
    assert "Tajne" in kept(edited)
