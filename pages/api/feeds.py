"""The index of the site's feeds."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.params.functions import Query as QueryParameter
from pydantic import Field

from pages.meetings.feeds import listed

from .links import public_url
from .locales import CODES, LocaleCode, reading
from .tokens import PUBLIC

router = Router(tags=["feeds"])


class Feed(Schema):
    """A feed of what is new, in one language."""

    kind: str = Field(description="What it is about, such as `reports`.")
    locale: LocaleCode
    title: str
    subtitle: str = Field(description="What it brings, in a sentence.")
    url: str
    media_type: str


class FeedIndex(Schema):
    """All feeds."""

    items: list[Feed]


@router.get(
    "/",
    response=FeedIndex,
    url_name="list_feeds",
    operation_id="feeds_list",
    summary="List feeds",
    auth=PUBLIC,
)
def list_feeds(
    request: HttpRequest,
    locale: Annotated[
        LocaleCode | None, QueryParameter(description="Only feeds of a language.")
    ] = None,
) -> dict[str, Any]:
    """List the feeds of all languages, or of one."""
    items = []
    for wanted in (locale,) if locale else CODES:
        with reading(wanted) as code:
            items += [
                {
                    "kind": feed.kind,
                    "locale": code,
                    "title": feed.title,
                    "subtitle": feed.subtitle,
                    "url": public_url(request, feed.path),
                    "media_type": feed.media_type,
                }
                for feed in listed()
            ]
    return {"items": items}
