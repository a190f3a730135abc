import pytest

from snippets.importing.views.totals import count_rows
from tests.factories.importing import ImportBatchFactory, ImportRowFactory
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch():
    return ImportBatchFactory()


def will_be(batch):
    return {name: n for name, n in count_rows(batch).will_be.items() if n}


@pytest.mark.parametrize(
    ("decision", "what"),
    [
        ("", "undecided"),
        ("same", "joined"),
        ("different", "added"),
        ("skip", "skipped"),
    ],
)
def test_duplicate_becomes_what_was_decided(batch, decision, what):
    like = OrganisationFactory()
    same_as = like if decision == "same" else None
    ImportRowFactory(
        batch=batch, duplicate=True, like=like, decision=decision, same_as=same_as
    )

    assert will_be(batch) == {what: 1}


def test_row_that_joins_an_earlier_one_is_counted_apart(batch):
    ImportRowFactory(batch=batch, outcome="duplicate", decision="same", same_as_row=2)

    assert will_be(batch) == {"repeated": 1}


def test_row_that_changes_only_what_is_kept_changes_nothing(batch):
    ImportRowFactory(batch=batch, by_hand=True)
    ImportRowFactory(batch=batch, by_hand=True, overwrites=True)

    assert will_be(batch) == {"changed": 1, "kept_by_hand": 1}


def test_list_that_says_nothing_new_is_idle(batch):
    ImportRowFactory(batch=batch, outcome="unchanged")
    totals = count_rows(batch)

    assert totals.is_idle
    assert len(totals.said()) == 1


def test_two_queries_count_everything(batch, django_assert_num_queries):
    ImportRowFactory.create_batch(3, batch=batch, by_hand=True)

    with django_assert_num_queries(2):
        assert count_rows(batch).rows == 3
