"""Where open comments belong in a new version: proposed, and decided by a person."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from pages.comments.models import CommentPlacement, PlacementKind
from tests.factories.clauses import chapter, clause
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import City, mirror, translate
from tests.pages.comments.staff import Office
from tests.pages.programmes.closed import FIRST, SECOND, consulted

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def city():
    return City()


@pytest.fixture
def comments(city):
    """A comment on a clause that stays, one on another that is written anew."""
    consultation = ConsultationFactory(draft=consulted(city))
    return [
        PublicCommentFactory(consultation=consultation, about=uid, published=True)
        for uid in (FIRST, SECOND)
    ]


def next_version(city, *clauses, **values):
    values = {"number": 4, "title": "Wersja 4", "published": True, **values}
    return city.draft([chapter("Zadania", *clauses)], **values)


@pytest.fixture
def draft(city, comments):
    return next_version(
        city,
        clause(text="wspieranie sąsiadów", uid=FIRST),
        clause(text="rozwój kultury i sztuki"),
    )


def page_of(draft):
    return reverse("draft_placements", args=[draft.pk])


def placed(comment):
    return CommentPlacement.objects.get(comment=comment)


def test_publishing_a_version_places_the_open_comments(draft, comments):
    same, proposed = (placed(comment) for comment in comments)

    assert (same.kind, same.clause_id) == (PlacementKind.SAME, FIRST)
    assert proposed.kind == PlacementKind.PROPOSED


def test_unpublished_versions_and_other_languages_place_nothing(city, comments):
    draft = next_version(city, clause(text="inne", uid=FIRST), published=False)
    assert not CommentPlacement.objects.exists()

    draft.save_revision().publish()
    before = set(CommentPlacement.objects.values_list("draft", flat=True))
    translate(draft, "en", title="Version 4", slug="version-4")
    mirror(draft, "uk")

    after = set(CommentPlacement.objects.values_list("draft", flat=True))
    assert before == after == {draft.pk}


def test_both_wordings_are_shown_side_by_side(office, draft, comments):
    response = office.browser("Redakcja").get(page_of(draft))

    (place,) = response.context["places"]
    assert place.placement.comment == comments[1]
    page = response.content.decode()
    assert "rozwój kultury" in page
    assert "<ins>" in page


def test_confirmed_place_is_certain_and_noted(office, draft, comments):
    row = placed(comments[1])

    office.browser("Redakcja").post(page_of(draft), {f"place-{row.pk}": "yes"})

    row.refresh_from_db()
    assert (row.kind, row.decided_by) == (PlacementKind.CONFIRMED, office.editor)
    assert row.clause_id
    entry = registry.get_logs_for_instance(comments[1]).first()
    assert "Wersja 4" in str(entry.message)


def test_rejected_place_is_none_and_stays_so_when_published_again(
    office, draft, comments
):
    row = placed(comments[1])

    office.browser("Redakcja").post(page_of(draft), {f"place-{row.pk}": "no"})
    draft.save_revision().publish()

    row.refresh_from_db()
    assert (row.kind, row.clause) == (PlacementKind.ORPHAN, None)


@pytest.mark.parametrize("choice", ["", "maybe"])
def test_undecided_place_stays_a_proposal(office, draft, comments, choice):
    row = placed(comments[1])

    office.browser("Redakcja").post(page_of(draft), {f"place-{row.pk}": choice})

    row.refresh_from_db()
    assert row.kind == PlacementKind.PROPOSED


def test_several_places_are_decided_at_once(office, city, comments, draft):
    more = PublicCommentFactory(
        consultation=comments[1].consultation, about=SECOND, published=True
    )
    draft.save_revision().publish()
    rows = [placed(comment) for comment in (comments[1], more)]

    office.browser("Redakcja").post(
        page_of(draft), {f"place-{row.pk}": "yes" for row in rows}
    )

    kinds = {placed(row.comment).kind for row in rows}
    assert kinds == {PlacementKind.CONFIRMED}


def test_places_of_other_versions_are_not_decided_here(office, city, comments, draft):
    other = next_version(city, clause(text="rozwój kultury"), number=5, title="W5")
    row = CommentPlacement.objects.get(comment=comments[1], draft=other)

    office.browser("Redakcja").post(page_of(draft), {f"place-{row.pk}": "yes"})

    row.refresh_from_db()
    assert row.kind == PlacementKind.PROPOSED


def test_version_leads_to_what_is_to_be_decided_only_while_there_is(
    office, draft, comments
):
    client = office.browser("Redakcja")
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert page_of(draft) in client.get(edit).content.decode()

    CommentPlacement.objects.update(kind=PlacementKind.CONFIRMED)

    assert page_of(draft) not in client.get(edit).content.decode()
    assert client.get(page_of(draft)).context["places"] == []


@pytest.mark.parametrize("group", ["Jednostki", "Tłumacze"])
def test_who_has_no_right_decides_nothing(office, draft, comments, group):
    row = placed(comments[1])

    response = office.browser(group).post(page_of(draft), {f"place-{row.pk}": "yes"})

    assert response.status_code in {302, 404}
    row.refresh_from_db()
    assert row.kind == PlacementKind.PROPOSED
