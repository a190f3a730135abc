import pytest
from django.contrib.auth import get_user_model

from tests.factories.snippets import OrganisationFactory


@pytest.fixture
def wydawca():
    return get_user_model().objects.create_user("wydawca")


@pytest.fixture
def pair():
    """An entry that stays, and one that is found to be the same organisation."""
    kept = OrganisationFactory(name="Fundacja Dwie Dłonie", city="Białystok")
    merged = OrganisationFactory(
        name="Fund. „Dwie Dłonie” w Białymstoku", short_name="F2D", city="Białystok"
    )
    return kept, merged
