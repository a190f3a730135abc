"""The comments on a version and on a clause, listed with their answers."""

from pages.comments.public.listing import ON_A_PAGE
from tests.factories.comments import AnswerFactory, ConsultationFactory, place_comment
from tests.pages.markup import PublicPage, words
from tests.pages.programmes.closed import FIRST, SECOND, consulted

from .commented import CommentedCase


class TestList(CommentedCase):
    def shown(self, draft=None, **query):
        url = (draft or self.draft).url
        return PublicPage.get(self.client, url, view="comments", **query)

    def ids(self, page):
        return [article["id"] for article in page.soup.select("article.comment")]

    def test_version_without_comments_says_so(self):
        page = self.shown()

        assert "Żadna uwaga do tej wersji nie jest jeszcze opublikowana" in page.main
        assert not page.soup.select("main form")
        assert page.faults("pl") == []

    def test_comments_stand_under_their_clause_with_its_text_and_the_answer(self):
        whole, other = self.comment(None, citation="załącznik"), self.comment(SECOND)
        answered = self.comment(published=False, answered=True)
        AnswerFactory(comments=[answered], published=True, reasons="Nie <b>można</b>.")

        page = self.shown()

        expected = [f"u-{c.number}" for c in (whole, answered, other)]
        assert self.ids(page) == expected
        assert page.faults("pl") == []
        group = page.soup.find(id=f"u-{answered.number}").find_parent("div")
        assert words(group.h2) == "ust. 1"
        assert "wspieranie sąsiadów" in words(group)
        assert "Nie <b>można</b>." in words(group.select_one(".answer"))
        assert "załącznik" in words(page.soup.find(id=f"u-{whole.number}"))

    def test_markup_in_a_comment_is_shown_as_text(self):
        evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
        self.comment(
            text=evil,
            proposed_wording=evil,
            justification=evil,
            on_behalf="organisation",
            organisation_name=evil,
        )

        page = self.shown()

        assert page.faults("pl") == []
        article = page.soup.select_one("article.comment")
        assert words(article).count("<script>alert(1)</script>") == 4
        assert not article.select("script, img")

    def test_filters_narrow_and_stay_chosen(self):
        support = self.comment(kind="support")
        self.comment(SECOND, kind="add")

        page = self.shown(kind="support", q="seniorów")

        assert self.ids(page) == [f"u-{support.number}"]
        form = page.soup.select_one("form.filter")
        assert form.find_parent("details").has_attr("open")
        assert form.select_one('[name="kind"] [selected]')["value"] == "support"
        assert form.select_one('[name="q"]')["value"] == "seniorów"
        assert form.select_one('[name="view"]')["value"] == "comments"
        assert page.faults("pl") == []

    def test_unknown_filters_are_left_out_of_account(self):
        self.comment()
        for query in (
            {"kind": "x", "who": "x", "state": "x", "clause": "x"},
            {"clause": "00000000-0000-4000-8000-000000000000"},
            {"q": "\x00"},
            {"page": "-1"},
            {"page": "x"},
            {"page": "999"},
        ):
            assert len(self.ids(self.shown(**query))) == 1, query

    def test_clause_without_comments_may_be_asked_for(self):
        self.comment()

        page = self.shown(clause=str(SECOND))

        assert self.ids(page) == []
        chosen = page.soup.select_one('[name="clause"] [selected]')
        assert chosen["value"] == str(SECOND)

    def test_list_is_paged_and_the_filters_go_along(self):
        for _ in range(ON_A_PAGE + 1):
            self.comment(kind="support")
        self.comment(kind="add")

        first = self.shown(kind="support")
        link = first.soup.select_one('nav.pages a[rel="next"]')["href"]
        second = PublicPage.get(self.client, self.draft.url + link)

        assert len(self.ids(first)) == ON_A_PAGE
        assert len(self.ids(second)) == 1
        assert second.faults("pl") == []

    def test_comments_of_earlier_versions_say_which_one_they_concern(self):
        later = self.here.next(FIRST)
        kinds = {"same": FIRST, "confirmed": FIRST, "proposed": FIRST, "orphan": None}
        placed = {}
        for kind, uid in kinds.items():
            placed[kind] = self.comment(SECOND)
            place_comment(comment=placed[kind], draft=later, kind=kind, clause_id=uid)

        page = self.shown(later)

        assert self.ids(page) == [f"u-{c.number}" for c in placed.values()]
        titles = [title["id"] for title in page.soup.select("#comments h2")]
        assert titles == [f"c-{FIRST}", "part-2"]
        for article in page.soup.select("article.comment"):
            assert article.select_one(f'a[href="{self.draft.url}"]')
            assert "ust. 2" in words(article)
        assert page.faults("pl") == []


class TestClause(CommentedCase):
    def shown(self, uid=FIRST, code="pl"):
        return PublicPage.get(self.client, f"/{code}/clause/{uid}/")

    def codes(self, page):
        return [words(a.h3.a) for a in page.soup.select("article.comment")]

    def test_clause_without_comments_has_no_room_for_them(self):
        self.comment(SECOND)

        assert not self.shown().soup.find(id="said")

    def test_comments_of_all_versions_stand_with_their_answers(self):
        older = self.comment(published=False, answered=True)
        AnswerFactory(comments=[older], published=True, reasons="Zadanie powiatu.")
        later = consulted(self.here.city, number=4, title="Wersja 4")
        second = ConsultationFactory(draft=later)
        newer = self.comment(consultation=second)

        page = self.shown()

        assert self.codes(page) == [newer.code, older.code]
        assert "Zadanie powiatu." in page.main
        assert page.faults("pl") == []
        links = {
            a["href"] for a in page.soup.select("[aria-labelledby=said] .inline a")
        }
        assert links == {
            f"{draft.url}?view=comments&clause={FIRST}"
            for draft in (self.here.draft, later)
        }

    def test_comment_that_followed_stands_under_the_clause_it_came_to(self):
        comment = self.comment(SECOND)
        later = self.here.next(FIRST)
        placement = place_comment(
            comment=comment, draft=later, kind="proposed", clause_id=FIRST
        )
        assert self.codes(self.shown()) == []

        placement.kind = "confirmed"
        placement.save()

        assert self.codes(self.shown()) == [comment.code]

    def test_place_in_a_version_that_is_not_public_is_not_told(self):
        comment = self.comment(SECOND)
        later = self.here.next(FIRST, unpublished=True)
        place_comment(comment=comment, draft=later, kind="same", clause_id=FIRST)

        assert self.codes(self.shown()) == []

    def test_only_the_newest_are_shown(self):
        for _ in range(25):
            self.comment()

        assert len(self.codes(self.shown())) == 20
