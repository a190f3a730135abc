"""Two windows, two members, two clerks at the same moment."""

from functools import partial

import pytest

from pages.comments.models import CommentRegister, PublicComment
from pages.comments.privacy.erasing import erase_contacts
from pages.positions.composing import take_drafts
from pages.positions.drafting import add_draft
from pages.positions.issuing import CodeIssuedError, issue_code
from pages.positions.models import OrganisationCode, PositionDraft, PositionItem
from pages.positions.submitting import stamp_of, submit_position
from tests.factories.positions import (
    OrganisationCodeFactory,
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.versions import Consulted
from tests.pages.programmes.closed import FIRST, SECOND
from tests.threads import at_once

from .case import DRAFT, keeper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def code():
    return OrganisationCodeFactory(consultation=Consulted().consultation)


def test_position_is_submitted_once_from_two_windows(code):
    PositionItemFactory(code=code, clause_id=FIRST)
    PositionItemFactory(code=code, clause_id=SECOND)
    seen = stamp_of(list(code.items.all()))

    done = at_once(*[lambda: submit_position(code=code, seen=seen)] * 4)

    assert [len(comments) for comments in done] == [2] * 4
    assert PublicComment.objects.count() == 2
    assert CommentRegister.objects.get().last_number == 2
    assert code.mails.count() == 1


def test_address_is_forgotten_when_all_comments_are_erased_at_once(code):
    for clause in (FIRST, SECOND):
        PositionItemFactory(code=code, clause_id=clause)
    comments = submit_position(code=code, seen=stamp_of(list(code.items.all())))

    at_once(*[partial(erase_contacts, comment=comment) for comment in comments])

    code.refresh_from_db()
    assert code.contact_email == ""
    assert not PublicComment.objects.exclude(email="").exists()


def test_draft_is_kept_once_when_it_is_sent_twice_at_once(code):
    def add():
        return add_draft(code=code, clause=FIRST, values=DRAFT, language="pl")

    done = at_once(*[add] * 4)

    assert {draft for draft, _secret in done} == {PositionDraft.objects.get()}


def test_draft_is_taken_over_once_from_two_windows(code):
    draft = PositionDraftFactory(code=code, clause_id=FIRST, text="Szkic.")

    def take():
        return take_drafts(code=code, clause=FIRST, uids=[draft.pk])

    at_once(*[take] * 3)

    assert PositionItem.objects.get().text == "Szkic."


def test_one_clerk_is_refused_when_two_issue_a_code(code):
    organisation, clerk = OrganisationFactory(), keeper()

    def issue():
        new = OrganisationCode(
            consultation=code.consultation, organisation=organisation
        )
        return issue_code(code=new, user=clerk)

    done = at_once(issue, issue)

    refused = [one for one in done if isinstance(one, CodeIssuedError)]
    assert len(refused) == 1
    assert OrganisationCode.objects.filter(organisation=organisation).count() == 1
