"""What the pages of versions and clauses show of comments."""

from urllib.parse import parse_qs, urlsplit

from django.test import TestCase

from pages.comments.public.listing import ON_A_PAGE
from pages.programmes import commenting
from tests.factories.clauses import area, chapter, clause, goal
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
    place_comment,
    today,
)
from tests.factories.pages import mirror, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.comments.versions import Consulted
from tests.pages.markup import PublicPage, words
from tests.pages.programmes.closed import CHAPTER, FIRST, SECOND, consulted


def form_links(page):
    return [a["href"] for a in page.soup.select('main a[href*="/comment/"]')]


class TestText(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.draft = cls.here.draft
        cls.form = f"/pl/comment/{cls.draft.pk}/"

    def comment(self, about=FIRST, **values):
        values = {"published": True, "consultation": self.here.consultation, **values}
        return PublicCommentFactory(about=about, **values)

    def shown(self, draft=None, **query):
        return PublicPage.get(self.client, (draft or self.draft).url, **query)

    def move(self, **days):
        for name, number in days.items():
            setattr(self.here.consultation, name, today(number))
        self.here.consultation.save()

    def test_every_clause_and_the_whole_version_lead_to_the_form(self):
        page = self.shown()

        expected = [self.form, *(f"{self.form}?clause={u}" for u in (FIRST, SECOND))]
        assert form_links(page) == expected
        assert page.faults("pl") == []
        link = page.soup.select_one(f"#c-{FIRST} .actions a")
        assert words(link).endswith(" ust. 1")
        assert words(link.select_one(".vh")) == "ust. 1"

    def test_headings_are_commented_on_by_the_general_form_and_goals_by_their_own(self):
        goal_uid = "44444444-4444-4444-8444-444444444444"
        pk = PriorityAreaFactory().pk
        body = [goal(uid=goal_uid), chapter("Zadania", area("Sport", pk, clause()))]
        draft = consulted(self.here.city, body=body, number=9, title="Wersja 9")
        ConsultationFactory(draft=draft)

        links = form_links(self.shown(draft))

        assert len(links) == 3
        assert links[1].endswith(f"?clause={goal_uid}")

    def test_no_link_leads_to_the_form_before_and_after(self):
        self.comment()
        for days in ({"opens_on": 1}, {"opens_on": -9, "closes_on": -1}):
            self.move(**days)

            page = self.shown()

            assert form_links(page) == []
            assert page.soup.select(f'#c-{FIRST} a[href*="view=comments"]')
            assert page.soup.select_one(".notice .tag")

    def test_form_is_linked_on_the_last_day(self):
        self.move(closes_on=0)

        assert len(form_links(self.shown())) == 3

    def test_version_without_a_consultation_has_neither_notice_nor_links(self):
        page = self.shown(self.here.next(FIRST))

        assert form_links(page) == []
        assert not page.soup.select(".notice, .actions")

    def test_clause_leads_to_its_comments(self):
        for _ in range(3):
            self.comment()
        self.comment(published=False, hidden=True)

        page = self.shown()

        link = page.soup.select_one(f'#c-{FIRST} a[href*="view=comments"]')
        assert words(link).startswith("3 ")
        assert not page.soup.select(f'#c-{SECOND} a[href*="view=comments"]')
        assert words(page.soup.select(".tabs a")[2]).endswith("(3)")
        target = PublicPage.get(self.client, self.draft.url + link["href"])
        assert len(target.soup.select("article.comment")) == 4
        assert target.soup.find(id=urlsplit(link["href"]).fragment)

    def test_comments_on_a_heading_are_linked_under_it(self):
        self.comment(CHAPTER)

        page = self.shown()

        (link,) = page.soup.select(f'a[href*="clause={CHAPTER}"]')
        assert words(link).startswith("1 ")

    def test_notice_says_what_the_office_says_in_the_readers_language(self):
        consultation = self.here.consultation
        consultation.notice, consultation.notice_en = "Zapraszamy.", "<b>Welcome.</b>"
        consultation.save()
        english = translate(self.draft, "en", slug="version-3")

        polish, page = self.shown(), self.shown(english)

        notice = page.soup.select_one(".notice")
        assert "Zapraszamy." in polish.main
        assert "<b>Welcome.</b>" in words(notice)
        assert "Comments are taken until" in words(notice)
        assert consultation.legal_basis in words(notice)
        days = [time["datetime"] for time in notice.select("time")]
        assert days == [consultation.closes_on.isoformat()]

    def test_translation_and_mirrored_page_lead_to_the_form_in_their_language(self):
        english = translate(self.draft, "en", slug="version-3")
        alias = mirror(self.draft, "uk")

        for page, code in ((english, "en"), (alias, "uk")):
            links = form_links(self.shown(page))
            assert links[0] == f"/{code}/comment/{page.pk}/"
            for link in links:
                assert self.client.get(link).status_code == 200, link

    def test_changed_clauses_have_the_link_in_the_view_of_changes(self):
        base = self.here.next(FIRST, number=1, slug="wersja-1")
        base.body = [chapter("Zadania", clause(uid=FIRST), clause(), uid=CHAPTER)]
        base.save()

        page = self.shown(view="changes")

        linked = {parse_qs(urlsplit(a).query)["clause"][0] for a in form_links(page)}
        assert linked == {str(SECOND)}
        assert page.faults("pl") == []

    def test_programmes_work_without_the_room_of_comments(self):
        self.comment()
        rooms, commenting._rooms[:] = list(commenting._rooms), []
        self.addCleanup(commenting._rooms.extend, rooms)

        for query in ({}, {"view": "changes"}, {"view": "comments"}):
            page = self.shown(**query)
            assert form_links(page) == []
            assert not page.soup.select(".notice, .comment")
        assert self.client.get(f"/pl/clause/{FIRST}/").status_code == 200


class TestList(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.draft = cls.here.draft

    def comment(self, about=FIRST, **values):
        values = {"published": True, "consultation": self.here.consultation, **values}
        return PublicCommentFactory(about=about, **values)

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


class TestClause(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()

    def comment(self, about=FIRST, **values):
        values = {"published": True, "consultation": self.here.consultation, **values}
        return PublicCommentFactory(about=about, **values)

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
