"""What a paper consists of, the same for a Word file and a PDF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from pages.comments.models import Consultation
from pages.papers.consulted import version_title
from pages.papers.kinds import Paper, PaperRequest
from pages.papers.protocol import Section, paragraph_of, protocol_of
from pages.papers.protocol.facts import day, programme_title
from pages.papers.rows import count_rows


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper: its text on upright pages, and a table on pages that lie.

    `table` is the heading of the table, empty where there are no comments. A paper
    that is nothing but the table has no sections. `page` says where a page number
    and the number of pages go.
    """

    title: str
    subtitle: str
    language: str
    author: str
    page: str
    sections: Sequence[Section] = ()
    signatures: Sequence[str] = ()
    table: str = ""


def layout_of(request: PaperRequest) -> Layout:
    """Return what the paper consists of, but for the rows of its table."""
    parts = _PARTS[request.paper](request.consultation)
    return Layout(
        language=(get_language() or settings.LANGUAGE_CODE).partition("-")[0],
        author=settings.WAGTAIL_SITE_NAME,
        page=_("page %(page)s of %(pages)s"),
        **parts,
    )


def _protocol(consultation: Consultation) -> dict[str, Any]:
    protocol = protocol_of(consultation)
    return {
        "title": protocol.title,
        "subtitle": protocol.subject,
        "sections": protocol.sections,
        "signatures": protocol.signatures,
        "table": _("Annex: table of comments") if protocol.comments else "",
    }


def _paragraph(consultation: Consultation) -> dict[str, Any]:
    return {
        "title": _("How the programme was made and consulted"),
        "subtitle": programme_title(consultation),
        "sections": [Section(sentences=[paragraph_of(consultation)])],
    }


def _table(consultation: Consultation) -> dict[str, Any]:
    title = pgettext("heading of a paper", "Table of comments")
    subtitle = _(
        "%(programme)s, %(version)s; consultation from %(first)s to %(last)s"
    ) % {
        "programme": programme_title(consultation),
        "version": version_title(consultation),
        "first": day(consultation.opens_on),
        "last": day(consultation.closes_on),
    }
    parts: dict[str, Any] = {"title": title, "subtitle": subtitle}
    if count_rows(consultation):
        return parts | {"table": title}
    empty = Section(sentences=[_("No comments came in the consultation.")])
    return parts | {"sections": [empty]}


_PARTS: Mapping[str, Callable[[Consultation], dict[str, Any]]] = MappingProxyType(
    {
        Paper.TABLE: _table,
        Paper.PROTOCOL: _protocol,
        Paper.PARAGRAPH: _paragraph,
    }
)
