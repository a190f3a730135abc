import io

import pytest
from openpyxl import Workbook

from snippets.importing.running import start_batch
from snippets.models import ColumnMapping, ImportBatch
from tests.factories.importing import LIST, ColumnMappingFactory, ImportBatchFactory

from .addresses import address, values_of

pytestmark = pytest.mark.django_db
AWKWARD = (
    "Wykaz organizacji\n\nNazwa;Nr KRS;Dyrektor;Uwagi\n"
    "Koło „Żywioł”;12345;Jan Próbny;a\n\nŁódzkie Koło;54321;Ewa Próbna;b\n"
    "Razem: 2;;;\n"
)


def begin(user, text=AWKWARD, encoding="cp1250", name="wykaz.csv"):
    return start_batch(content=text.encode(encoding), filename=name, user=user)


@pytest.fixture
def visit(client, redakcja):
    """Open the columns of a list, and return how to send its forms."""

    def open_columns(batch):
        url = address("import_columns", batch)
        page = client.get(url)
        assert page.status_code == 200

        def send(button, **changes):
            return client.post(url, {**values_of(page), button: "1", **changes})

        return page, send

    return open_columns


def test_page_shows_what_was_found(visit, redakcja):
    page, _send = visit(begin(redakcja))

    text = page.content.decode()
    assert "cp1250" in text
    assert "Wykaz organizacji" in text
    assert "Razem" in text
    headings = [column.heading for column in page.context["columns"]]
    assert headings == ["Nazwa", "Nr KRS", "Dyrektor", "Uwagi"]
    assert page.context["columns"][0].samples[0] == "Koło „Żywioł”"
    (first, _second) = page.context["first_rows"].rows
    assert "0000012345" in first[1]


def test_personal_data_are_marked_and_left_out(visit, redakcja):
    page, _send = visit(begin(redakcja))

    director = page.context["columns"][2]
    assert director.is_personal
    assert not director.choice.value()


def test_list_is_checked_as_its_columns_were_chosen(visit, redakcja):
    batch = begin(redakcja)
    _page, send = visit(batch)

    response = send("check", **{"column-3": "about", "save_as": "Wykaz urzędu"})

    assert response.url == address("import_preview", batch)
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.CHECKED
    assert batch.field_of == {0: "name", 1: "krs", 3: "about"}
    assert batch.mapping.name == "Wykaz urzędu"


def test_mapping_of_a_name_in_use_is_replaced(visit, redakcja):
    old = ColumnMappingFactory(name="Wykaz urzędu", columns={})
    _page, send = visit(begin(redakcja))

    send("check", save_as="Wykaz urzędu")

    old.refresh_from_db()
    assert old.columns["nazwa"] == "name"
    assert ColumnMapping.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [{"column-0": ""}, {"column-3": "krs"}, {"column-0": "nonsense"}],
    ids=["no name", "one field twice", "unknown field"],
)
def test_columns_that_do_not_fit_are_not_checked(visit, redakcja, changes):
    batch = begin(redakcja)
    _page, send = visit(batch)

    response = send("check", **changes, save_as="Moje")

    assert response.status_code == 200
    form = response.context["columns_form"]
    assert form.errors
    assert form["save_as"].value() == "Moje"
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.UPLOADED


def test_another_encoding_reads_the_file_again(visit, redakcja):
    text = AWKWARD.replace("„", '"').replace("”", '"')
    batch = begin(redakcja, text.replace('"', ""), "iso-8859-2")
    _page, send = visit(batch)

    response = send("read", encoding="iso-8859-2")

    assert response.url == address("import_columns", batch)
    batch.refresh_from_db()
    assert batch.encoding == "iso-8859-2"


def test_encoding_that_cannot_be_is_said_and_nothing_is_lost(visit, redakcja):
    batch = begin(redakcja)
    _page, send = visit(batch)

    response = send("read", encoding="utf-8")

    assert response.status_code == 200
    assert response.context["reading_form"].non_field_errors()
    batch.refresh_from_db()
    assert batch.encoding == "cp1250"


def test_other_rows_of_headings_are_read_again(visit, redakcja):
    batch = begin(redakcja)
    _page, send = visit(batch)

    send("read", data_last="4")

    page, _send = visit(ImportBatch.objects.get())
    assert len(page.context["found"].content.records) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"data_first": "3"}, "data_first"),
        ({"data_first": "7", "data_last": "4"}, "data_last"),
        ({"header_rows": "9"}, "header_rows"),
        ({"header_first": "x"}, "header_first"),
        ({"data_last": ""}, "data_last"),
    ],
)
def test_rows_that_cannot_be_are_said_at_the_field(visit, redakcja, changes, field):
    _page, send = visit(begin(redakcja))

    response = send("read", **changes)

    assert response.context["reading_form"].has_error(field)


def test_changed_reading_is_looked_at_before_the_check(visit, redakcja):
    batch = begin(redakcja)
    _page, send = visit(batch)

    response = send("check", data_last="4")

    assert response.url == address("import_columns", batch)
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.UPLOADED


def test_another_sheet_is_read(visit, redakcja):
    book = Workbook()
    book.active.append(["Nazwa", "Miejscowość"])
    book.active.append(["Koło A", "Ełk"])
    other = book.create_sheet("Fundacje")
    other.append(["Nazwa", "NIP"])
    other.append(["Fundacja B", "5260250274"])
    output = io.BytesIO()
    book.save(output)
    batch = start_batch(content=output.getvalue(), filename="a.xlsx", user=redakcja)
    page, send = visit(batch)
    assert "encoding" not in page.context["reading_form"].fields

    send("read", sheet="Fundacje")

    page, _send = visit(ImportBatch.objects.get())
    assert page.context["columns"][1].heading == "NIP"


def test_kept_choice_of_columns_is_used_when_asked_for(visit, redakcja):
    kept = ColumnMappingFactory(columns={"uwagi": "about", "zniknela": "city"})
    batch = begin(redakcja)
    _page, send = visit(batch)

    send("apply", saved=kept.pk)

    page, _send = visit(ImportBatch.objects.get())
    assert page.context["columns"][3].choice.value() == "about"
    assert page.context["missing"] == ["zniknela"]


def test_columns_without_fields_may_be_looked_at_first(visit, redakcja):
    batch = begin(redakcja)
    _page, send = visit(batch)

    response = send("read", **{"column-3": "about"})

    assert response.url == address("import_columns", batch)
    page, _send = visit(ImportBatch.objects.get())
    assert len(page.context["first_rows"].labels) == 3


def test_same_file_imported_before_is_named(visit, redakcja):
    earlier = ImportBatchFactory(imported=True, imported_by=redakcja)
    batch = start_batch(content=LIST, filename="znowu.csv", user=redakcja)

    page, _send = visit(batch)

    assert page.context["earlier"] == earlier


def test_list_whose_file_is_gone_can_only_be_cancelled(client, redakcja):
    batch = ImportBatchFactory(uploaded=True)
    batch.file.storage.delete(batch.file.name)

    response = client.get(address("import_columns", batch))

    assert response.url == address("import_cancel", batch)
