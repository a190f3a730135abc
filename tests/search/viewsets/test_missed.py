"""The report of queries that found nothing."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import SearchPromotion

from search.models import MissedQuery
from tests.factories.pages import City
from tests.factories.search import MissedQueryFactory
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries

from .listings import exported_csv, exported_xlsx, titles

pytestmark = pytest.mark.django_db
URL = "/admin/missed-queries/"


def ago(days):
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def asked():
    """Three queries, one of them on three days and in two languages."""
    for days, number in ((0, 2), (10, 3), (60, 7)):
        MissedQueryFactory(text="żłobek", day=ago(days), number=number)
    MissedQueryFactory(text="żłobek", language="en", number=1)
    MissedQueryFactory(text="czołg", day=ago(3), number=4)
    MissedQueryFactory(text="schron", day=ago(40), number=8)


def rows(client, **parameters):
    """Return text, language and times of each row of the report."""
    table = PublicPage.get(client, URL, **parameters).soup.select(
        "table.listing tbody tr"
    )
    return [
        [" ".join(cell.text.split()) for cell in row.find_all("td")[1:3]]
        for row in table
    ]


def test_days_are_summed_and_the_most_asked_is_first(enter, asked):
    client = enter("Redakcja")

    assert titles(client, URL) == ["żłobek", "schron", "czołg", "żłobek"]
    assert [times for _language, times in rows(client)] == ["12", "8", "4", "1"]


def test_report_is_narrowed_to_days_and_a_language(enter, asked):
    client = enter("Redakcja")

    assert titles(client, URL, days="7") == ["czołg", "żłobek", "żłobek"]
    assert [times for _, times in rows(client, days="30")] == ["5", "4", "1"]
    assert [times for _, times in rows(client, language="en")] == ["1"]
    assert titles(client, URL, days="7", language="pl") == ["czołg", "żłobek"]
    assert titles(client, URL, q="ołg") == ["czołg"]


@pytest.mark.parametrize(
    "parameters", [{"days": "x"}, {"days": "-1"}, {"language": "xx"}, {"p": "999"}]
)
def test_report_stands_any_address(enter, asked, parameters):
    assert len(titles(enter("Redakcja"), URL, **parameters)) == 4


def test_report_is_put_in_other_orders(enter, asked):
    client = enter("Redakcja")

    assert titles(client, URL, ordering="text")[0] == "czołg"
    assert titles(client, URL, ordering="newest")[0] == "schron"
    assert titles(client, URL, ordering="password")[0] == "żłobek"


def test_opening_it_lets_old_queries_go(enter):
    MissedQueryFactory(day=ago(91))

    assert titles(enter("Redakcja"), URL) == []
    assert not MissedQuery.objects.exists()


def test_report_costs_the_same_however_long(enter, asked):
    client = enter("Redakcja")
    few = count_queries(client, URL)
    MissedQueryFactory.create_batch(30)

    assert count_queries(client, URL) == few


def test_exports_say_the_same_and_run_no_formula(enter):
    MissedQueryFactory(text="=1+1", number=3, day=ago(1))
    client = enter("Redakcja")

    assert exported_csv(client, URL) == [["'=1+1", "pl", "3", ago(1).isoformat()]]
    (row,) = exported_xlsx(client, URL)
    assert row[:3] == ("=1+1", "pl", 3)
    assert date(row[3].year, row[3].month, row[3].day) == ago(1)


def test_row_leads_to_new_synonyms_and_to_a_promotion(enter):
    MissedQueryFactory(text="żłobek & więcej", language="uk")
    page = PublicPage.get(enter("Redakcja"), URL)

    links = page.soup.select("table.listing .actions a")
    found = [urlsplit(link["href"]) for link in links]
    assert [(link.path, parse_qs(link.query)) for link in found] == [
        (
            reverse("wagtailsnippets_participation_search_synonym:add"),
            {"words": ["żłobek & więcej"], "language": ["uk"]},
        ),
        (reverse("missed_queries:promote"), {"query": ["żłobek & więcej"]}),
    ]


def test_who_may_only_read_it_is_offered_nothing_more(client):
    MissedQueryFactory()
    group = Group.objects.create(name="Czytelnicy")
    codes = ("access_admin", "view_missedquery")
    group.permissions.set(Permission.objects.filter(codename__in=codes))
    user = get_user_model().objects.create_user("czytelnik")
    user.groups.add(group)
    client.force_login(user)

    page = PublicPage.get(client, URL)

    assert page.soup.select("table.listing tbody tr")
    assert page.soup.select("table.listing .actions a") == []


def test_right_to_read_it_can_be_given_to_a_group(enter):
    right = Permission.objects.get(codename="view_missedquery")
    url = reverse("wagtailusers_groups:add")

    page = PublicPage.get(enter("admin"), url)

    assert page.soup.select(f'input[name=permissions][value="{right.pk}"]')


def test_promotion_begins_with_the_query_and_is_saved_by_wagtail(enter):
    page_id = City().plain(published=True).pk
    client = enter("Redakcja")

    page = PublicPage.get(client, reverse("missed_queries:promote"), query="żłobek")
    form = page.soup.select_one('form:has(input[name="query_string"])')
    assert form.select_one('input[name="query_string"]')["value"] == "żłobek"
    client.post(
        form["action"],
        {
            "query_string": "żłobek",
            "editors_picks-TOTAL_FORMS": 1,
            "editors_picks-INITIAL_FORMS": 0,
            "editors_picks-0-page": page_id,
            "editors_picks-0-ORDER": 1,
        },
    )

    promotion = SearchPromotion.objects.get()
    assert (promotion.query.query_string, promotion.page_id) == ("żłobek", page_id)
