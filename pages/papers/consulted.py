"""The version that comments are about: its title, and the headings of its clauses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages.comments.models import Consultation
from pages.programmes.clauses import ClauseKind, ClauseNode

from .effects import version_titles


@dataclass(frozen=True, slots=True)
class ConsultedVersion:
    """Its title in the active language; headings are by uid of a clause."""

    title: str
    headings: Mapping[str, str]


def consulted_version(consultation: Consultation) -> ConsultedVersion:
    """Return the version that a consultation is about: one query besides its page."""
    headings = clause_titles(consultation.draft.clauses)
    return ConsultedVersion(version_title(consultation), headings)


def version_title(consultation: Consultation) -> str:
    """Return the title of the version in the active language, else its own."""
    draft = consultation.draft
    titles = version_titles({draft.translation_key}, with_drafts=True)
    return str(titles.get(draft.translation_key) or draft.title)


def clause_titles(nodes: Sequence[ClauseNode]) -> dict[str, str]:
    """Return by uid the heading that a clause is under; a heading's own for itself.

    Categories only sort the clauses of an area: what is in one is under the area.
    """
    titles: dict[str, str] = {}
    under: dict[str, str] = {}
    for node in nodes:  # a heading comes before what is under it
        above = under.get(node.parent, "")
        titles[node.uid] = node.text if node.is_heading else above
        is_category = node.kind is ClauseKind.CATEGORY
        under[node.uid] = above if is_category and above else titles[node.uid]
    return titles
