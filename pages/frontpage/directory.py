"""The public directory of organisations."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from pages.base.frame import Link, view_frame
from pages.base.visibility import visible
from pages.comments.public.outcomes import read_outcomes
from pages.meetings.models import Finding, MeetingPage
from snippets.collation import key_prefix
from snippets.models import LegalForm, Organisation, Sphere

ORGANISATIONS_ON_A_PAGE = 50
ALPHABET = "ABCĆDEFGHIJKLŁMNOÓPRSŚTUVWYZŹŻ"


class DirectoryFilterForm(forms.Form):
    """What a reader may filter the directory by; every field may stay empty."""

    q = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=100)
    sphere = forms.ModelChoiceField(
        Sphere.objects.none(),
        label=gettext_lazy("Sphere of action"),
        required=False,
        empty_label=gettext_lazy("All"),
        to_field_name="code",
    )
    form = forms.ChoiceField(
        label=gettext_lazy("Legal form"),
        required=False,
        choices=[("", gettext_lazy("All")), *LegalForm.choices],
    )
    letter = forms.ChoiceField(
        required=False,
        choices=[("", ""), *((letter, letter) for letter in ALPHABET)],
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sphere"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells mypy
        field.queryset = Sphere.objects.all()


@dataclass(frozen=True)
class LetterLink:
    """A letter of the A–Z list; `url` is empty where no name begins with it."""

    letter: str
    url: str
    is_current: bool


def organisation_list(request: HttpRequest) -> HttpResponse:
    """List the organisations from A to Z, filtered by name, sphere and form."""
    form = DirectoryFilterForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    organisations = Organisation.objects.in_directory()
    if chosen.get("q"):
        organisations = organisations.filter(
            Q(name__icontains=chosen["q"])
            | Q(short_name__icontains=chosen["q"])
            | Q(aliases__name__icontains=chosen["q"])
        ).distinct()
    if chosen.get("sphere"):
        organisations = organisations.filter(spheres=chosen["sphere"])
    if chosen.get("form"):
        organisations = organisations.filter(legal_form=chosen["form"])
    letters = letter_links(request, used_letters(organisations))
    if chosen.get("letter"):
        organisations = organisations.starting_with(chosen["letter"])
    page = Paginator(
        organisations.only("name", "slug", "legal_form", "city").order_by("sort_key"),
        ORGANISATIONS_ON_A_PAGE,
    ).get_page(request.GET.get("page"))
    labels = {form.value: str(form.label) for form in LegalForm}
    title = _("Organisations")
    context = {
        "frame": view_frame(
            request,
            title=title,
            description=_("Organisations that take part in the programme, A to Z."),
            is_indexed=not request.GET,
        ),
        "form": form,
        "letters": letters,
        "organisations": page,
        "rows": [(row, labels.get(row.legal_form, "")) for row in page],
        "query": filter_query(request, without=("page",)),
        "is_filtered": any(chosen.values()),
    }
    return render(request, "frontpage/organisation_list.html", context)


def used_letters(organisations: QuerySet[Organisation]) -> set[str]:
    """Return the letters that names begin with: one short row a letter."""
    beginnings = (
        organisations.order_by()
        .annotate(beginning=Left("sort_key", len(key_prefix("a"))))
        .values_list("beginning", flat=True)
        .distinct()
    )
    used = set(beginnings)
    return {letter for letter in ALPHABET if key_prefix(letter) in used}


def filter_query(request: HttpRequest, *, without: Sequence[str]) -> str:
    """Return the query string with some parameters left out, for links."""
    pairs = [
        (name, value)
        for name, value in request.GET.items()
        if name not in without and value
    ]
    return urlencode(pairs)


def letter_links(request: HttpRequest, initials: set[str]) -> Sequence[LetterLink]:
    """Return the alphabet; letters without a name are not links."""
    rest = filter_query(request, without=("letter", "page"))
    chosen = request.GET.get("letter", "")
    return [
        LetterLink(
            letter,
            f"?{rest}&letter={letter}".replace("?&", "?") if letter in initials else "",
            letter == chosen,
        )
        for letter in ALPHABET
    ]


def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an organisation with its meetings and what they found."""
    organisation = get_object_or_404(
        Organisation.objects.select_related("parent", "logo").prefetch_related(
            "aliases", "spheres", "member_of"
        ),
        slug=slug,
    )
    meetings = organisation_meetings(organisation, get_language() or "pl")
    context = {
        "frame": view_frame(
            request,
            title=organisation.name,
            description=organisation.about
            or _("%(name)s in the directory of organisations.")
            % {"name": organisation.name},
            crumbs=[
                Link(
                    _("Organisations"),
                    request.build_absolute_uri(reverse("organisations")),
                )
            ],
            structured_data=[organisation_data(request, organisation)],
            kind="profile",
        ),
        "organisation": organisation,
        "meetings": meetings,
        "comments": read_outcomes(organisation, request),
    }
    return render(request, "frontpage/organisation.html", context)


def organisation_meetings(
    organisation: Organisation, language_code: str
) -> list[MeetingPage]:
    """Return the published meetings it came to, each with its findings."""
    meetings = (
        visible(MeetingPage.objects)
        .filter(
            organisations__organisation=organisation,
            locale__language_code=language_code,
            alias_of__isnull=True,
        )
        .distinct()
        .only("title", "date", "start_time", "url_path")
        .newest_first()
    )
    findings = Finding.objects.prefetch_related("area").order_by("sort_order")
    findings = findings.only("page", "area", "kind", "text")
    return list(meetings.prefetch_related(Prefetch("findings", findings)))


def organisation_data(
    request: HttpRequest, organisation: Organisation
) -> dict[str, Any]:
    """Return schema.org's Organization, public fields only."""
    data = {
        "@type": "Organization",
        "name": organisation.name,
        "url": request.build_absolute_uri(organisation.url),
        "alternateName": [alias.name for alias in organisation.aliases.all()],
        "sameAs": organisation.website,
        "email": organisation.email,
        "telephone": organisation.phone,
        "identifier": organisation.krs,
    }
    return {name: value for name, value in data.items() if value}
