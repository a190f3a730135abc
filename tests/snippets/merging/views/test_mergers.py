import pytest
from django.urls import reverse

from snippets.merging import merge
from tests.factories.snippets import OrganisationFactory

from .conftest import RIGHTS

pytestmark = pytest.mark.django_db
MERGERS = "organisation_mergers:index"


def add_mergers(user, number):
    for _ in range(number):
        kept, merged = OrganisationFactory.create_batch(2)
        merge(kept=kept, merged=merged, user=user)


def test_list_leads_to_entries_and_undo(client, merger, pair):
    kept, merged = pair
    record = merge(kept=kept, merged=merged, user=merger)

    page = client.get(reverse(MERGERS)).content.decode()

    assert kept.name in page
    assert "Fund. „Dwie Dłonie” w Białymstoku" in page
    assert reverse("organisation_mergers:undo", args=[record.pk]) in page


def test_list_costs_the_same_however_long(
    client, merger, django_assert_max_num_queries, django_assert_num_queries
):
    add_mergers(merger, 1)
    with django_assert_max_num_queries(15) as first:
        client.get(reverse(MERGERS))

    add_mergers(merger, 3)
    with django_assert_num_queries(len(first)):
        client.get(reverse(MERGERS))


@pytest.mark.parametrize("missing", RIGHTS[1:])
def test_list_is_for_those_who_may_merge(client, give, missing):
    register = reverse("wagtailsnippets_snippets_organisation:list")
    give(*(right for right in RIGHTS if right != missing))

    assert client.get(reverse(MERGERS)).status_code == 302
    assert reverse(MERGERS) not in client.get(register).content.decode()
    give(*RIGHTS)
    assert reverse(MERGERS) in client.get(register).content.decode()
