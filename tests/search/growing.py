"""A city that has more and more about neighbours."""

from tests.factories.clauses import clause
from tests.factories.pages import AttendanceFactory, FindingFactory
from tests.factories.snippets import PriorityAreaFactory


def grow(city, numbers):
    """Let there be more of every kind that one query finds."""
    for n in numbers:
        meeting = city.meeting(title=f"Spotkanie sąsiadów {n}")
        FindingFactory(
            page=meeting, text="wsparcie sąsiadów", area=PriorityAreaFactory()
        )
        AttendanceFactory(page=meeting)
        meeting.refresh_from_db()
        meeting.save_revision().publish()
        city.draft(
            [clause(text="wspieranie sąsiadów") for _ in range(3)],
            number=100 + n,
            published=True,
        )
        city.task(title=f"Sąsiedzi {n}", published=True)
