"""A folder of open data that the site serves."""

import pytest


@pytest.fixture
def folder(tmp_path, settings):
    place = tmp_path / "open-data"
    settings.PARTICIPATION_OPEN_DATA = {
        "folder": place,
        "publisher": "Urząd Miejski",
        "contact_email": "dane@example.org",
    }
    return place
