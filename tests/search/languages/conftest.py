import pytest

from tests.search.languages.dictionaries import without


@pytest.fixture
def no_morfeusz():
    with without("morfeusz2"):
        yield


@pytest.fixture
def no_simplemma():
    with without("simplemma", "simplemma.strategies"):
        yield
