import pytest
from bs4 import BeautifulSoup

from snippets.models import ImportBatch, ImportRow, Organisation
from tests.factories.importing import ImportBatchFactory, ImportRowFactory
from tests.factories.snippets import OrganisationFactory

from .addresses import address, values_of

pytestmark = pytest.mark.django_db
MOST_QUERIES = 17


def look(client, batch, **query):
    response = client.get(address("import_preview", batch), query)
    assert response.status_code == 200
    return response


def numbers(response):
    return [shown.row.number for shown in response.context["view"].shown]


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_each_outcome_has_a_link_with_its_count(client, redakcja):
    batch = ImportBatchFactory()
    ImportRowFactory.create_batch(2, batch=batch)
    ImportRowFactory(batch=batch, refused=True)

    page = soup(look(client, batch, outcome="new"))

    counts = {
        link["href"].partition("?")[2]: link.span.text
        for link in page.select(".importing-tabs a")
    }
    assert counts[""] == "3"
    assert counts["outcome=new"] == "2"
    assert counts["outcome=refused"] == "1"
    assert counts["attention=noted"] == "1"
    (current,) = page.select(".importing-tabs a[aria-current]")
    assert current["href"].endswith("?outcome=new")
    assert len(page.select("tr[id^=row-]")) == 2


def test_changes_show_what_is_held_and_what_the_list_says(client, redakcja):
    row = ImportRowFactory(by_hand=True)

    page = soup(look(client, row.batch))

    changes = page.select_one(f"#row-{row.number} .importing-changes")
    assert (changes.select_one("del").text, changes.ins.text) == ("Ełk", "Suwałki")
    assert changes.em
    assert page.select_one(f"input[name=overwrite-{row.pk}]")


def test_duplicate_shows_its_candidates_to_choose_from(client, redakcja):
    like = OrganisationFactory(name="Koło", city="Ełk", krs="0000000001")
    row = ImportRowFactory(duplicate=True, like=like)

    page = soup(look(client, row.batch))

    cell = page.select_one(f"#row-{row.number} fieldset")
    values = [radio["value"] for radio in cell.select("input[type=radio]")]
    assert values == [f"same-{like.pk}", "different", "skip", ""]
    assert cell.select_one("input[checked]")["value"] == ""
    assert cell.select_one(f'a[href="{address("inspect", like)}"]')["target"]
    assert "Ełk" in cell.text
    assert "0000000001" in cell.text
    assert "93" in cell.text


def test_candidate_that_is_gone_has_no_link(client, redakcja):
    like = OrganisationFactory()
    row = ImportRowFactory(duplicate=True, like=like)
    url = address("inspect", like)
    like.delete()

    page = look(client, row.batch).content.decode()

    assert like.name in page
    assert url not in page


def test_row_that_repeats_a_number_cannot_be_another(client, redakcja):
    row = ImportRowFactory(
        outcome="duplicate",
        candidates=[
            {
                "organisation": None,
                "row": 2,
                "name": "Koło",
                "city": "",
                "krs": "",
                "score": 100,
                "why": ["repeated_row"],
            }
        ],
    )

    page = soup(look(client, row.batch))

    radios = page.select(f"#row-{row.number} input[type=radio]")
    assert [radio["value"] for radio in radios] == ["row-2", "skip", ""]


def test_refused_row_says_why(client, redakcja):
    row = ImportRowFactory(refused=True)

    page = soup(look(client, row.batch))

    assert page.select_one(f"#row-{row.number} .importing-notes").text.strip()


def test_text_of_the_list_is_not_taken_for_markup(client, redakcja):
    row = ImportRowFactory(
        name="<script>alert(1)</script>", raw={"Nazwa": "<b>x</b>"}, section="<i>"
    )

    page = look(client, row.batch).content.decode()

    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


@pytest.mark.parametrize("number", [1, 120])
def test_queries_do_not_grow_with_the_rows(
    client, redakcja, django_assert_max_num_queries, number
):
    batch = ImportBatchFactory()
    look(client, batch)
    for _ in range(number):
        ImportRowFactory(batch=batch, duplicate=True, like=OrganisationFactory())

    with django_assert_max_num_queries(MOST_QUERIES):
        look(client, batch)


def test_rows_come_fifty_at_a_time(client, redakcja):
    batch = ImportBatchFactory()
    ImportRowFactory.create_batch(60, batch=batch)

    assert len(numbers(look(client, batch))) == 50
    assert len(numbers(look(client, batch, p=2))) == 10


def test_rows_that_came_to_something_else_stand_first(client, redakcja):
    note = {"code": "register_changed", "params": {"count": 1, "rows": [9]}}
    batch = ImportBatchFactory(problem=note)
    for number in (3, 5, 9):
        ImportRowFactory(batch=batch, number=number)

    response = look(client, batch)

    assert numbers(response) == [9, 3, 5]
    assert response.context["problem"]


def test_results_alone_are_a_fragment(client, redakcja):
    batch = ImportRowFactory().batch

    response = client.get(address("import_preview_results", batch))

    assert "<html" not in response.content.decode()
    assert "<table" in response.content.decode()


def test_import_takes_the_rows_in(client, redakcja):
    batch = ImportBatchFactory(uploaded=True)
    check(client, batch)

    response = client.post(address("import_run", batch))

    assert response.url == address("import_report", batch)
    assert Organisation.objects.get().name == "Koło z wykazu"
    batch.refresh_from_db()
    assert batch.imported_by == redakcja


def test_second_click_imports_nothing_twice(client, redakcja):
    batch = ImportBatchFactory(uploaded=True)
    check(client, batch)
    client.post(address("import_run", batch))

    again = client.post(address("import_run", batch))

    assert again.url == address("import_report", batch)
    assert Organisation.objects.count() == 1
    assert ImportRow.objects.count() == 1


def check(client, batch):
    """Go on from the columns as they were found."""
    url = address("import_columns", batch)
    client.post(url, values_of(client.get(url)))


def test_import_says_what_it_will_do(client, redakcja):
    batch = ImportBatchFactory()
    ImportRowFactory(batch=batch)
    ImportRowFactory(batch=batch, refused=True)

    page = soup(look(client, batch))

    assert len(page.select(".importing-said li")) == 2
    assert page.select_one(f'form[action="{address("import_run", batch)}"]')
    assert ImportBatch.objects.get().state == ImportBatch.State.CHECKED
