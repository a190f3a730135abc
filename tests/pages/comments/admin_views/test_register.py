"""The register of comments: found by everything that staff know of a comment."""

import pytest
from django.utils import translation

from pages.comments.admin_views.register import when_received
from pages.comments.models import PublicComment
from pages.comments.states import State
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.comments.staff import COMMENT, address, desk, export
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST

pytestmark = pytest.mark.django_db
LIST = "list"


def found(client, query=""):
    response = client.get(f"{address(COMMENT, LIST)}?{query}")
    assert response.status_code == 200
    return [str(comment) for comment in response.context["page_obj"]]


def test_list_shows_what_a_clerk_tells_a_comment_by(clerk, consultation):
    unit = CityUnitFactory(name="Biuro Sportu")
    PublicCommentFactory(
        consultation=consultation,
        about=FIRST,
        text="Dopisać rodziny.",
        unit=unit,
        is_late=True,
        of_organisation=True,
        organisation__name="Fundacja Lato",
        state=State.ASSIGNED,
    )

    page = clerk.get(address(COMMENT, LIST)).content.decode()

    for words in ("U1/2014", "Dopisać rodziny.", "Fundacja Lato", "Biuro Sportu"):
        assert words in page
    assert "ust. 1" in page


def test_late_and_held_comments_are_marked():
    with translation.override("en"):
        marks = {
            (is_late, is_held): when_received(
                PublicComment(is_late=is_late, is_held=is_held)
            ).partition(" (")[2]
            for is_late in (False, True)
            for is_held in (False, True)
        }

    assert marks == {
        (False, False): "",
        (False, True): "held)",
        (True, False): "late)",
        (True, True): "late, held)",
    }


def test_newest_comment_comes_first_and_the_order_can_be_turned(clerk, consultation):
    for day in (1, 3, 2):
        PublicCommentFactory(
            consultation=consultation, received_at=f"2013-08-0{day}T12:00Z"
        )

    assert found(clerk) == ["U2/2014", "U3/2014", "U1/2014"]
    assert found(clerk, "ordering=received_at") == ["U1/2014", "U3/2014", "U2/2014"]


def test_register_is_filtered_by_everything(clerk, consultation):
    unit, area = CityUnitFactory(), PriorityAreaFactory()
    alias = OrganisationAliasFactory(name="Dawna Lipa", organisation__name="Fundacja")
    first = PublicCommentFactory(
        consultation=consultation, about=FIRST, state=State.ANSWERED
    )
    PublicComment.objects.filter(pk=first.pk).update(area=area)
    AnswerFactory(comments=[first], ruling="accepted", published=True)
    PublicCommentFactory(
        consultation=consultation,
        unit=unit,
        state=State.ASSIGNED,
        kind="question",
        channel="paper",
        is_late=True,
        organisation=alias.organisation,
        on_behalf="organisation",
    )
    PublicCommentFactory(
        consultation=consultation,
        citation="§ 7 uchwały",
        organisation_name="Klub Lipa",
        duplicate_of=first,
        is_held=True,
    )
    one, two, three = (f"U{n}/2014" for n in (1, 2, 3))
    cases = {
        "state=answered": {one},
        "state=answered&state=assigned": {one, two},
        f"consultation={consultation.pk}": {one, two, three},
        "clause=ust. 1": {one},
        "clause=1": {one},
        "clause=§ 1": set(),
        "clause=sąsiadów": {one},
        "clause=§ 7 uchwały": {three},
        f"area={area.pk}": {one},
        f"unit={unit.pk}": {two},
        "unit=null": {one, three},
        "organisation=lipa": {two, three},
        "organisation=fundac": {two},
        "channel=paper": {two},
        "is_late=true": {two},
        "is_late=false": {one, three},
        "is_held=true": {three},
        "is_held=false": {one, two},
        "kind=question": {two},
        "ruling=accepted": {one},
        "ruling=rejected": set(),
        "duplicates=heads": {one},
        "duplicates=only": {three},
        "duplicates=none": {one, two},
        "state=assigned&is_late=true&q=dopisać": {two},
        "q=U3/2014": {three},
        "q=2": {two},
    }
    for query, expected in cases.items():
        assert set(found(clerk, query)) == expected, query


