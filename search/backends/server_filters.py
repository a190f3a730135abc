"""The filters of a queryset that a search server can judge as the database does.

It knows the values of fields that are declared as `FilterField`, as they were when the
object was indexed. All else is left to the database, which has the last word anyway: a
filter that the server does not get makes it find more than is let through, never less.
"""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Lookup
from django.db.models.expressions import Col
from django.db.models.sql.where import AND, OR, NothingNode, WhereNode
from modelsearch.backends.base import FilterError, FilterFieldError

from .bodies import Body

# The server refuses longer lists.
MOST_VALUES = 10_000
_PLAIN = (str, int, float, Decimal, date, time, UUID)


class ServerFilters:
    """The filters of the queryset of a compiler, as far as the server can judge."""

    def __init__(self, compiler: Any) -> None:
        self.compiler = compiler
        self.bodies: list[Body] = []
        self.are_all = True
        for condition in _conditions(compiler.queryset.query.where):
            found = self._body(condition)
            if found:
                self.bodies.append(found)
            else:
                self.are_all = False

    def _body(self, condition: Any) -> Body | None:
        if not _is_plain(condition):
            return None
        try:
            found: Body | None = self.compiler._get_filters_from_where_node(condition)
        except (FilterError, FilterFieldError):
            return None
        return found


def _conditions(where: WhereNode) -> Iterable[Any]:
    """Return the conditions that all have to be fulfilled."""
    is_list = where.connector == AND and not where.negated
    return where.children if is_list else [where]


def _is_plain(condition: Any) -> bool:
    if isinstance(condition, WhereNode):
        return condition.connector in (AND, OR) and all(
            map(_is_plain, condition.children)
        )
    if isinstance(condition, NothingNode):
        return True
    return (
        isinstance(condition, Lookup)
        and isinstance(condition.lhs, Col)
        # modelsearch leaves out the keys that lead to the parent of a page.
        and not condition.lhs.target.attname.endswith("_ptr_id")
        and _is_value(condition.rhs)
    )


def _is_value(value: Any) -> bool:
    """Whether a value can be sent, and is no expression for the database to solve."""
    if not isinstance(value, list | tuple | set | frozenset):
        return isinstance(value, _PLAIN)
    return len(value) <= MOST_VALUES and all(isinstance(one, _PLAIN) for one in value)
