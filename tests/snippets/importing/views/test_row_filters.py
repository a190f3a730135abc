import pytest
from django.http import QueryDict

from snippets.importing.views.row_filters import rows_asked_for, search_rows
from snippets.models import ImportRow
from tests.factories.importing import ImportBatchFactory, ImportRowFactory
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


def found(words):
    rows = search_rows(ImportRow.objects.all(), words)
    return list(rows.values_list("number", flat=True))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ŻYCIE", 4),
        ("zycie", 4),
        ("„nowe” życie", 4),
        ("7", 7),
        ("KRS 0000012345", 7),
        ("0000012345", 7),
        ("12345", 7),
    ],
)
def test_row_is_found_by_name_number_and_krs(words, number):
    ImportRowFactory(number=4, name="Nowe Życie", raw={"KRS": "-"})
    ImportRowFactory(number=7, name="Inne", raw={"KRS": "0000012345"})

    assert found(words) == [number]


@pytest.mark.parametrize("words", ["9" * 40, "%", "_", "\\", "'", "½"])
def test_odd_search_finds_nothing(words):
    ImportRowFactory(name="Nowe Życie", raw={"KRS": "-"})

    assert found(words) == []


def asked(batch, query, rf):
    rows = rows_asked_for(batch, QueryDict(query), rf.get("/"))
    return list(rows.values_list("number", flat=True))


@pytest.fixture
def batch():
    batch = ImportBatchFactory()
    ImportRowFactory(batch=batch, number=2, section="A")
    ImportRowFactory(batch=batch, number=3, refused=True, section="B")
    ImportRowFactory(batch=batch, number=4, by_hand=True)
    like = OrganisationFactory()
    ImportRowFactory(batch=batch, number=5, duplicate=True, like=like)
    ImportRowFactory(
        batch=batch, number=6, duplicate=True, like=like, decision="skip", section="A"
    )
    ImportRowFactory(number=2)
    return batch


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [2, 3, 4, 5, 6]),
        ("outcome=duplicate", [5, 6]),
        ("attention=undecided", [5]),
        ("attention=noted", [3]),
        ("attention=conflicts", [4]),
        ("section=A", [2, 6]),
        ("section=A&outcome=duplicate&p=7", [6]),
        ("outcome=nonsense", [2, 3, 4, 5, 6]),
    ],
)
def test_filters_work_together(batch, query, numbers, rf):
    assert asked(batch, query, rf) == numbers
