"""What both databases share of suggesting: titles that begin so come first."""

from abc import abstractmethod

from .compiling import AnalysedCompiler, BegunCompiler, QuerySet, Ranked
from .conditions import first_expression


class DatabaseBegunCompiler(BegunCompiler):
    """A query with a word that is perhaps only begun, as statements to a database."""

    @abstractmethod
    def rated(self, entries: QuerySet) -> QuerySet:
        """Return entries with `begins`, whether they begin so, and with `length`."""

    def count(self) -> int:
        """Return how many are found."""
        return AnalysedCompiler.count(self)

    def ranked(self, start: int, stop: int | None) -> list[Ranked]:
        """Return the keys and scores of what to suggest, the best first.

        Those that begin so are the first, and few: often no others have to be read.
        """
        expression = self.condition.expression
        if stop is not None and self.beginning:
            first = first_expression(self.beginning, self.syntax)
            begun = self._read(f"{expression}{self.syntax.all_of}{first}", start, stop)
            if len(begun) == stop - start:
                return begun
        return self._read(expression, start, stop)

    def _read(self, expression: str, start: int, stop: int | None) -> list[Ranked]:
        entries = self.rated(self.scope.restricted(self.entries(expression)))
        entries = entries.order_by("-begins", "length", "-pk")
        rows = entries.values_list(f"{self.entry}object_id", "begins", "length")
        return [
            (self.scope.python_key(object_id), begins + 1 / (1 + length))
            for object_id, begins, length in rows[start:stop]
        ]
