"""Loads what staff did for the search: synonyms and a promoted result."""

from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from pages.comments.models import Consultation
from search.models import Synonym

from .content import search as content

POLISH = "pl"


def load_search() -> None:
    """Make what is missing; leave what is there as it is."""
    load_synonyms()
    load_promotion()


def load_synonyms() -> None:
    """Add the groups none of whose words staff have put into a group."""
    groups = Synonym.objects.filter(language=POLISH)
    known = {line.lower() for group in groups for line in group.lines}
    for words in content.SYNONYMS:
        if known.isdisjoint(word.lower() for word in words):
            Synonym.objects.create(language=POLISH, words="\n".join(words))


def load_promotion() -> None:
    """Put the version in consultation first for those who look for comments."""
    newest = Consultation.objects.select_related("draft").order_by("opens_on").last()
    query = Query.get(content.PROMOTED["query"])
    if newest is None or query.editors_picks.exists():
        return
    SearchPromotion.objects.create(
        query=query,
        page_id=newest.draft_id,
        description=content.PROMOTED["description"],
        sort_order=0,
    )
