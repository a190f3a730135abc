import pytest

from snippets.models import ImportRow
from tests.factories.importing import ImportBatchFactory, ImportRowFactory
from tests.factories.snippets import OrganisationFactory

from .addresses import address

pytestmark = pytest.mark.django_db
Decision = ImportRow.Decision


@pytest.fixture
def batch():
    return ImportBatchFactory()


def duplicate(batch, **kwargs):
    return ImportRowFactory(
        batch=batch, duplicate=True, like=OrganisationFactory(), **kwargs
    )


def decide(client, batch, answers, query=""):
    return client.post(f"{address('import_decide', batch)}{query}", answers)


def decisions(batch):
    return dict(batch.rows.values_list("number", "decision"))


def test_row_is_the_same_as_the_candidate_chosen(client, redakcja, batch):
    row = duplicate(batch)
    like = row.candidates[0]["organisation"]

    decide(client, batch, {"row": row.pk, f"decision-{row.pk}": f"same-{like}"})

    row.refresh_from_db()
    assert (row.decision, row.same_as_id) == (Decision.SAME, like)


def test_row_is_not_the_same_as_whom_nobody_proposed(client, redakcja, batch):
    row = duplicate(batch)
    other = OrganisationFactory()

    decide(client, batch, {"row": row.pk, f"decision-{row.pk}": f"same-{other.pk}"})

    row.refresh_from_db()
    assert row.decision == Decision.NONE


@pytest.mark.parametrize("answer", ["", "same-", "same-x", "row-1", "nonsense"])
def test_answer_that_was_not_offered_is_no_decision(client, redakcja, batch, answer):
    row = duplicate(batch)

    response = decide(client, batch, {"row": row.pk, f"decision-{row.pk}": answer})

    assert response.status_code == 302
    row.refresh_from_db()
    assert row.decision == Decision.NONE


def test_decision_may_be_taken_back(client, redakcja, batch):
    row = duplicate(batch, decision=Decision.SKIP)

    decide(client, batch, {"row": row.pk, f"decision-{row.pk}": ""})

    row.refresh_from_db()
    assert row.decision == Decision.NONE


def test_row_of_another_import_is_left_alone(client, redakcja, batch):
    row = duplicate(ImportBatchFactory())

    decide(client, batch, {"row": row.pk, f"decision-{row.pk}": "skip"})

    row.refresh_from_db()
    assert row.decision == Decision.NONE


def test_what_was_entered_by_hand_gives_way_only_when_ticked(client, redakcja, batch):
    ticked = ImportRowFactory(batch=batch, by_hand=True)
    unticked = ImportRowFactory(batch=batch, by_hand=True, overwrites=True)
    answers = {"row": [ticked.pk, unticked.pk], f"overwrite-{ticked.pk}": "yes"}

    decide(client, batch, answers)

    ticked.refresh_from_db()
    unticked.refresh_from_db()
    assert ticked.overwrites
    assert not unticked.overwrites


def test_all_rows_of_a_filter_are_decided_at_once(client, redakcja, batch):
    here = duplicate(batch, section="A. Fundacje")
    elsewhere = duplicate(batch, section="B. Koła")

    response = decide(
        client, batch, {"at_once": "different"}, "?section=A.%20Fundacje&p=1"
    )

    assert "section=A" in response.url
    assert decisions(batch) == {
        here.number: Decision.DIFFERENT,
        elsewhere.number: Decision.NONE,
    }


def test_all_rows_of_a_search_are_decided_at_once(client, redakcja, batch):
    found = duplicate(batch, name="ŁÓDZKIE KOŁO")
    other = duplicate(batch, name="Inne")

    decide(client, batch, {"at_once": "skip"}, "?q=łódzkie")

    assert decisions(batch) == {
        found.number: Decision.SKIP,
        other.number: Decision.NONE,
    }


def test_same_for_all_takes_each_row_s_likeliest(client, redakcja, batch):
    rows = [duplicate(batch), duplicate(batch)]

    decide(client, batch, {"at_once": "same"})

    for row in rows:
        row.refresh_from_db()
        assert row.same_as_id == row.candidates[0]["organisation"]


@pytest.mark.parametrize(("answer", "wins"), [("overwrite", True), ("keep", False)])
def test_conflicts_are_settled_at_once(client, redakcja, batch, answer, wins):
    row = ImportRowFactory(batch=batch, by_hand=True, overwrites=not wins)

    decide(client, batch, {"at_once": answer})

    row.refresh_from_db()
    assert row.overwrites is wins


def test_unknown_answer_for_all_decides_nothing(client, redakcja, batch):
    row = duplicate(batch)

    assert decide(client, batch, {"at_once": "nonsense"}).status_code == 302
    row.refresh_from_db()
    assert row.decision == Decision.NONE
