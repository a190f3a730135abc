"""The addresses of the search."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from ninja.params.functions import Query as QueryParameter

from pages.api.links import public_url
from pages.api.locales import LocaleQuery, reading
from pages.api.problems import refuse_value
from pages.api.settings import api_settings
from pages.api.tokens import PUBLIC
from search.queries.asking import read_text
from search.queries.suggesting import suggest

from .answers import answer
from .schemas import SearchQuestion, SearchResults, SearchSuggestions

router = Router(tags=["search"])


@router.get(
    "/",
    response=SearchResults,
    url_name="search",
    operation_id="search_find",
    summary="Search what is published",
    auth=PUBLIC,
)
def find_published(
    request: HttpRequest, question: Query[SearchQuestion]
) -> dict[str, Any]:
    """Find by words, in any inflection, as the page of results does."""
    most = api_settings().most_items
    if question.limit > most:
        message = _("At most %(most)d items at a time.") % {"most": most}
        refuse_value(("query", "limit"), message, "too_many")
    locale = None if question.locale == "all" else question.locale
    with reading(locale) as language:
        return answer(question, language, request)


@router.get(
    "/suggestions/",
    response=SearchSuggestions,
    url_name="search_suggestions",
    operation_id="search_suggest",
    summary="Suggest what may be meant",
    auth=PUBLIC,
)
def suggest_published(
    request: HttpRequest,
    q: Annotated[str, QueryParameter(description="The letters typed so far.")],
    locale: LocaleQuery = None,
) -> dict[str, Any]:
    """Suggest for the letters typed what is cited, or has a title that begins so."""
    with reading(locale) as language:
        text = read_text(q)
        suggestions = suggest(text, language, request)
    return {
        "q": text,
        "suggestions": [
            {
                "title": one.title,
                "url": public_url(request, one.url),
                "hint": one.hint,
            }
            for one in suggestions
        ],
    }
