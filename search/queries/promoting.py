"""What staff have put at the top of the results of certain queries."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from pages.base.visibility import visible
from search.analysis import query_groups

# More would push away what was found.
MOST = 5


@dataclass(frozen=True)
class Promoted:
    """A promoted result ready to print."""

    title: str
    url: str
    description: str


def find_promoted(text: str, language: str, request: HttpRequest) -> list[Promoted]:
    """Return what is promoted for a query, however it is inflected: two queries.

    Pages that the public may not read are left out, and those of other languages.
    """
    asked = keys_of(text, language)
    if not asked:
        return []
    promotions = SearchPromotion.objects.select_related("query").order_by("sort_order")
    chosen = [
        one for one in promotions if keys_of(one.query.query_string, language) == asked
    ]
    if not chosen:
        return []
    pages = {
        page.pk: page
        for page in visible(Page.objects).filter(
            pk__in=[one.page_id for one in chosen if one.page_id],
            locale__language_code=language,
        )
    }
    promoted = []
    for one in chosen:
        if page := pages.get(one.page_id):
            url = page.get_url(request) or ""
            promoted.append(Promoted(page.title, url, one.description))
        elif one.external_link_url:
            title = one.external_link_text or one.external_link_url
            promoted.append(Promoted(title, one.external_link_url, one.description))
    return promoted[:MOST]


def keys_of(text: str, language: str) -> frozenset[frozenset[str]]:
    """Return what two queries that ask for the same have in common."""
    return frozenset(frozenset(group) for group in query_groups(text, language))
