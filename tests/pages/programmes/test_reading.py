import random
from itertools import pairwise
from uuid import uuid4

import pytest
from django.test import TestCase
from django.utils import translation

from pages.programmes.clauses import read_clauses
from pages.programmes.reading import CLAUSE_FRAME, WHOLE_UP_TO, read_draft
from tests.factories.clauses import area, author, category, chapter, clause
from tests.factories.pages import City
from tests.factories.snippets import CityUnitFactory, OrganisationFactory
from tests.pages.markup import PublicPage
from tests.pages.measure import MOST_BYTES, weight


def polish_text(length, seed=0):
    """Words that pack as badly as text does, not as badly as noise."""
    chance = random.Random(seed)  # noqa: S311 - a test's text, not a secret
    letters = "aaaąbcćdeeęfghiijklłmnńooóprsśtuwyzźż"
    words = [
        "".join(chance.choices(letters, k=chance.randint(3, 11))) for _ in range(900)
    ]
    text = ""
    while len(text) < length:
        text += chance.choice(words) + " "
    return text[:length].strip()


def long_body(chapters=4):
    each = WHOLE_UP_TO // chapters + 200
    return [
        chapter(
            f"Rozdział {n}",
            *(clause(text=polish_text(each // 8, seed=n * 10 + m)) for m in range(8)),
        )
        for n in range(chapters)
    ]


def read(*body, **options):
    return read_draft(read_clauses(body), **options)


def test_short_draft_is_whole_whatever_chapter_is_asked_for():
    body = (chapter("Cele", clause()), chapter("Zadania", clause()))

    for asked in ("", "all", body[1]["id"], "nonsense"):
        reading = read(*body, chapter=asked)

        assert not reading.is_long
        assert reading.chapter is None
        assert len(reading.clauses) == 4


def test_draft_is_long_only_above_the_limit():
    at_limit = clause(text="a" * (WHOLE_UP_TO - CLAUSE_FRAME))

    assert not read(at_limit).is_long
    assert read(at_limit, clause(text="")).is_long


def test_long_draft_opens_at_its_first_chapter():
    body = long_body()

    for asked in ("", str(uuid4()), "nonsense", "\x00", "All"):
        reading = read(*body, chapter=asked)

        assert reading.chapter.node.uid == body[0]["id"]
        assert len(reading.clauses) == 9


def test_chapters_of_a_long_draft_lead_from_one_to_the_next():
    body = long_body()
    shown = [read(*body, chapter=block["id"]) for block in body]

    assert shown[0].previous is None
    assert shown[-1].following is None
    for before, after in pairwise(shown):
        assert before.following.node.uid == after.chapter.node.uid
        assert after.previous.node.uid == before.chapter.node.uid
    uids = [view.node.uid for reading in shown for view in reading.clauses]
    assert uids == [node.uid for node in read_clauses(body)]


def test_long_draft_is_whole_when_all_is_asked_for():
    reading = read(*long_body(), chapter="all")

    assert reading.chapter is None
    assert len(reading.clauses) == 36
    assert len(reading.contents) == 4


def test_headings_never_go_below_the_sixth_level():
    deep = chapter("A", area("B", 1, category("C", clause())))

    assert [view.level for view in read(deep).clauses] == [2, 3, 4, 5]


def test_headings_say_their_number():
    with translation.override("pl"):
        body = chapter("Zadania", area("Kultura", 1, category("muzea", clause())))
        headings = [view.heading for view in read(body, clause()).clauses[:3]]

    assert headings == ["§ 1 Zadania", "1. Kultura", "muzea"]


@pytest.mark.django_db
def test_authors_are_loaded_at_once_and_those_deleted_left_out(
    django_assert_num_queries,
):
    unit, organisation = CityUnitFactory(), OrganisationFactory()
    authors = [
        author("unit", unit.pk),
        author("organisation", organisation.pk),
        author("organisation", 10**6),
    ]
    body = [clause(authors=authors) for _ in range(20)]

    with django_assert_num_queries(2):
        reading = read(*body)

    for view in reading.clauses:
        names = [(found.name, found.url) for found in view.authors]
        assert names == [(unit.name, ""), (organisation.name, organisation.url)]


class TestLongDraft(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.body = long_body()
        cls.draft = City().draft(cls.body)

    def shown(self, **parameters):
        return PublicPage.get(self.client, self.draft.url, **parameters)

    def test_every_chapter_is_light_and_sound(self):
        for block in self.body:
            response = self.client.get(self.draft.url, {"chapter": block["id"]})
            page = PublicPage(response.content.decode())

            assert weight(response.content) <= MOST_BYTES
            assert page.faults("pl") == []

    def test_contents_lead_to_every_chapter_and_to_the_whole(self):
        links = [link["href"] for link in self.shown().soup.select(".toc a")]

        chapters = [f"?chapter={b['id']}#c-{b['id']}" for b in self.body]
        assert links == [*chapters, "?chapter=all"]

    def test_neighbours_are_linked_before_and_after_the_text(self):
        page = self.shown(chapter=self.body[1]["id"])

        for rel, place in (("prev", 0), ("next", 2)):
            links = {a["href"] for a in page.soup.select(f'nav.pages a[rel="{rel}"]')}
            assert links == {f"?chapter={self.body[place]['id']}"}

    def test_whole_text_has_every_clause(self):
        page = self.shown(chapter="all")

        assert len(page.soup.select("article.clause")) == 32
        assert not page.soup.select("nav.pages")


class TestDraftAtTheLimit(TestCase):
    def test_draft_shown_whole_is_light_whatever_its_clauses(self):
        city = City()
        for length in (20, 150, 2000):
            number = (WHOLE_UP_TO - 500) // (length + CLAUSE_FRAME)
            text = polish_text(length * number)
            body = chapter(
                "Zadania",
                *(clause(text=text[n * length :][:length]) for n in range(number)),
            )
            draft = city.draft([body])

            response = self.client.get(draft.url)

            page = PublicPage(response.content.decode())
            assert len(page.soup.select("article.clause")) == number
            assert weight(response.content) <= MOST_BYTES
