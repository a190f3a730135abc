"""Where entries of the catalogue lead."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from search.models import CatalogueEntry, Kind


def address_of(entry: CatalogueEntry, request: HttpRequest) -> str:
    """Return the address of what an entry is of; without a query for those with a page.

    Clauses lead into their own language, what is the same in all stays in the reader's.
    Load `page` with the entry.
    """
    facts = entry.facts
    match entry.kind:
        case Kind.CLAUSE:
            with translation.override(entry.language):
                return reverse("clause", args=[entry.subject])
        case Kind.COMMENT:
            return reverse("comment", args=[facts["year"], facts["number"]])
        case Kind.ORGANISATION:
            return reverse("organisation", args=[facts["slug"]])
        case Kind.DOCUMENT:
            return str(facts["url"])
    return str(entry.page.get_url(request) or "") if entry.page else ""
