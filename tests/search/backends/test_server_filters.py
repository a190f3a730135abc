"""Which filters of a queryset a server can judge as the database does."""

from datetime import date

import pytest
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Lower
from modelsearch.backends.elasticsearchbase import ElasticsearchBaseSearchQueryCompiler
from modelsearch.query import MATCH_ALL

from pages.base.models import ContentPage
from search.backends.server_filters import ServerFilters
from search.models import CatalogueEntry
from snippets.models import Organisation

ENTRIES = CatalogueEntry.objects


def filters_of(queryset):
    return ServerFilters(ElasticsearchBaseSearchQueryCompiler(queryset, MATCH_ALL))


@pytest.mark.parametrize(
    ("queryset", "sent"),
    [
        (ENTRIES.all(), []),
        (ENTRIES.filter(kind="page"), [{"term": {"kind_filter": "page"}}]),
        (
            ENTRIES.filter(year__in=(2013, 2014)),
            [{"terms": {"year_filter": [2013, 2014]}}],
        ),
        (
            ENTRIES.filter(date__gte=date(2013, 7, 26), year__lt=2014),
            [
                {"range": {"date_filter": {"gte": date(2013, 7, 26)}}},
                {"range": {"year_filter": {"lt": 2014}}},
            ],
        ),
        (
            ENTRIES.filter(Q(language="pl") | Q(language="")),
            [
                {
                    "bool": {
                        "should": [
                            {"term": {"language_filter": "pl"}},
                            {"term": {"language_filter": ""}},
                        ]
                    }
                }
            ],
        ),
        (
            ENTRIES.exclude(kind="page"),
            [{"bool": {"must_not": {"term": {"kind_filter": "page"}}}}],
        ),
        (
            ENTRIES.filter(year=None),
            [{"bool": {"must_not": {"exists": {"field": "year_filter"}}}}],
        ),
        (
            ContentPage.objects.filter(path__startswith="0001"),
            [{"prefix": {"path_filter": "0001"}}],
        ),
        (ENTRIES.none(), [{"bool": {"must_not": {"match_all": {}}}}]),
    ],
    ids=range(9),
)
def test_filter_by_values_of_the_index_is_sent(db, queryset, sent):
    found = filters_of(queryset)
    assert found.bodies == sent
    assert found.are_all


IN_TABLE = CatalogueEntry.areas.through.objects.values("catalogueentry")
OF_ENTRY = Organisation.objects.filter(pk=OuterRef("pk"))


@pytest.mark.parametrize(
    "queryset",
    [
        ENTRIES.filter(title="Rada"),
        ENTRIES.filter(title__icontains="rada"),
        ENTRIES.filter(kind__iexact="page"),
        ENTRIES.filter(pk__in=IN_TABLE),
        ENTRIES.filter(Exists(OF_ENTRY)),
        ENTRIES.filter(year=F("id")),
        ENTRIES.filter(year__in=[F("id"), 2013]),
        ENTRIES.alias(small=Lower("kind")).filter(small="page"),
        ENTRIES.filter(date__month=7),
        ENTRIES.filter(date__year=2013),
        ENTRIES.filter(areas__slug="zdrowie"),
        ENTRIES.exclude(areas=3),
        ENTRIES.filter(Q(year=2013) | Q(title="Rada")),
        ENTRIES.filter(Q(year=2013) ^ Q(kind="page")),
        ENTRIES.filter(pk__in=range(10_001)),
        ENTRIES.filter(kind=Lower(Value("PAGE"))),
        ContentPage.objects.filter(pk=3),
        ContentPage.objects.filter(Q(pk=3) | Q(live=True)),
    ],
    ids=range(18),
)
def test_other_filter_is_left_to_the_database(db, queryset):
    found = filters_of(queryset)
    assert not found.bodies
    assert not found.are_all


def test_what_can_be_judged_is_sent_though_the_rest_cannot(db):
    found = filters_of(ENTRIES.filter(year=2013, pk__in=IN_TABLE))
    assert found.bodies == [{"term": {"year_filter": 2013}}]
    assert not found.are_all
