from copy import deepcopy

from pages.frontpage import checks
from tests.needs import found


def test_this_site_has_all_of_it():
    assert found(checks.check_context_processor) == []


def test_context_processor_is_missed(settings):
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["context_processors"].remove(checks.PROCESSOR)
    settings.TEMPLATES = templates

    assert found(checks.check_context_processor) == ["frontpage.E001"]
