"""A clause that changes, and an amendment that says why."""

from uuid import uuid4

from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import FindingFactory

SECRET = "ZNACZNIK-NIEJAWNE"
UID, GONE = uuid4(), uuid4()


def amend(city, draft, **values):
    """Let an amendment stand behind what a version changed in the clause."""
    finding = FindingFactory(page=city.meeting(), text="zmienić", clause_id=UID)
    amendment = AmendmentFactory(
        programme=city.programme,
        clause_id=UID,
        applied_in=draft,
        status="applied",
        findings=[finding],
        text_after=SECRET,
        rationale=SECRET,
        **values,
    )
    ChangeReasonFactory(
        draft=draft, clause_id=UID, kind="amendment", amendment=amendment, note=""
    )
    return amendment
