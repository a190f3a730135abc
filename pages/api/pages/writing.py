"""What Wagtail's writing of pages lets through and then fails at, or does by half."""

import json
import re
from collections.abc import Callable, Sequence
from functools import wraps
from html import unescape
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _
from ninja import Status
from ninja.operation import Operation
from pydantic import ValidationError as PydanticError
from wagtail.api.v3.routers.pages import actions_router, router
from wagtail.api.v3.schemas.pages import PageTypeInjectingBodyModel
from wagtail.coreutils import find_available_slug, string_to_ascii
from wagtail.models import Locale, Page
from wagtail.rich_text.rewriters import FIND_A_TAG, FIND_EMBED_TAG, extract_attrs

from pages.api.problems import refuse_value
from pages.api.texts import texts_of

from .access import check_seen
from .binding import keep_what_is_sent
from .faults import place_form_faults
from .planning import plan_of
from .reading import tell_page

Guard = Callable[..., None]
# Room is left for a number behind it.
SLUG_LENGTH = 240
KEYED = ("linktype", "embedtype")
KEY = re.compile("[0-9]{1,18}")
# What Wagtail says in English only: the code, the name it is about, what we say.
NOT_VALID = pgettext_lazy("a fault in a request", "This is not valid.")
NOT_THERE = gettext_lazy("No page may stand there.")
REFUSALS = {
    "copy_page_integrity_error": ("destination_id", NOT_THERE),
    "create_page_alias_integrity_error": ("destination_id", NOT_THERE),
    "parent_not_translated_error": ("locale", NOT_VALID),
    "convert_alias_page_error": ("", NOT_VALID),
}


def _named(page_id: int | None = None, data: Any = None, **values: Any) -> list[int]:
    """Return the keys of the page that is written, and of where it shall be."""
    parent = getattr(getattr(data, "meta", None), "parent_id", None)
    keys = (page_id, getattr(data, "destination_id", None), parent)
    return [key for key in keys if key is not None]


def refuse_unseen(request: HttpRequest, **values: Any) -> None:
    """Say of a page, and of where it shall be, what reading it would say."""
    check_seen(request, _named(**values))


def take_turns(request: HttpRequest, **values: Any) -> None:
    """Let one change of a page wait for another: the later one would undo it."""
    pages = Page.objects.select_for_update().filter(pk__in=_named(**values))
    list(pages.order_by("pk").values_list("pk"))


def refuse_odd_keys(request: HttpRequest, **values: Any) -> None:
    """Refuse rich texts with links or pictures by what is no key: none could be read.

    Those that lead to nothing are kept, as in the admin.
    """
    for text in texts_of(json.loads(request.body)):
        for tag in (*FIND_A_TAG.finditer(text), *FIND_EMBED_TAG.finditer(text)):
            attrs = extract_attrs(tag[1])
            is_keyed = "id" in attrs and not attrs.keys().isdisjoint(KEYED)
            if is_keyed and not KEY.fullmatch(attrs["id"]):
                refuse_value(("body",), NOT_VALID, "key")


def refuse_mirror(request: HttpRequest, page_id: int, **values: Any) -> None:
    """Refuse to change a page that mirrors another one, as the admin does."""
    if Page.objects.filter(pk=page_id, alias_of__isnull=False).exists():
        raise PermissionDenied(
            _("This page mirrors another one; convert it before you change it.")
        )


def refuse_locked(request: HttpRequest, page_id: int, **values: Any) -> None:
    """Say why a page is locked; Wagtail reverts and publishes it all the same."""
    page = Page.objects.get(pk=page_id).specific
    lock = page.get_lock()
    may_edit = page.permissions_for_user(request.user).can_edit()
    if lock and may_edit and lock.for_user(request.user):
        raise PermissionDenied(unescape(strip_tags(lock.get_message(request.user))))


def refuse_odd_meta(request: HttpRequest, **values: Any) -> None:
    """Refuse `meta` that is no object, which Wagtail passes over where it is empty."""
    meta = json.loads(request.body).get("meta")
    if meta is not None and not isinstance(meta, dict):
        refuse_value(("body", "meta"), _("This is not an object."), "dict_type")


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
    "pages_update": (refuse_mirror, refuse_locked, refuse_odd_meta, refuse_odd_keys),
    "pages_actions_publish": (refuse_mirror, refuse_locked),
    "pages_actions_revert": (refuse_mirror, refuse_locked),
    "pages_actions_copy_for_translation": (refuse_second_translation,),
    "pages_actions_move": (refuse_place_beside_root,),
}

# These act on what is published; others on the draft, which they tell.
LIVE = frozenset(
    ("pages_actions_publish", "pages_actions_unpublish", "pages_actions_move")
)


def guard_writing() -> None:
    """Put the guards before Wagtail's operations, before the API is first used."""
    for one in (router, actions_router):
        for view in one.path_operations.values():
            for operation in view.operations:
                if operation.methods != ["GET"]:
                    own = GUARDS.get(operation.operation_id or "", ())
                    guards = (refuse_unseen, take_turns, *own)
                    operation.view_func = _guarded(operation, guards)
    place_form_faults()
    keep_what_is_sent()
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


def _guarded(operation: Operation, guards: Sequence[Guard]) -> Callable[..., Any]:
    view = operation.view_func
    tells_live = operation.operation_id in LIVE

    @wraps(view)
    def guarded(request: HttpRequest, **values: Any) -> Any:
        # Others wait until it is told; what is refused halfway leaves nothing behind.
        with transaction.atomic():
            for guard in guards:
                guard(request, **values)
            return _told(request, _acted(view, request, values), tells_live)

    return guarded


def _acted(view: Callable[..., Any], request: HttpRequest, values: Any) -> Any:
    """Return what an action answers; its refusals in the reader's language."""
    try:
        return view(request, **values)
    except PydanticError as error:
        fault = error.errors()[0]
        if fault["type"] not in REFUSALS:
            raise
        name, message = REFUSALS[fault["type"]]
        place = ("body", name) if name else ("body",)
        is_english = str(get_language()).startswith("en")
        refuse_value(place, fault["msg"] if is_english else message, fault["type"])


def _told(request: HttpRequest, answer: Any, tells_live: bool) -> Any:
    """Return an answer with a page as reading tells it from now on."""
    code, page = 200, answer
    if isinstance(answer, Status):
        code, page = answer.status_code, answer.value
    if not isinstance(page, Page):
        return answer
    model = page.specific_class or Page
    told = plan_of(model).apply(model._default_manager.filter(pk=page.pk)).get()
    if not tells_live:
        told = told.get_latest_revision_as_object()
    told._meta_warnings = getattr(page, "_meta_warnings", [])
    response = tell_page(request, told, [])
    response.status_code = code
    return response
