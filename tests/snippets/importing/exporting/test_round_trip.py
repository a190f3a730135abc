"""What was exported is imported again, and nothing changes."""

import datetime
import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from snippets.importing.exporting import (
    FORMATS,
    refused_rows,
    write_organisations,
    write_template,
)
from snippets.importing.exporting.resource import exported_fields
from snippets.importing.exporting.template import filled_in_fields
from snippets.importing.running import choose_columns, request_check
from snippets.models import ImportRow, LegalForm, Organisation, Sphere
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
)
from tests.snippets.importing.lists import checked, codes, imported, uploaded

pytestmark = pytest.mark.django_db
UNCHANGED, NEW = ImportRow.Outcome.UNCHANGED, ImportRow.Outcome.NEW
AWKWARD = [
    "=1+1 Klub",
    '=HYPERLINK("http://example.org","Klub")',
    "+48 Klub",
    "-2+3 Klub",
    "@SUM(A1) Klub",
    "Klub „A”, \"B\"; 'C'",
    "Klub\t z  odstępami",
    "Razem",
    "_x0041_ Klub",
    "Fundacja <b>&amp;</b>",
]


@pytest.fixture
def register():
    """Organisations with everything that one can have, and with next to nothing."""
    for name in AWKWARD:
        OrganisationFactory(name=name, registered=True, phone="+48 85 000 00 00")
    full = ContactPersonFactory(
        name="Anna Próbna",
        role="prezeska, skarbniczka",
        organisation__registered=True,
        organisation__public_benefit=True,
        organisation__branch=True,
        organisation__parent=OrganisationFactory(name="Związek bez numeru"),
        organisation__short_name="=Skrót",
        organisation__other_register="Ewidencja starosty",
        organisation__other_register_number="=12/2019",
        organisation__street="ul. Próbna 1 m. 2",
        organisation__postcode="05-001",
        organisation__city="Białystok",
        organisation__district="Dojlidy",
        organisation__municipality="Białystok",
        organisation__county="Białystok",
        organisation__voivodeship="podlaskie",
        organisation__teryt="0461011",
        organisation__acts_in_city=False,
        organisation__website="https://example.org/strona,12.html",
        organisation__email="klub@example.org",
        organisation__about="- Pierwszy akapit;\r\n\r\n- drugi akapit.",
        organisation__private_note="=tajne\r\nbardzo",
        organisation__status=Organisation.Status.IN_LIQUIDATION,
        organisation__verified_at=datetime.date(2026, 1, 15),
    ).organisation
    ContactPersonFactory(organisation=full, name="Jan Próbny", email="")
    OrganisationAliasFactory(organisation=full, name="-Dawna nazwa")
    OrganisationAliasFactory(organisation=full, name="Nazwa „inna”")
    full.spheres.set(Sphere.objects.filter(code__in=["1", "1a", "16", "33"]))
    for form in LegalForm.values:
        OrganisationFactory(legal_form=form, registered=True)
    OrganisationFactory(legal_form="", registered=True, struck_off=True)


def export(form, **options):
    output = io.BytesIO()
    rows = Organisation.objects.all()
    write_organisations(rows, output, form=FORMATS[form], **options)
    return output.getvalue()


def read_all_columns(batch):
    """Also those with private data, which nobody reads unless they ask for it."""
    keys = exported_fields(private=True)
    chosen = dict(zip((one["index"] for one in batch.columns), keys, strict=True))
    if batch.kind == "json":
        chosen = {one["index"]: one["heading"] for one in batch.columns}
    choose_columns(batch, chosen)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_export_that_is_imported_again_changes_nothing(register, form, language):
    with translation.override(language):
        content = export(form, private=True)
    batch = uploaded(content, filename=f"organisations.{form}")
    read_all_columns(batch)
    request_check(batch)

    assert batch.kind == form
    count = Organisation.objects.count()
    # Also whom only a name describes: the list says which entry it means.
    assert not batch.rows.exclude(outcome=UNCHANGED)
    assert batch.rows.count() == count
    assert {row.name: codes(row) for row in batch.rows.all() if codes(row)} == {}


@pytest.mark.parametrize("form", FORMATS)
def test_public_export_needs_no_choice_of_columns(register, form):
    batch = uploaded(export(form), filename=f"organisations.{form}")

    assert [one["field"] for one in batch.columns if not one["field"]] == []
    assert {one["field"] for one in batch.columns} == set(
        exported_fields(private=False)
    )


@pytest.mark.parametrize("form", FORMATS)
def test_private_columns_are_read_only_when_asked_for(register, form):
    batch = uploaded(export(form, private=True), filename=f"organisations.{form}")

    left_out = [one for one in batch.columns if not one["field"]]
    assert len(left_out) == 2
    assert all(one["is_personal"] for one in left_out)


@pytest.mark.parametrize("form", FORMATS)
def test_export_fills_an_empty_register_with_the_same(register, form):
    content = export(form)
    Organisation.objects.update(parent=None)
    Organisation.objects.all().delete()

    imported(content, filename=f"organisations.{form}")

    again = export(form)
    batch = checked(again, filename=f"organisations.{form}")
    assert set(batch.rows.values_list("outcome", flat=True)) == {UNCHANGED}


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_template_that_nobody_filled_in_has_no_rows(form, language):
    output = io.BytesIO()
    with translation.override(language):
        write_template(output, form=FORMATS[form])

    batch = uploaded(output.getvalue(), filename=f"template.{form}")

    # The wizard says so on its next page; there is nothing to go on with.
    assert batch.total == 0
    assert {one["field"] for one in batch.columns} == set(filled_in_fields())


@pytest.mark.parametrize("language", ["pl", "en"])
def test_template_that_was_filled_in_is_imported_without_a_choice(language):
    output = io.BytesIO()
    with translation.override(language):
        write_template(output, form=FORMATS["xlsx"])
    book = load_workbook(output)
    book.worksheets[0].append(["Klub Próbny", "", "", "", "0009000001"])
    filled = io.BytesIO()
    book.save(filled)

    batch = imported(filled.getvalue(), filename="template.xlsx")

    assert batch.counts["new"] == 1
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.krs) == ("Klub Próbny", "0009000001")


def test_refused_rows_that_were_corrected_are_imported():
    content = (
        "Nr KRS;Nazwa;Miejscowość;Prezes\r\n"
        ";Klub Dobry;Łódź;Anna\r\n"
        "0009000001;;=Łapy;Jan\r\n"
    ).encode()
    batch = checked(content)
    refused = refused_rows(batch)
    assert b"Jan" not in refused

    book = load_workbook(io.BytesIO(refused))
    sheet = book.active
    assert sheet.max_row == 2
    sheet["B2"] = "Klub Poprawiony"
    corrected = io.BytesIO()
    book.save(corrected)
    again = imported(corrected.getvalue(), filename="refused.xlsx")

    assert list(again.rows.values_list("outcome", flat=True)) == [NEW]
    organisation = Organisation.objects.get(name="Klub Poprawiony")
    assert (organisation.krs, organisation.city) == ("0009000001", "=Łapy")
