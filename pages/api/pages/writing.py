"""What Wagtail's writing of pages lets through and then fails at, or does by half."""

import json
import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from ninja import Status
from wagtail.api.v3.routers.pages import actions_router, router
from wagtail.api.v3.schemas.pages import PageTypeInjectingBodyModel
from wagtail.coreutils import find_available_slug, string_to_ascii
from wagtail.models import Locale, Page
from wagtail.rich_text.rewriters import FIND_A_TAG, FIND_EMBED_TAG, extract_attrs

from pages.api.problems import refuse_value
from pages.api.texts import texts_of

from .access import check_seen

Guard = Callable[..., None]
# Room is left for a number behind it.
SLUG_LENGTH = 240
KEYED = ("linktype", "embedtype")
KEY = re.compile("[0-9]{1,18}")


def refuse_unseen(
    request: HttpRequest, page_id: int | None = None, data: Any = None, **values: Any
) -> None:
    """Say of a page, and of where it shall be, what reading it would say."""
    meta = getattr(data, "meta", None)
    named = (
        page_id,
        getattr(data, "destination_id", None),
        getattr(meta, "parent_id", None),
    )
    check_seen(request, (key for key in named if key is not None))


def refuse_odd_keys(request: HttpRequest, **values: Any) -> None:
    """Refuse rich texts with links or pictures by what is no key: none could be read.

    Those that lead to nothing are kept, as in the admin.
    """
    for text in texts_of(json.loads(request.body)):
        for tag in (*FIND_A_TAG.finditer(text), *FIND_EMBED_TAG.finditer(text)):
            attrs = extract_attrs(tag[1])
            is_keyed = "id" in attrs and not attrs.keys().isdisjoint(KEYED)
            if is_keyed and not KEY.fullmatch(attrs["id"]):
                message = pgettext("a fault in a request", "This is not valid.")
                refuse_value(("body",), message, "key")


def refuse_mirror(request: HttpRequest, page_id: int, **values: Any) -> None:
    """Refuse to change a page that mirrors another one, as the admin does."""
    if Page.objects.filter(pk=page_id, alias_of__isnull=False).exists():
        raise PermissionDenied(
            _("This page mirrors another one; convert it before you change it.")
        )


def refuse_second_translation(
    request: HttpRequest, page_id: int, data: Any, **values: Any
) -> None:
    """Refuse to translate a page into a language that it has already."""
    page = Page.objects.filter(pk=page_id).first()
    locale = Locale.objects.filter(language_code=data.locale).first()
    if page and locale and page.has_translation(locale):
        message = _("There is such a translation already.")
        refuse_value(("body", "locale"), message, "translation_exists")


def refuse_place_beside_root(request: HttpRequest, data: Any, **values: Any) -> None:
    """Refuse to move a page beside the root, where no page may stand."""
    is_beside = data.position not in {"first-child", "last-child"}
    if is_beside and Page.objects.filter(pk=data.destination_id, depth=1).exists():
        message = _("No page may stand there.")
        refuse_value(("body", "position"), message, "position")


def choose_slug(request: HttpRequest, data: Any, **values: Any) -> None:
    """Make a slug of the title where none is sent: „Łąki” gives `laki`, then `laki-1`.

    Wagtail 8.0 takes one that another page has, drops „Ł”, and makes none of Cyrillic.
    """
    parent = Page.objects.filter(pk=data.meta.parent_id).first()
    if parent and not data.slug:
        stem = slugify(string_to_ascii(data.title)) or "page"
        data.slug = find_available_slug(parent, stem[:SLUG_LENGTH].strip("-"))


GUARDS: dict[str, Sequence[Guard]] = {
    "pages_create": (refuse_odd_keys, choose_slug),
    "pages_update": (refuse_mirror, refuse_odd_keys),
    "pages_actions_publish": (refuse_mirror,),
    "pages_actions_copy_for_translation": (refuse_second_translation,),
    "pages_actions_move": (refuse_place_beside_root,),
}


def guard_writing() -> None:
    """Put the guards before Wagtail's operations, before the API is first used."""
    for one in (router, actions_router):
        for view in one.path_operations.values():
            for operation in view.operations:
                if operation.methods != ["GET"]:
                    own = GUARDS.get(operation.operation_id or "", ())
                    guards = (refuse_unseen, *own)
                    operation.view_func = _guarded(operation.view_func, guards)
    # By the type of a page its body is read, before any guard.
    find = PageTypeInjectingBodyModel.get_meta_type
    PageTypeInjectingBodyModel.get_meta_type = classmethod(_seen_first(find))


def _seen_first(find: Callable[..., str]) -> Callable[..., str]:
    def find_seen(cls: Any, request: HttpRequest, api: Any, path: Any) -> str:
        key = path[cls.page_id_param]
        if not KEY.fullmatch(key):
            refuse_value(("path", cls.page_id_param), "", "int_parsing")
        check_seen(request, [int(key)])
        return find(request, api, path)

    return find_seen


def _guarded(view: Callable[..., Any], guards: Sequence[Guard]) -> Callable[..., Any]:
    @wraps(view)
    def guarded(request: HttpRequest, **values: Any) -> Any:
        for guard in guards:
            guard(request, **values)
        return _as_published(view(request, **values))

    return guarded


def _as_published(answer: Any) -> Any:
    """Return an answer whose page says when it was published, as Wagtail's does not."""
    page = answer.value if isinstance(answer, Status) else answer
    if isinstance(page, Page):
        page.refresh_from_db(fields=["first_published_at"])
    return answer
