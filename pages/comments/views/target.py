"""What a visitor comments on: a clause of a consulted version, or the whole of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.base.frame import Frame, Link, view_frame
from pages.base.visibility import visible
from pages.comments.models import Consultation
from pages.comments.placing import find_node
from pages.programmes.clauses import ClauseNode, is_uuid, spelled
from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.models.clause import clause_label


@dataclass(frozen=True)
class Target:
    """A place in a consultation, as the visitor's language shows it.

    `page` is the version in that language; `language` is that of the clause's
    wording where it is another one.
    """

    consultation: Consultation
    page: ProgrammeDraftPage
    node: ClauseNode | None = None
    language: str = ""

    @property
    def clause(self) -> UUID | None:
        """The uid of the clause, None for the whole version."""
        return UUID(self.node.uid) if self.node else None

    @property
    def wording(self) -> str:
        """What the clause says."""
        return self.node.text if self.node else ""

    @property
    def label(self) -> str:
        """How the clause is cited, if it can be: „ust. 29”."""
        return clause_label(self.node.kind, self.node.number) if self.node else ""

    @property
    def query(self) -> str:
        """What the address of the form says of the clause."""
        return f"?clause={self.node.uid}" if self.node else ""

    @property
    def title(self) -> str:
        """What the form is called."""
        if self.label:
            return _("Comment on %(clause)s") % {"clause": self.label}
        return _("Comment on a clause") if self.node else _("Comment on the draft")

    @property
    def page_url(self) -> str:
        """The address of the version."""
        return str(self.page.url or "")

    @property
    def clause_url(self) -> str:
        """The address of the clause in the version."""
        if self.node is None:
            return self.page_url
        return f"{self.page_url}?chapter={self.node.chapter}#c-{self.node.uid}"

    def frame(self, request: HttpRequest) -> Frame:
        """Return what surrounds the form."""
        ancestors = self.page.get_ancestors().live().filter(depth__gt=2)
        return view_frame(
            request,
            title=self.title,
            description=_(
                "Say what you think of the draft: every comment is answered."
            ),
            crumbs=[
                Link(page.title, page.get_full_url(request) or "")
                for page in (*ancestors, self.page)
            ],
            is_indexed=self.node is None,
            query=self.query,
        )


def find_target(draft_id: int, uid: str) -> Target:
    """Return what a visitor comments on; raise Http404 where there is no such thing.

    The page may be the version in any language, an alias of it too.
    """
    consultation = find_consultation(draft_id)
    consulted = consultation.draft
    page = in_language(consulted, get_language() or "pl")
    node = find_clause(consulted, uid)
    own = consulted.locale.language_code
    if page.locale_id == consulted.locale_id:
        return Target(consultation, page, node)
    translated = find_node(page, node.uid) if node and not page.alias_of_id else None
    language = "" if translated or node is None else own
    return Target(consultation, page, translated or node, language)


def find_consultation(draft_id: int) -> Consultation:
    """Return the consultation of a version that the public can read."""
    asked = visible(ProgrammeDraftPage.objects).filter(id=draft_id).order_by()
    found = (
        Consultation.objects.public()
        .filter(draft__translation_key__in=asked.values("translation_key"))
        .select_related("draft__locale")
        .first()
    )
    if found is None:
        raise Http404(_("This version is not in consultation."))
    return found


def find_clause(draft: ProgrammeDraftPage, uid: str) -> ClauseNode | None:
    """Return the clause of the version, None where none is asked for."""
    if not uid:
        return None
    node = find_node(draft, spelled(uid)) if is_uuid(uid) else None
    if node is None:
        raise Http404(_("The version has no such clause."))
    return node


def in_language(draft: ProgrammeDraftPage, language: str) -> Any:
    """Return the page of a version in a language, itself where there is none."""
    if draft.locale.language_code == language:
        return draft
    others = visible(ProgrammeDraftPage.objects).filter(
        translation_key=draft.translation_key, locale__language_code=language
    )
    return others.first() or draft