def test_replaced_version_of_an_answer_does_not_count_as_its_ruling(
    clerk, consultation
):
    comment = PublicCommentFactory(consultation=consultation, answered=True)
    AnswerFactory(comments=[comment], ruling="noted", state="revised")

    assert found(clerk, "ruling=noted") == []


@pytest.mark.parametrize(
    "query",
    [
        "clause=%00",
        "p=999",
        "p=-1",
        "p=x",
        "state=nonsense",
        "area=x",
        "consultation=99999",
        "ordering=email",
        "unit=0",
        "q=%25_%27%22",
    ],
)
def test_awkward_addresses_are_answered(clerk, consultation, query):
    PublicCommentFactory(consultation=consultation)

    assert clerk.get(f"{address(COMMENT, LIST)}?{query}").status_code == 200


def test_states_are_counted_and_lead_to_their_comments(clerk, consultation):
    PublicCommentFactory.create_batch(2, consultation=consultation)
    PublicCommentFactory(consultation=consultation, hidden=True)

    response = clerk.get(address(COMMENT, LIST))

    counts = {row["url"]: row["count"] for row in response.context["states"]}
    assert counts == {
        f"{address(COMMENT, LIST)}?state=registered": 2,
        f"{address(COMMENT, LIST)}?state=hidden": 1,
    }
    assert len(found(clerk, "state=hidden")) == 1


def test_long_register_is_paged_without_losing_or_repeating_any(clerk, consultation):
    PublicCommentFactory.create_batch(
        120, consultation=consultation, received_at="2013-08-01T12:00Z"
    )

    pages = [found(clerk, f"p={number}") for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({code for page in pages for code in page}) == 120
    assert found(clerk, "p=9") == pages[2]


def test_list_costs_the_same_however_long(clerk, consultation):
    def add(number):
        head = PublicCommentFactory(consultation=consultation)
        PublicCommentFactory.create_batch(
            number,
            consultation=consultation,
            duplicate_of=head,
            unit=CityUnitFactory(),
            of_organisation=True,
        )

    add(2)
    few = count_queries(clerk, address(COMMENT, LIST))
    add(20)

    assert count_queries(clerk, address(COMMENT, LIST)) <= few


def test_filters_list_no_organisation_and_no_clause(clerk, consultation):
    PublicCommentFactory(consultation=consultation, about=FIRST)
    OrganisationFactory(name="Stowarzyszenie z katalogu")

    page = clerk.get(address(COMMENT, LIST)).content.decode()

    assert "Stowarzyszenie z katalogu" not in page


@pytest.mark.parametrize("group", ["Redakcja", "Jednostki"])
def test_list_does_not_show_who_wrote_to_those_without_the_right(
    office, consultation, group
):
    comment = PublicCommentFactory(
        consultation=consultation, name="Anna Kowalska", email="anna@example.org"
    )
    client = office.browser(group)

    pages = [
        client.get(address(COMMENT, LIST)).content.decode(),
        client.get(f"{address(COMMENT, LIST)}?q=anna@example.org").content.decode(),
        client.get(desk(comment)).content.decode(),
        export(client).decode(),
    ]

    for page in pages:
        assert "Kowalska" not in page
    assert not any("anna@example.org" in page for page in (pages[0], *pages[2:]))
    assert found(client, "q=anna@example.org") == []


def test_publisher_sees_who_wrote_and_finds_it_by_the_address(office, consultation):
    comment = PublicCommentFactory(
        consultation=consultation, name="Anna Kowalska", email="anna@example.org"
    )
    client = office.browser("Wydawca")

    assert "Anna Kowalska" in PublicPage.get(client, address(COMMENT, LIST)).main
    assert found(client, "q=ANNA@example.org") == [str(comment)]
    text = export(client).decode()
    assert "Anna Kowalska" in text
    assert "anna@example.org" in text
    page = client.get(desk(comment)).content.decode()
    assert "anna@example.org" in page
