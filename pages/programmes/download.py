"""What changed in a version, served as a Word file with tracked changes."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from pages.base.visibility import visible

from .changes import Other, choose, find_others
from .clauses import ClauseNode
from .docx import CONTENT_TYPE, redline_docx
from .models.clause import clause_label
from .redline import as_json, compare

if TYPE_CHECKING:
    from .models import ProgrammeDraftPage

LANGUAGES = {"pl": "pl-PL", "uk": "uk-UA", "be": "be-BY", "en": "en-GB"}


def redline_download(draft: "ProgrammeDraftPage", wanted: str) -> HttpResponse:
    """Serve what changed since the version wanted, "" for the one before.

    Versions are named and chosen as on the page of changes. Raises Http404 where
    there is none that everybody may see.
    """
    other, base = find_base(draft, wanted)
    code = draft.locale.language_code
    content = redline_docx(
        compare(base.clauses, draft.clauses),
        title=_("%(title)s: changes since “%(base)s”")
        % {"title": draft.title, "base": base.title},
        author=settings.WAGTAIL_SITE_NAME,
        date=draft.date,
        label=_label,
        language=LANGUAGES.get(code, code),
    )
    name = _("programme-%(year)s-version-%(old)s-%(new)s") % {
        "year": draft.programme.specific.year,
        "old": other.key,
        "new": draft.number,
    }
    return HttpResponse(
        content,
        content_type=CONTENT_TYPE,
        headers={
            "Content-Disposition": content_disposition_header(True, f"{name}.docx"),
            "X-Robots-Tag": "noindex",
        },
    )


def redline_segments(draft: "ProgrammeDraftPage", wanted: str) -> JsonResponse:
    """Serve what changed since the version wanted as segments.

    The same difference, chosen in the same way, as the Word file.
    """
    other, base = find_base(draft, wanted)
    return JsonResponse(
        {
            "version": draft.number,
            "compared_with": other.key,
            "language": draft.locale.language_code,
            "clauses": as_json(compare(base.clauses, draft.clauses)),
        },
        headers={"X-Robots-Tag": "noindex"},
        json_dumps_params={"ensure_ascii": False},
    )


def find_base(
    draft: "ProgrammeDraftPage", wanted: str
) -> tuple[Other, "ProgrammeDraftPage"]:
    """Return the version to compare with; Http404 where nobody may see one."""
    versions = visible(type(draft).objects.sibling_of(draft))
    siblings = versions.only("title", "slug", "date", "number", "translation_key")
    other = choose(draft, find_others(draft, siblings), wanted)
    if other is None:
        raise Http404(_("There is no such version."))
    return other, type(draft).objects.get(pk=other.page.pk)


def _label(node: ClauseNode) -> str:
    return clause_label(node.kind, node.number)
