"""Drafts for a front end to show: a token opens one draft for a short while.

The draft is as the editor has it on the screen, saved or not. It is kept in the cache,
not in the token, which is signed and in the address of the front end's page.
"""

import json
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router
from wagtail.api.v3.routers.pages import PageDetailSchema
from wagtail.coreutils import resolve_model_string
from wagtail.models import Page

from pages.api.settings import api_settings
from pages.api.streams.fields import RichTextForm
from pages.api.tokens import PUBLIC

from .expanding import ExpansionName
from .reading import tell_page

SALT = "participation_api.preview"
# A page that was never saved has no key yet.
UNSAVED = 0

router = Router(tags=["pages"])


def keep_draft(page: Page) -> str:
    """Keep a draft and return the token that opens it."""
    key = token_urlsafe(16)
    draft = {"type": page._meta.label, "content": page.to_json()}
    cache.set(_cache_key(key), draft, api_settings().preview_lasts)
    return signing.dumps(key, salt=SALT)


def front_end_address(page: Page) -> str:
    """Return where the front end shows a draft; „” without a front end."""
    address = api_settings().preview_url
    return address.replace("{token}", quote(keep_draft(page))) if address else ""


def open_draft(token: str) -> Page:
    """Return the draft that a token opens, or answer that there is none."""
    try:
        key = signing.loads(token, salt=SALT, max_age=api_settings().preview_lasts)
    except signing.BadSignature:
        key = ""
    draft: dict[str, Any] | None = cache.get(_cache_key(key)) if key else None
    page = _read(draft) if draft else None
    if page is None:
        raise Http404(_("The draft is not shown any more; open the preview again."))
    page.id = page.pk = page.pk or UNSAVED
    return page


def _read(draft: dict[str, Any]) -> Page | None:
    """Return a draft as a page; None where what it needs is deleted meanwhile."""
    model: Any = resolve_model_string(draft["type"])
    try:
        page: Page | None = model.from_serializable_data(json.loads(draft["content"]))
    except Exception as error:
        # Of what is protected from deletion modelcluster says it by nothing narrower.
        if isinstance(error.__context__, ObjectDoesNotExist):
            return None
        raise
    return page


def _cache_key(key: str) -> str:
    return f"{SALT}.{key}"


@router.get(
    "/",
    response=PageDetailSchema,
    url_name="preview_page",
    operation_id="pages_preview",
    summary="Page as a draft",
    auth=PUBLIC,
)
def preview_page(
    request: HttpRequest,
    token: str = Query(
        max_length=500, description="From the address that the admin's preview opens."
    ),
    rich_text_format: RichTextForm = Query("html"),
    wanted: list[ExpansionName] = Query([], alias="expand"),
) -> HttpResponse:
    """Tell a page as its editor has it on the screen; `id` is 0 before it is saved."""
    response = tell_page(request, open_draft(token), list(wanted))
    response["Cache-Control"] = "private, no-store"
    return response
