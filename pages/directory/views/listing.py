"""The list of organisations from A to Z, narrowed by filters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pages.base.frame import view_frame
from pages.directory.filtering import DirectoryFilterForm, narrow, read_choices
from pages.directory.letters import LetteredList
from pages.directory.marks import mark_of
from snippets.models import LegalForm, Organisation

ORGANISATIONS_ON_A_PAGE = 50


@dataclass(frozen=True)
class LetterLink:
    """A letter of the A–Z list; `url` is empty where no name begins with it."""

    letter: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Row:
    """An organisation of the list; `mark` is its status where it is no usual one."""

    organisation: Organisation
    facts: str
    mark: str


def organisation_list(request: HttpRequest) -> HttpResponse:
    """List the organisations that all filters let through."""
    form = DirectoryFilterForm(request.GET, choices=read_choices())
    chosen = form.chosen
    organisations = LetteredList(narrow(chosen), chosen.get("letter", ""))
    # The stubs want all of a sequence; a paginator counts and cuts, no more.
    listed: Any = organisations
    paginator: Paginator[Organisation] = Paginator(listed, ORGANISATIONS_ON_A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "frame": view_frame(
            request,
            title=_("Organisations"),
            description=_("Organisations that take part in the programme, A to Z."),
            is_indexed=not request.GET,
        ),
        "form": form,
        "letters": letter_links(chosen, organisations.count_letters()),
        "page": page,
        "rows": read_rows(page),
        "query": urlencode(chosen),
        "is_filtered": bool(chosen),
        "struck_off_url": "" if "status" in chosen else struck_off_url(chosen),
    }
    return render(request, "directory/organisation_list.html", context)


def read_rows(organisations: Iterable[Organisation]) -> Sequence[Row]:
    """Return what the list says of each organisation."""
    forms = {form.value: str(form.label) for form in LegalForm}
    return [
        Row(
            one,
            ", ".join(
                filter(None, (forms.get(one.legal_form), one.city, one.district))
            ),
            mark_of(one),
        )
        for one in organisations
    ]


def letter_links(
    chosen: Mapping[str, str], counts: Mapping[str, int]
) -> Sequence[LetterLink]:
    """Return the alphabet; letters without a name are not links."""
    rest = without(chosen, "letter")
    return [
        LetterLink(
            letter,
            f"?{urlencode({**rest, 'letter': letter})}" if number else "",
            letter == chosen.get("letter"),
        )
        for letter, number in counts.items()
    ]


def struck_off_url(chosen: Mapping[str, str]) -> str:
    """Return where the same is looked for among those struck off."""
    status = Organisation.Status.STRUCK_OFF.value
    return f"?{urlencode({**without(chosen, 'letter'), 'status': status})}"


def without(chosen: Mapping[str, str], left_out: str) -> dict[str, Any]:
    """Return the filters in use but for one."""
    return {name: value for name, value in chosen.items() if name != left_out}
