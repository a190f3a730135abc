"""Lists as offices have them: what an import must find in them, to the row."""

import io
from collections import Counter

import pytest
from openpyxl import Workbook

from snippets.models import Organisation
from tests.factories.snippets import made_up_krs, made_up_nip

from .lists import codes, imported, outcomes, row_of

pytestmark = pytest.mark.django_db
COUNT = 24
ASSOCIATIONS = 15


def name_of(number):
    form = "STOWARZYSZENIE" if number < ASSOCIATIONS else "FUNDACJA"
    return f'{form} "PROMYK {number}"'


def office_text():
    """Titles, a header in line 4, lost zeros, wrong digits, double rows, a total."""
    lines = [
        "Wykaz organizacji pozarządowych;;;;;",
        "stan na dzień 31.12.2024 r.;;;;;",
        ";;;;;",
        "Lp.;Nazwa organizacji;Nr KRS;NIP;Miasto;Uwagi",
    ]
    for number in range(COUNT):
        krs = made_up_krs(number)
        nip = made_up_nip(number)
        if number % 6 == 0:
            nip = nip[:-1] + str((int(nip[-1]) + 1) % 10)
        elif number % 2:
            nip = f"{nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}"
        name = name_of(number).replace('"', '""')
        town = "BIAŁYSTOK " if number % 2 else "Białystok"
        row = f'"{name}";{krs.lstrip("0") if number % 3 == 0 else krs};{nip};{town}'
        lines.append(f"{number + 1}.;{row};")
        if number % 10 == 4:
            lines.append(f"{number + 1}.;{row};zmiana adresu")
        if number % 11 == 7:
            lines.append(";;;;;")
    lines.append(f"Razem;{COUNT};;;;")
    return "\r\n".join(lines).encode("cp1250")


def office_sheet():
    """A merged title, a header of two merged rows, sections, KRS numbers as numbers."""
    book = Workbook()
    sheet = book.active
    sheet.title = "NGO 2024"
    sheet.append(["WYKAZ ORGANIZACJI"])
    sheet.append([])
    sheet.append(["Lp.", "Nazwa", "Dane rejestrowe", None, "Siedziba", None, "OPP"])
    sheet.append([None, None, "KRS", "NIP", "Gmina", "Miejscowość"])
    sheet.append(["A. Stowarzyszenia i inne"])
    for number in range(COUNT):
        if number == ASSOCIATIONS:
            sheet.append(["B. Fundacje"])
            section = sheet.max_row
        nip = made_up_nip(number)
        sheet.append(
            [
                number + 1,
                name_of(number),
                int(made_up_krs(number)),
                int(nip) if number % 2 else nip,
                "m. Białystok",
                "Białystok",
                "tak",
            ]
        )
    sheet.append([])
    sheet.append(["Źródło: opracowanie własne"])
    for cells in ("A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "A5:G5"):
        sheet.merge_cells(cells)
    sheet.merge_cells(f"A{section}:G{section}")
    sheet.column_dimensions["G"].hidden = True
    book.create_sheet("Arkusz2")
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def test_text_file_of_an_office():
    batch = imported(office_text(), filename="wykaz.txt")

    assert (batch.encoding, batch.separator) == ("cp1250", ";")
    assert Counter(outcomes(batch)) == {"new": COUNT, "duplicate": 2}
    assert batch.counts["undecided"] == 0
    assert batch.counts["notes"] == {
        "zeros_restored": 8,
        "invalid_checksum": 4,
        "repeated_row": 2,
    }
    assert set(Organisation.objects.values_list("city", flat=True)) == {"Białystok"}
    wrong = Organisation.objects.filter(nip="").values_list("krs", flat=True)
    assert sorted(wrong) == [made_up_krs(number) for number in (0, 6, 12, 18)]
    assert row_of(batch, 5).name == name_of(0)


def test_workbook_of_an_office():
    batch = imported(office_sheet(), filename="wykaz.xlsx")

    assert outcomes(batch) == ["new"] * COUNT
    sections = Counter(batch.rows.values_list("section", flat=True))
    assert sections == {"A. Stowarzyszenia i inne": 15, "B. Fundacje": 9}
    forms = Counter(Organisation.objects.values_list("legal_form", flat=True))
    assert forms == {"stowarzyszenie": 15, "fundacja": 9}
    assert Organisation.objects.filter(nip="").count() == 0
    assert Organisation.objects.filter(opp=True).count() == COUNT
    first = Organisation.objects.get(krs=made_up_krs(0))
    assert (first.municipality, first.city) == ("Białystok", "Białystok")
    assert codes(row_of(batch, 6)) == ["zeros_restored"]


@pytest.mark.parametrize(
    ("content", "filename"),
    [(office_text(), "wykaz.csv"), (office_sheet(), "wykaz.xlsx")],
    ids=["text", "workbook"],
)
def test_same_list_again_changes_nothing(content, filename):
    imported(content, filename=filename)
    before = list(Organisation.objects.order_by("pk").values())

    batch = imported(content, filename=filename)

    assert not {"new", "changed", "refused"} & set(outcomes(batch))
    assert batch.counts["undecided"] == 0
    assert list(Organisation.objects.order_by("pk").values()) == before


def test_either_list_knows_the_organisations_of_the_other():
    imported(office_text(), filename="wykaz.csv")

    batch = imported(office_sheet(), filename="wykaz.xlsx")

    assert set(outcomes(batch)) == {"changed"}
    assert Organisation.objects.count() == COUNT
    assert Organisation.objects.filter(nip="").count() == 0
