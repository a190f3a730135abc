from copy import deepcopy

import pytest

from tests.factories.comments import ConsultationFactory
from tests.kept import kept_rows

from .visiting import Clock, moment


@pytest.fixture
def clock():
    """A clock that stands at noon of 4 May 2026 until it is set."""
    clock = Clock(moment(2026, 5, 4, 12))
    yield clock
    clock.stop()


@pytest.fixture
def consultation(kept_consultation, db):
    """A consultation that is open now."""
    return deepcopy(kept_consultation)


@pytest.fixture(scope="module")
def kept_consultation(django_db_setup, django_db_blocker):
    with kept_rows(django_db_blocker):
        yield ConsultationFactory()
