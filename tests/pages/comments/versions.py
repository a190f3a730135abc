"""Versions with comments: one in consultation, and one made after it."""

from tests.factories.clauses import chapter, clause
from tests.factories.comments import ConsultationFactory
from tests.factories.pages import City
from tests.pages.programmes.closed import FIRST, SECOND, consulted

__all__ = ["FIRST", "SECOND", "Consulted"]


class Consulted:
    """A city whose version 3 is in consultation; `next` makes version 4."""

    def __init__(self, **values):
        self.city = City()
        self.draft = consulted(self.city)
        self.consultation = ConsultationFactory(draft=self.draft, **values)

    def next(self, *uids, **values):
        """Return a later, published version with these clauses."""
        body = [chapter("Zadania", *(clause(uid=uid) for uid in uids))]
        values = {"number": 4, "title": "Wersja 4", "slug": "wersja-4", **values}
        return self.city.draft(body, **values)
