"""What came of answers: the amendments they lead to, and where those stand."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.base.visibility import visible
from pages.comments.public.answers import find_wordings, read_amendments
from pages.drafting.models import Amendment, AmendmentStatus
from pages.programmes.models import ProgrammeDraftPage

# What became of an amendment after it was made in the text.
LATER = (AmendmentStatus.KEPT, AmendmentStatus.CHANGED)


def read_effects(
    answers: Collection[int], *, with_drafts: bool = False
) -> dict[int, str]:
    """Return what came of answers, by primary key, a line an amendment: four queries.

    Versions that the public cannot read are told of only `with_drafts`.
    """
    rows = read_amendments(answers)
    applied = [row.amendment for row in rows if row.amendment.is_applied]
    keys = {amendment.applied_in.translation_key for amendment in applied}
    titles = version_titles(keys, with_drafts=with_drafts)
    wordings = find_wordings(applied)
    lines: dict[int, list[str]] = {}
    for row in rows:
        labels = [wording.label for wording in wordings.get(row.amendment_id, ())]
        line = effect_of(row.amendment, titles, labels)
        lines.setdefault(row.answer_id, []).append(line)
    return {answer: "\n".join(found) for answer, found in lines.items()}


def effect_of(
    amendment: Amendment, titles: dict[UUID, str], labels: Iterable[str]
) -> str:
    """Return what came of one amendment, in words."""
    draft: Any = amendment.applied_in
    title = titles.get(draft.translation_key) if draft else None
    words = {"amendment": amendment.code, "status": amendment.get_status_display()}
    if title is None:
        return _("%(amendment)s: %(status)s") % words
    words["place"] = ", ".join([title, *filter(None, labels)])
    if amendment.status in LATER:
        return _("%(amendment)s: made in the text (%(place)s), %(status)s") % words
    return _("%(amendment)s: made in the text (%(place)s)") % words


def version_titles(
    keys: Collection[UUID], *, with_drafts: bool = False
) -> dict[UUID, str]:
    """Return titles of versions by translation key: one query.

    In the active language, else in the city's own.
    """
    if not keys:
        return {}
    drafts = ProgrammeDraftPage.objects
    pages = drafts.all() if with_drafts else visible(drafts)
    language = get_language() or settings.LANGUAGE_CODE
    found = pages.filter(
        translation_key__in=keys,
        locale__language_code__in={language, settings.LANGUAGE_CODE},
    ).values_list("translation_key", "locale__language_code", "title")
    best = sorted(found, key=lambda row: row[1] == language)
    return {key: title for key, _language, title in best}
