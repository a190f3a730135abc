"""What changed in a version, served as a Word file with tracked changes."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from pages.base.visibility import visible

from .changes import choose, find_others
from .clauses import ClauseNode
from .docx import CONTENT_TYPE, redline_docx
from .models.clause import clause_label
from .redline import compare

if TYPE_CHECKING:
    from .models import ProgrammeDraftPage

LANGUAGES = {"pl": "pl-PL", "uk": "uk-UA", "be": "be-BY", "en": "en-GB"}


def redline_download(draft: "ProgrammeDraftPage", wanted: str) -> HttpResponse:
    """Serve what changed since the version wanted, "" for the one before.

    Versions are named and chosen as on the page of changes. Raises Http404 where
    there is none that everybody may see.
    """
    versions = visible(type(draft).objects.sibling_of(draft))
    siblings = versions.only("title", "slug", "date", "number", "translation_key")
    other = choose(draft, find_others(draft, siblings), wanted)
    if other is None:
        raise Http404(_("There is no such version."))
    base = type(draft).objects.get(pk=other.page.pk)
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


def _label(node: ClauseNode) -> str:
    return clause_label(node.kind, node.number)
