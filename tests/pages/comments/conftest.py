import pytest

from .visiting import Clock, moment


@pytest.fixture
def clock():
    """A clock that stands at noon of 4 May 2026 until it is set."""
    clock = Clock(moment(2026, 5, 4, 12))
    yield clock
    clock.stop()
