import pytest
from django.core.exceptions import ValidationError

from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Łąka", "laka"),
        ("Stowarzyszenie „Szukamy Polski”", "stowarzyszenie-szukamy-polski"),
        ("Бюро культури", "byuro-kulturi"),
        ("!!!", "organisation"),
    ],
)
def test_slug_is_made_from_the_name(name, slug):
    assert OrganisationFactory(name=name).slug == slug


def test_slug_is_made_from_the_short_name_if_there_is_one():
    assert OrganisationFactory(name="Długa nazwa", short_name="SocLab").slug == "soclab"


def test_slug_is_numbered_when_taken():
    slugs = [OrganisationFactory(name="Łąka").slug for _ in range(3)]

    assert slugs == ["laka", "laka-2", "laka-3"]


def test_long_slugs_are_cut_and_still_unique():
    slugs = {OrganisationFactory(name="a" * 255).slug for _ in range(11)}

    assert len(slugs) == 11
    assert max(map(len, slugs)) == 100


def test_slug_stays_when_the_name_changes():
    organisation = OrganisationFactory(name="Łąka")

    organisation.name = "Las"
    organisation.save()

    assert organisation.slug == "laka"


def test_slug_given_by_hand_is_kept():
    assert CityUnitFactory(slug="kultura").slug == "kultura"


def test_taken_slug_is_refused_in_the_form():
    PriorityAreaFactory(slug="kultura")

    with pytest.raises(ValidationError) as error:
        PriorityAreaFactory.build(slug="kultura").full_clean()

    assert set(error.value.message_dict) == {"slug"}
