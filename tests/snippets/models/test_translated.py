import pytest
from django.utils import translation

from snippets.models import TranslatedName, localized
from tests.factories.snippets import CityUnitFactory, PlaceFactory, ProjectFactory


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("pl", "Biuro Kultury"),
        ("en", "Culture Bureau"),
        ("en-gb", "Culture Bureau"),
        ("uk", "Бюро культури"),
        ("be", "Biuro Kultury"),
        ("de", "Biuro Kultury"),
    ],
)
def test_name_is_in_the_active_language_or_in_polish(language, name):
    unit = CityUnitFactory.build(
        name="Biuro Kultury", name_en="Culture Bureau", name_uk="Бюро культури"
    )

    with translation.override(language):
        assert str(unit) == unit.localized_name == unit.listed_name() == name


def test_name_is_polish_when_no_language_is_active():
    with translation.override(None):
        assert str(CityUnitFactory.build(name="Biuro", name_en="Bureau")) == "Biuro"


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (PlaceFactory.build(), "accessibility"),
        (ProjectFactory.build(), "description"),
        (ProjectFactory.build(), "funding_note"),
        (ProjectFactory.build(), "logo_alt"),
    ],
)
def test_every_translated_text_has_its_property(row, field):
    setattr(row, field, "po polsku")
    setattr(row, f"{field}_en", "in English")

    with translation.override("en"):
        assert getattr(row, f"localized_{field}") == "in English"
    with translation.override("be"):
        assert localized(row, field) == "po polsku"


def test_all_registers_but_organisations_have_translated_names():
    names = {model.__name__ for model in TranslatedName.__subclasses__()}

    assert names == {"CityUnit", "Place", "PriorityArea", "Project", "Sphere"}
