from tests.search.conftest import _afresh, _following

__all__ = ["_afresh", "_following"]
