import pytest

from .pasting import open_version


@pytest.fixture
def draft():
    """An open version of three clauses; some modules have another of their own."""
    return open_version()
