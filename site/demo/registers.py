"""Loads the demo's registers."""

from typing import Any

from wagtail.images.models import AbstractImage

from snippets.models import (
    CityUnit,
    CityUnitAlias,
    Organisation,
    OrganisationAlias,
    Place,
    PriorityArea,
    Project,
    ProjectRole,
    Sphere,
)

from .content import project
from .content import registers as content
from .logos import load_logos


class Registers:
    """What the loader of pages needs of the registers, by slug."""

    def __init__(self) -> None:
        self.units: dict[str, CityUnit] = {}
        self.areas: dict[str, PriorityArea] = {}
        self.organisations: dict[str, Organisation] = {}
        self.logos: dict[str, AbstractImage] = dict(load_logos())
        self.place: Place | None = None
        self.project: Project | None = None


def load_registers() -> Registers:
    """Make what is missing in the registers; leave what is there as it is."""
    registers = Registers()
    load_units(registers)
    load_areas(registers)
    load_organisations(registers)
    load_place(registers)
    load_project(registers)
    return registers


def load_units(registers: Registers) -> None:
    """Load the city units and their aliases."""
    for slug, row in content.UNITS.items():
        values = {name: row[name] for name in row if name not in {"parent", "aliases"}}
        parent = registers.units.get(row.get("parent", ""))
        unit, is_new = CityUnit.objects.get_or_create(
            slug=slug, defaults={**values, "parent": parent}
        )
        registers.units[slug] = unit
        if is_new:
            for name, note in row.get("aliases", []):
                CityUnitAlias.objects.create(unit=unit, name=name, note=note)


def load_areas(registers: Registers) -> None:
    """Load the priority areas in the order of the report."""
    for order, row in enumerate(content.AREAS, start=1):
        area, is_new = PriorityArea.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                **{name: row[name] for name in ("name_en", "name_uk", "name_be")},
                "order": order,
                "lead_unit": registers.units[row["lead_unit"]],
            },
        )
        if is_new:
            area.spheres.set(Sphere.objects.filter(code__in=row["spheres"]))
            area.save()
        registers.areas[row["slug"]] = area


def load_organisations(registers: Registers) -> None:
    """Load the organisations, parents before their branches."""
    rows = sorted(content.ORGANISATIONS, key=lambda row: "parent" in row)
    beside = {"parent", "aliases", "spheres", "as_written"}
    for row in rows:
        values: dict[str, Any] = {n: v for n, v in row.items() if n not in beside}
        organisation, is_new = Organisation.objects.get_or_create(
            slug=row["slug"],
            defaults={
                **values,
                "parent": registers.organisations.get(row.get("parent", "")),
            },
        )
        registers.organisations[row["slug"]] = organisation
        if is_new:
            organisation.spheres.set(
                Sphere.objects.filter(code__in=row.get("spheres", []))
            )
            for name, note in row.get("aliases", []):
                OrganisationAlias.objects.create(
                    organisation=organisation, name=name, note=note
                )


def load_place(registers: Registers) -> None:
    """Load the place of the next meeting."""
    values = {**content.PLACE, "unit": registers.units[content.PLACE["unit"]]}
    registers.place, _ = Place.objects.get_or_create(
        name=values.pop("name"), defaults=values
    )


def load_project(registers: Registers) -> None:
    """Load the project with its partners, funder, organiser and four logos."""
    values = {**project.PROJECT, "logo": registers.logos[project.PROJECT["logo"]]}
    registers.project, is_new = Project.objects.get_or_create(
        name=values.pop("name"), defaults=values
    )
    if not is_new:
        return
    for order, row in enumerate(project.ROLES):
        resolved: dict[str, Any] = dict(row)
        if "organisation" in row:
            resolved["organisation"] = registers.organisations[row["organisation"]]
        if "unit" in row:
            resolved["unit"] = registers.units[row["unit"]]
        if "logo" in row:
            resolved["logo"] = registers.logos[row["logo"]]
        ProjectRole.objects.create(
            project=registers.project, sort_order=order, **resolved
        )
