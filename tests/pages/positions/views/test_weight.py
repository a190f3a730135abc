"""Pages of a position stay light, however much members write, and all can be read."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.positions.submitting import stamp_of, submit_position
from tests.factories.positions import (
    PositionDraftFactory,
    PositionItemFactory,
)
from tests.pages.measure import MOST_BYTES, weight
from tests.pages.positions.case import PositionCase
from tests.pages.programmes.closed import CHAPTER, FIRST, SECOND
from tests.pages.programmes.test_reading import polish_text

LONGEST = 20_000
TEXTS = ("text", "proposed_wording", "justification")


def words(seed):
    """Return the texts of somebody who writes as much as can be sent."""
    return {
        name: polish_text(LONGEST - 10, seed=seed + n) + " KONIEC" * (name == "text")
        for n, name in enumerate(TEXTS)
    }


class TestWeight(PositionCase):
    def setUp(self):
        super().setUp()
        self.drafts = [
            PositionDraftFactory(
                code=self.code, clause_id=FIRST, author=f"Osoba {n}", **words(n % 9)
            )
            for n in range(200)
        ]
        self.clause = f"?clause={FIRST}"

    def light(self, address):
        page = self.read(address)
        assert weight(page.response.content) <= MOST_BYTES
        return page

    def test_clause_with_two_hundred_long_drafts_is_light_and_leads_to_each(self):
        for address in (f"{self.desk}clause/", f"{self.member}draft/"):
            page = self.light(address + self.clause)
            assert "KONIEC" not in page.main
            assert len(page.soup.select("article.comment")) == 200
            (link, *_rest) = page.soup.select("article.comment a")

            whole = self.light(address + link["href"].partition("#")[0])

            assert whole.main.count("KONIEC") == 1
            assert self.drafts[0].justification[-40:] in whole.main

    def test_pages_of_all_clauses_lead_to_what_they_cut(self):
        for address in (self.desk, self.member):
            page = self.light(address)
            link = page.soup.select_one("article.comment a")["href"]
            assert "KONIEC" in self.read(address + link.partition("#")[0]).main

    def test_drafts_are_read_whole_once_the_position_is_submitted(self):
        item = PositionItemFactory(code=self.code, clause_id=FIRST)
        submit_position(code=self.code, seen=stamp_of([item]))

        link = self.light(self.member).soup.select_one("article.comment a")["href"]

        assert "KONIEC" in self.read(self.member + link.partition("#")[0]).main

    def test_preview_of_a_long_position_is_light_and_leads_to_each_part(self):
        for n, clause in enumerate((FIRST, SECOND, CHAPTER, None)):
            PositionItemFactory(code=self.code, clause_id=clause, **words(n))

        page = self.light(f"{self.desk}preview/")

        assert "KONIEC" not in page.main
        links = [
            a["href"] for a in page.soup.select("main section > p:not(.actions) a")
        ]
        assert len(links) == 4
        assert f"../clause/{self.clause}#position" in links


class TestQueries(PositionCase):
    def count(self, address):
        self.read(address)
        with CaptureQueriesContext(connection) as queries:
            self.read(address)
        return len(queries)

    def test_desk_and_preview_cost_the_same_however_long_the_position_is(self):
        PositionItemFactory(code=self.code)
        PositionDraftFactory(code=self.code)
        addresses = (self.desk, f"{self.desk}preview/", f"{self.desk}clause/")
        costs = [self.count(address) for address in addresses]

        for n, clause in enumerate((CHAPTER, FIRST, SECOND), start=1):
            PositionItemFactory(code=self.code, clause_id=clause, order=n)
            PositionDraftFactory.create_batch(5, code=self.code, clause_id=clause)
        PositionDraftFactory.create_batch(5, code=self.code)

        assert [self.count(address) for address in addresses] == costs

    def test_submitted_position_costs_the_same_however_long_it_is(self):
        costs = []
        for clauses in ((FIRST,), (FIRST, SECOND, None)):
            self.code.items.all().delete()
            items = [
                PositionItemFactory(code=self.code, clause_id=clause, order=n)
                for n, clause in enumerate(clauses)
            ]
            submit_position(code=self.code, seen=stamp_of(items))
            costs.append(self.count(self.desk))
            self.code.items.update(comment=None)
            type(self.code).objects.update(submitted_at=None)

        assert costs[0] == costs[1]
