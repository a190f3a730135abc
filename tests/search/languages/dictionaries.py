"""Dictionaries that are not there, for the tests of what then happens."""

import sys
from contextlib import contextmanager
from unittest.mock import patch

from search import analysis


@contextmanager
def without(*modules):
    """Run as on a platform where these modules cannot be imported."""
    with patch.dict(sys.modules, dict.fromkeys(modules)):
        analysis.clear_caches()
        try:
            yield
        finally:
            analysis.clear_caches()
