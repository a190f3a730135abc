"""What an accepted comment leads to: an amendment, made from it and named."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from pages.comments.office.answering import draft_answer
from pages.comments.states import State
from pages.drafting.models import Amendment
from tests.factories.comments import PublicCommentFactory
from tests.factories.drafting import AmendmentFactory
from tests.pages.comments.staff import ANSWER, Office, desk, step
from tests.pages.programmes.closed import FIRST

from .writing import page_of, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def answer(office, consultation):
    """A draft of a unit that covers two comments."""
    comments = PublicCommentFactory.create_batch(
        2, consultation=consultation, published=True, email="autor@example.org"
    )
    return draft_answer(comments=comments, user=office.unit)


def test_accepted_answer_agrees_the_change_that_it_names(office, answer, consultation):
    amendment = AmendmentFactory(
        programme=consultation.programme, clause_id=FIRST, status="proposed"
    )
    unit, publisher = office.browser("Jednostki"), office.browser("Wydawca")
    write(unit, answer, ruling="accepted", reasons="")
    assert len(page_of(unit, answer).context["missing"]) == 1

    write(unit, answer, ruling="accepted", reasons="", amendments=[amendment])
    step(publisher, ANSWER, "approve_publish", answer)

    amendment.refresh_from_db()
    assert amendment.status == "agreed"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"kind": "change", "proposed_wording": "wspieranie rodzin"},
            {
                "operation": "replace",
                "clause_id": FIRST,
                "text_before": "wspieranie sąsiadów",
                "text_after": "wspieranie rodzin",
            },
        ),
        (
            {"kind": "add", "proposed_wording": "wspieranie sąsiadów i rodzin"},
            {"operation": "append", "clause_id": FIRST, "text_after": "i rodzin"},
        ),
        (
            {"kind": "add", "proposed_wording": "nowe zadanie"},
            {
                "operation": "add",
                "clause_id": None,
                "after_id": FIRST,
                "text_after": "nowe zadanie",
            },
        ),
        (
            {"kind": "delete"},
            {"operation": "delete", "clause_id": FIRST, "text_after": ""},
        ),
    ],
)
def test_amendment_starts_from_the_comment(office, consultation, values, expected):
    comment = PublicCommentFactory(
        consultation=consultation,
        about=FIRST,
        published=True,
        of_organisation=True,
        **values,
    )
    client = office.browser("Redakcja")
    (link,) = {client.get(desk(comment)).context["amend_url"]}

    instance = client.get(link).context["form"].instance

    assert {name: getattr(instance, name) for name in expected} == expected
    assert instance.rationale == comment.code
    assert instance.programme.pk == consultation.programme.pk
    assert instance.status == "proposed"
    (author,) = instance.organisations.all()
    assert author.organisation == comment.organisation


def test_amendment_made_from_a_comment_can_be_saved_and_chosen(
    office, answer, consultation
):
    comment = answer.covered.first().comment
    client = office.browser("Redakcja")
    add = reverse("wagtailsnippets_drafting_amendment:add")
    inlines = ("finding_links", "organisations", "units")
    client.post(
        f"{add}?comment={comment.pk}",
        nested_form_data(
            {
                "programme": consultation.programme.pk,
                "status": "proposed",
                "operation": "add",
                "kind": "task",
                "text_after": "bieg",
                "rationale": comment.code,
                **{name: inline_formset([]) for name in inlines},
            }
        ),
    )
    amendment = Amendment.objects.get()

    write(client, answer, ruling="accepted", amendments=[amendment])

    assert [row.amendment for row in answer.amendments.all()] == [amendment]


@pytest.mark.parametrize("state", [State.HIDDEN, State.REGISTERED])
def test_what_readers_do_not_see_starts_no_amendment(office, consultation, state):
    comment = PublicCommentFactory(
        consultation=consultation, about=FIRST, state=state, text="ZATAJONE"
    )
    client = office.browser("Redakcja")
    assert client.get(desk(comment)).context["amend_url"] == ""

    add = reverse("wagtailsnippets_drafting_amendment:add")
    response = client.get(f"{add}?comment={comment.pk}")

    assert response.context["form"].instance.rationale == ""


def test_unit_is_not_offered_what_it_may_not_do(office, consultation):
    comment = PublicCommentFactory(consultation=consultation, published=True)

    page = office.browser("Jednostki").get(desk(comment))

    assert page.context["amend_url"] == ""
