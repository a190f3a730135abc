"""What a reader may narrow the directory by; all filters work together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from pages.comments.forms.fields import LineField
from snippets.collation import sort_key
from snippets.folding import fold
from snippets.models import (
    LegalForm,
    Organisation,
    OrganisationQuerySet,
    PriorityArea,
    Sphere,
)

from .letters import LETTERS
from .searching import matching

# A list of a spreadsheet may have written something else into each row.
MOST_DISTRICTS = 200

Choice = tuple[str, Any]


@dataclass(frozen=True)
class Choices:
    """What the filters offer of the registers: value and label."""

    areas: Sequence[Choice] = ()
    spheres: Sequence[Choice] = ()
    districts: Sequence[Choice] = ()


def read_choices() -> Choices:
    """Return what can be chosen: three queries."""
    return Choices(
        areas=[(area.slug, area.localized_name) for area in PriorityArea.objects.all()],
        spheres=[(sphere.code, str(sphere)) for sphere in Sphere.objects.all()],
        districts=[(name, name) for name in read_districts()],
    )


def read_districts() -> list[str]:
    """Return the districts that seats are in, those with most of them if too many."""
    districts = (
        Organisation.objects.filter(district__gt="")
        .order_by()
        .values_list("district")
        .annotate(number=Count("*"))
        .order_by("-number", "district")[:MOST_DISTRICTS]
    )
    return sorted((name for name, _number in districts), key=sort_key)


class DirectoryFilterForm(forms.Form):
    """The filters; every field may stay empty, and what is no choice is left out."""

    q = LineField(
        label=_("Name, register number or town"), required=False, max_length=100
    )
    area = forms.ChoiceField(label=_("Area"), required=False)
    sphere = forms.ChoiceField(label=_("Sphere of action"), required=False)
    form = forms.ChoiceField(
        label=_("Legal form"),
        required=False,
        choices=[("", _("All")), *LegalForm.choices],
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("All but those struck off")),
            *Organisation.Status.choices,
        ],
    )
    district = forms.ChoiceField(label=_("District"), required=False)
    letter = forms.ChoiceField(
        label=_("Letter"),
        required=False,
        choices=[("", ""), *((letter, letter) for letter in LETTERS)],
        widget=forms.HiddenInput,
    )

    def __init__(self, data: Any, *, choices: Choices) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["area"].choices = [("", _("All")), *choices.areas]
        fields["sphere"].choices = [("", _("All")), *choices.spheres]
        fields["district"].choices = [("", _("All")), *choices.districts]
        if not choices.districts and not self.data.get("district"):
            del self.fields["district"]

    def clean_q(self) -> str:
        """Refuse what has no letter and no digit in it."""
        query: str = self.cleaned_data["q"]
        if query and not fold(query):
            raise forms.ValidationError(_("Write a word or a number."))
        return query

    @property
    def chosen(self) -> dict[str, str]:
        """The filters in use, by name, in the order of the form."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def ignored(self) -> list[str]:
        """The labels of what was asked for and is no choice."""
        return [str(self.fields[name].label) for name in self.errors]


def narrow(chosen: Mapping[str, str]) -> OrganisationQuerySet:
    """Return the organisations that all filters but the letter let through."""
    organisations: OrganisationQuerySet = Organisation.objects.in_directory()
    if status := chosen.get("status"):
        organisations = Organisation.objects.unmerged().filter(status=status)
    spheres = Organisation.spheres.through.objects.order_by()
    if area := chosen.get("area"):
        shared = spheres.filter(sphere__priority_areas__slug=area)
        organisations = organisations.filter(pk__in=shared.values("organisation"))
    if sphere := chosen.get("sphere"):
        acting = spheres.filter(sphere__code=sphere)
        organisations = organisations.filter(pk__in=acting.values("organisation"))
    if form := chosen.get("form"):
        organisations = organisations.filter(legal_form=form)
    if district := chosen.get("district"):
        organisations = organisations.filter(district=district)
    if query := chosen.get("q"):
        organisations = organisations.filter(matching(query))
    return organisations
