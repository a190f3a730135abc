"""The public view of what changed between two versions."""

from uuid import uuid4

from django.test import TestCase

from tests.factories.clauses import area, chapter, clause
from tests.factories.pages import City, ProgrammePageFactory, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.markup import PublicPage, words
from tests.pages.measure import count_queries


class TestChanges(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.kept, cls.gone, cls.new, cls.moved = (uuid4() for _ in range(4))
        cls.area_a, cls.area_b = uuid4(), uuid4()
        pk = PriorityAreaFactory().pk
        cls.old = cls.city.draft(
            [
                area(
                    "Sport",
                    pk,
                    clause(text="kolekcja sztuki współczesnej", uid=cls.kept),
                    clause(text="zapis skreślony", uid=cls.gone),
                    clause(text="wędrowiec", uid=cls.moved),
                    uid=cls.area_a,
                ),
                area("Kultura", pk, uid=cls.area_b),
            ],
            number=1,
            slug="wersja-1",
            title="Wersja 1",
        )
        cls.draft = cls.city.draft(
            [
                area(
                    "Sport",
                    pk,
                    clause(text="<b>nowy</b> zapis", uid=cls.new),
                    clause(text="kolekcja sztuki", uid=cls.kept),
                    uid=cls.area_a,
                ),
                area(
                    "Kultura",
                    pk,
                    clause(text="wędrowiec", uid=cls.moved),
                    uid=cls.area_b,
                ),
            ],
            number=2,
            slug="wersja-2",
            title="Wersja 2",
            based_on=cls.old,
        )

    def shown(self, query="?view=changes", draft=None):
        return PublicPage.get(self.client, (draft or self.draft).url + query)

    def block(self, uid, query="?view=changes"):
        return self.shown(query).soup.find(id=f"c-{uid}")

    def test_added_clause_is_whole_inside_ins(self):
        block = self.block(self.new)

        assert block.ins.find(string="<b>nowy</b> zapis")
        assert words(block.find(class_="tag")) == "nowy"
        assert block.b is None

    def test_removed_clause_stays_as_a_stub_that_leads_to_its_history(self):
        block = self.block(self.gone)

        assert block["id"] == f"c-{self.gone}"
        assert "zapis skreślony" in words(block.find("del"))
        link = block.find("a")["href"]
        assert link == f"/pl/clause/{self.gone}/"
        assert "zapis skreślony" in PublicPage.get(self.client, link).main

    def test_words_that_went_are_marked_for_the_eye_and_for_the_ear(self):
        block = self.block(self.kept)

        assert block.find("del").get_text() == "[usunięto:  współczesnej]"
        assert block.ins is None
        assert block.find(class_="vh", string="[usunięto: ")
        assert "było ust. 1" in words(block)

    def test_moved_clause_says_so_and_keeps_its_anchor(self):
        block = self.block(self.moved)

        assert words(block.find(class_="tag")) == "przeniesiony"
        assert block.ins is None
        assert self.block(self.moved, "")["id"] == block["id"]

    def test_every_clause_leads_to_its_permanent_address_in_both_views(self):
        for query in ("", "?view=changes"):
            main = self.shown(query).soup.main
            for uid in (self.area_a, self.area_b, self.kept, self.new, self.moved):
                assert main.find(id=f"c-{uid}").find(href=f"/pl/clause/{uid}/")

    def test_counts_lead_to_the_first_of_their_sort(self):
        main = self.shown().soup.main
        links = {
            words(a): a["href"] for a in main.find_all("a") if "#c-" in a.get("href")
        }

        assert links["1 nowy zapis"].endswith(f"#c-{self.new}")
        assert links["1 usunięty"].endswith(f"#c-{self.gone}")
        assert links["1 zmieniony"].endswith(f"#c-{self.kept}")
        assert links["1 przeniesiony"].endswith(f"#c-{self.moved}")

    def test_only_changes_leaves_out_what_stayed(self):
        self.city.draft(
            [clause(text="bez zmian", uid=self.kept), clause(text="x", uid=self.new)],
            number=3,
            slug="wersja-3",
        )
        newest = self.city.draft(
            [clause(text="bez zmian", uid=self.kept), clause(text="y", uid=self.new)],
            number=4,
            slug="wersja-4",
        )

        whole = self.shown(draft=newest).soup
        only = self.shown("?view=changes&only=changes", draft=newest).soup

        assert whole.find(id=f"c-{self.kept}")
        assert not only.find(id=f"c-{self.kept}")
        assert only.find(id=f"c-{self.new}")

    def test_any_version_can_be_compared_either_way(self):
        backwards = self.shown("?compare=2", draft=self.old).soup

        assert backwards.find(id=f"c-{self.new}").find("del")
        assert backwards.find(id=f"c-{self.gone}").ins

    def test_version_compared_with_itself_is_the_same(self):
        assert "Teksty są takie same." in self.shown("?compare=2").main

    def test_first_version_has_nothing_to_compare_with_yet(self):
        self.draft.delete()

        page = self.shown(draft=self.old)

        assert "To pierwsza wersja" in page.main
        assert page.faults("pl") == []

    def test_version_that_does_not_exist_is_not_found(self):
        for key in ("9", "abc", "2013-1", "1-2-3", "-1", "%00", "9" * 50):
            response = self.client.get(f"{self.draft.url}?view=changes&compare={key}")
            assert response.status_code == 404, key

    def test_version_that_is_not_public_is_not_compared(self):
        self.old.unpublish()

        assert "zapis skreślony" not in self.shown().main
        response = self.client.get(f"{self.draft.url}?view=changes&compare=1")
        assert response.status_code == 404

    def test_version_of_another_year_can_be_compared_and_says_so(self):
        year = ProgrammePageFactory(parent=self.city.programmes, year=2015)
        later = type(self.draft)(
            title="Wersja 1",
            slug="wersja-1",
            number=1,
            date=self.draft.date,
            body=[clause(text="kolekcja sztuki i muzyki", uid=self.kept)],
        )
        year.add_child(instance=later)

        page = self.shown("?view=changes&compare=2014-2", draft=later)

        assert "Porównujesz z programem na rok 2014." in page.main
        block = page.soup.find(id=f"c-{self.kept}")
        assert block.ins.get_text() == "[dodano: i\xa0muzyki]"

    def test_translation_compares_translations(self):
        english = translate(self.draft, "en", slug="version-2", title="Version 2")
        first = translate(self.old, "en", slug="version-1", title="Version 1")
        assert first.live

        page = self.shown(draft=english)

        assert "Changes since Version 1" in page.main
        assert page.soup.find(href=f"/en/clause/{self.new}/")

    def test_two_views_are_links_and_tell_which_is_open(self):
        tabs = self.shown().soup.find(class_="tabs")

        assert [words(a) for a in tabs.find_all("a")] == ["Tekst", "Zmiany", "Uwagi"]
        assert words(tabs.find(attrs={"aria-current": "page"})) == "Zmiany"

    def test_view_of_comments_says_where_to_send_them(self):
        meeting = self.city.meeting(title="Warsztaty", discussed_draft=self.draft)

        page = self.shown("?view=comments")

        assert page.faults("pl") == []
        assert "Żadna uwaga do tej wersji nie jest jeszcze opublikowana." in page.main
        assert page.soup.main.find("a", string="Warsztaty")["href"] == meeting.url

    def test_programs_get_the_same_changes_as_segments(self):
        data = self.client.get(f"{self.draft.url}redline.json").json()

        assert (data["version"], data["compared_with"]) == (2, "1")
        by_uid = {row["uid"]: row for row in data["clauses"]}
        assert by_uid[str(self.kept)]["segments"] == [
            {"kind": "equal", "text": "kolekcja sztuki"},
            {"kind": "delete", "text": "współczesnej"},
        ]
        assert by_uid[str(self.new)]["added"]
        assert by_uid[str(self.gone)]["removed"]
        assert by_uid[str(self.moved)]["moved"]
        missing = self.client.get(f"{self.draft.url}redline.json?compare=9")
        assert missing.status_code == 404

    def test_long_draft_shows_its_changes_a_chapter_at_a_time(self):
        def text(word):
            chapters = []
            for n in range(2):
                clauses = [
                    clause(text=f"{word} {'zadanie miasta ' * 60}", uid=self.uid(n, k))
                    for k in range(60)
                ]
                chapters.append(chapter(f"Rozdział {n}", *clauses, uid=self.uid(n, 99)))
            return chapters

        self.city.draft(text("stary"), number=3, slug="wersja-3")
        long = self.city.draft(text("nowy"), number=4, slug="wersja-4")

        first = self.shown(draft=long).soup
        second = self.shown(f"?view=changes&chapter={self.uid(1, 99)}", draft=long).soup

        assert first.find(id=f"c-{self.uid(0, 5)}")
        assert not first.find(id=f"c-{self.uid(1, 5)}")
        assert second.find(id=f"c-{self.uid(1, 5)}")
        whole = self.shown("?view=changes&chapter=all", draft=long).soup
        assert len(whole.find_all("article")) == 120

    def uid(self, chapter_number, place):
        return f"00000000-0000-4000-8000-{chapter_number:06d}{place:06d}"

    def test_view_costs_the_same_however_many_clauses_changed(self):
        def url(number, slug):
            old = self.city.draft(
                [clause(text="stary", uid=self.uid(0, n)) for n in range(number)],
                number=self.number,
                slug=f"{slug}-a",
            )
            self.number += 1
            new = self.city.draft(
                [clause(text="nowy", uid=self.uid(0, n)) for n in range(number)],
                number=self.number,
                slug=f"{slug}-b",
                based_on=old,
            )
            self.number += 1
            return f"{new.url}?view=changes"

        self.number = 10
        few, many = url(5, "kilka"), url(50, "wiele")
        # Both are there before either is counted: the list of versions is the same.
        cost = count_queries(self.client, few)

        assert count_queries(self.client, many) == cost
        assert cost <= 30
