"""Codes are issued, replaced, revoked; what was drafted is not lost."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation
from wagtail.models import ModelLogEntry

from pages.positions.finding import (
    code_digest,
    find_by_code,
    find_by_link,
    find_draft,
    find_typed,
)
from pages.positions.issuing import (
    CodeIssuedError,
    CodeRevokedError,
    invite_again,
    issue_code,
    renew_code,
    revoke_code,
)
from pages.positions.models import DraftState, OrganisationCode
from pages.positions.models.code import CodeKeptError, CodeState
from tests.factories.comments import ConsultationFactory
from tests.factories.pages import City
from tests.factories.positions import (
    SECRET,
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import consulted, staff

from .case import PLAIN, WRITTEN, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return keeper()


@pytest.fixture
def consultation():
    return ConsultationFactory()


def unsaved(consultation, organisation=None):
    return OrganisationCode(
        consultation=consultation,
        organisation=organisation or OrganisationFactory(),
        contact_email="kontakt@example.org",
    )


def actions(code):
    entries = ModelLogEntry.objects.for_instance(code).order_by("pk")
    return [entry.action.partition(".")[2] for entry in entries]


def test_code_is_found_by_what_was_written_and_stored_as_a_digest(consultation, clerk):
    written = issue_code(code=unsaved(consultation), user=clerk)

    code = OrganisationCode.objects.get()
    assert find_typed(written.lower().replace("-", " "), consultation) == code
    assert code.digest == code_digest(written)
    stored = " ".join(str(value) for value in OrganisationCode.objects.values().get())
    assert written not in stored
    assert written.replace("-", "") not in stored
    assert (code.issued_by, code.state) == (clerk, CodeState.ISSUED)
    assert [mail.kind for mail in code.mails.all()] == ["invitation"]
    assert actions(code) == ["issue"]


def test_code_is_refused_to_who_has_no_right(consultation):
    with pytest.raises(PermissionDenied):
        issue_code(code=unsaved(consultation), user=staff("tłumaczka", "Tłumacze"))

    assert not OrganisationCode.objects.exists()


def test_second_code_is_refused_while_the_first_works(consultation, clerk):
    organisation = OrganisationFactory()
    issue_code(code=unsaved(consultation, organisation), user=clerk)

    with pytest.raises(CodeIssuedError):
        issue_code(code=unsaved(consultation, organisation), user=clerk)
    issue_code(code=unsaved(consultation), user=clerk)

    assert OrganisationCode.objects.count() == 2


def test_work_goes_on_under_a_new_code_when_the_old_one_is_revoked(consultation, clerk):
    old = OrganisationCodeFactory(consultation=consultation)
    item = PositionItemFactory(code=old)
    merged = PositionDraftFactory(code=old, item=item, state=DraftState.MERGED)
    revoke_code(code=old, user=clerk)
    assert find_draft(merged.pk, SECRET) is None
    new = unsaved(consultation, old.organisation)

    issue_code(code=new, user=clerk)

    item.refresh_from_db()
    merged.refresh_from_db()
    assert (item.code, merged.code, merged.item) == (new, new, item)
    assert find_draft(merged.pk, SECRET) == merged


def test_submitted_position_stays_with_its_code(consultation, clerk):
    old = OrganisationCodeFactory(consultation=consultation)
    old.submitted_at = old.issued_at
    old.save()
    item = PositionItemFactory(code=old)
    revoke_code(code=old, user=clerk)

    issue_code(code=unsaved(consultation, old.organisation), user=clerk)

    item.refresh_from_db()
    assert item.code == old


def test_only_one_position_goes_on_when_two_codes_of_merged_entries_end(
    consultation, clerk
):
    one, other = OrganisationCodeFactory.create_batch(2, consultation=consultation)
    other.organisation = one.organisation
    other.save()
    drafts = []
    for code in (one, other):
        item = PositionItemFactory(code=code)
        drafts.append(PositionDraftFactory(code=code, item=item, state="merged"))
        revoke_code(code=code, user=clerk)
    new = unsaved(consultation, one.organisation)

    issue_code(code=new, user=clerk)

    states = sorted(new.drafts.values_list("state", flat=True))
    assert states == [DraftState.MERGED, DraftState.WAITING]
    assert new.items.count() == 1


def test_old_code_stops_and_the_link_stays_when_it_is_renewed(consultation):
    code = OrganisationCodeFactory(consultation=consultation, written=WRITTEN)

    written = renew_code(code=code)

    assert find_typed(WRITTEN, consultation) is None
    assert find_by_code(code.uid, PLAIN) is None
    assert find_by_code(code.uid, written) == code
    assert find_by_link(code.uid, SECRET) == code
    assert actions(code) == ["renew"]


@pytest.mark.parametrize("by_staff", [True, False])
def test_nothing_opens_when_a_code_is_revoked(consultation, clerk, by_staff):
    code = OrganisationCodeFactory(consultation=consultation, written=WRITTEN)
    draft = PositionDraftFactory(code=code)

    revoke_code(code=code, user=clerk if by_staff else None)

    code.refresh_from_db()
    assert (code.state, code.revoked_by) == (
        CodeState.REVOKED,
        clerk if by_staff else None,
    )
    assert find_typed(WRITTEN, consultation) is None
    assert find_by_code(code.uid, WRITTEN) is None
    assert find_by_link(code.uid, SECRET) is None
    assert find_draft(draft.pk, SECRET) is None
    with pytest.raises(CodeRevokedError):
        renew_code(code=code)
    with pytest.raises(CodeRevokedError):
        revoke_code(code=code)


def test_code_of_another_consultation_is_not_found():
    city = City()
    consultation, other = (
        ConsultationFactory(draft=consulted(city, number=number)) for number in (3, 4)
    )
    code = OrganisationCodeFactory(consultation=consultation, written=WRITTEN)

    assert find_typed(WRITTEN, other) is None
    assert find_typed(WRITTEN, consultation) == code


def test_earlier_link_stops_at_once_when_another_invitation_is_sent(
    consultation, clerk
):
    code = OrganisationCodeFactory(consultation=consultation)

    invite_again(code=code, user=clerk, contact_email="inna@example.org")

    code.refresh_from_db()
    assert find_by_link(code.uid, SECRET) is None
    assert find_by_link(code.uid, "") is None
    assert (code.contact_email, code.invited_at) == ("inna@example.org", None)
    assert code.mails.get().kind == "invitation"


def test_address_stays_once_the_position_is_submitted(consultation, clerk):
    code = OrganisationCodeFactory(consultation=consultation)
    code.submitted_at = code.issued_at
    code.save()

    with pytest.raises(ValidationError):
        invite_again(code=code, user=clerk, contact_email="inna@example.org")
    invite_again(code=code, user=clerk)

    code.refresh_from_db()
    assert code.contact_email != "inna@example.org"


def test_nobody_is_invited_when_the_address_is_erased(consultation, clerk):
    code = OrganisationCodeFactory(consultation=consultation, contact_email="")

    with pytest.raises(ValidationError):
        invite_again(code=code, user=clerk)

    assert find_by_link(code.uid, SECRET) == code


def test_codes_are_never_deleted():
    code = OrganisationCodeFactory()

    for delete in (code.delete, OrganisationCode.objects.all().delete):
        with pytest.raises(CodeKeptError), translation.override("en"):
            delete()

    assert OrganisationCode.objects.get() == code
