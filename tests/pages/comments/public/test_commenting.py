"""What the text of a version shows of its consultation and leads to."""

from urllib.parse import parse_qs, urlsplit

from pages.programmes import commenting
from tests.factories.clauses import area, chapter, clause, goal
from tests.factories.comments import ConsultationFactory, today
from tests.factories.pages import mirror, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.markup import PublicPage, words
from tests.pages.programmes.closed import CHAPTER, FIRST, SECOND, consulted

from .commented import CommentedCase


def form_links(page):
    return [a["href"] for a in page.soup.select('main a[href*="/comment/"]')]


class TestText(CommentedCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.form = f"/pl/comment/{cls.draft.pk}/"

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
