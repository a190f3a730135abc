"""Codes follow when two entries of the directory are merged; no work is lost."""

import pytest
from django.utils import timezone

from pages.positions.finding import find_by_link, find_typed
from pages.positions.issuing import CodeIssuedError, issue_code
from pages.positions.models import OrganisationCode
from snippets.merging import merge, undo_merge
from tests.factories.positions import (
    SECRET,
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import staff

from .case import WRITTEN, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def code():
    return OrganisationCodeFactory(written=WRITTEN)


@pytest.fixture
def clerk():
    return staff("wydawca")


def test_code_and_its_work_go_to_the_kept_entry_and_back(code, clerk):
    kept, merged = OrganisationFactory(), code.organisation
    draft = PositionDraftFactory(code=code)

    record = merge(kept=kept, merged=merged, user=clerk)

    code.refresh_from_db()
    assert code.organisation == kept
    assert find_typed(WRITTEN, code.consultation) == code
    assert code.drafts.get() == draft
    undo_merge(record=record, user=clerk)
    code.refresh_from_db()
    assert code.organisation == merged


@pytest.mark.parametrize("revoked", [True, False])
def test_both_codes_go_on_when_both_entries_have_one(code, clerk, revoked):
    other = OrganisationCodeFactory(consultation=code.consultation)
    items = [PositionItemFactory(code=one) for one in (code, other)]
    if revoked:
        OrganisationCode.objects.filter(pk=code.pk).update(revoked_at=timezone.now())

    merge(kept=other.organisation, merged=code.organisation, user=clerk)

    assert OrganisationCode.objects.count() == 2
    code.refresh_from_db()
    assert code.organisation == other.organisation
    for one, item in zip((code, other), items, strict=True):
        assert one.items.get() == item
    assert (find_by_link(code.uid, SECRET) == code) is not revoked
    assert find_by_link(other.uid, SECRET) == other


def test_kept_entry_gets_no_code_beside_the_one_that_came_to_it(code, clerk):
    kept = OrganisationFactory()
    merge(kept=kept, merged=code.organisation, user=clerk)
    new = OrganisationCode(consultation=code.consultation, organisation=kept)

    with pytest.raises(CodeIssuedError):
        issue_code(code=new, user=keeper())
