from django.test import TestCase
from wagtail.models import Page

from tests.factories.comments import AnswerFactory, PublicCommentFactory, place_comment
from tests.factories.pages import mirror, translate
from tests.pages.comments.versions import Consulted
from tests.pages.markup import PublicPage, words
from tests.pages.programmes.closed import FIRST, SECOND


class TestComment(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()
        cls.draft = cls.here.draft

    def comment(self, about=FIRST, **values):
        values = {"published": True, "consultation": self.here.consultation, **values}
        return PublicCommentFactory(about=about, **values)

    def shown(self, comment, code="pl"):
        url = f"/{code}/comments/{comment.year}/{comment.number}/"
        return PublicPage.get(self.client, url)

    def links(self, page):
        return [link["href"] for link in page.soup.select("[aria-labelledby=more] a")]

    def test_comment_is_shown_whole_with_the_wording_it_is_about(self):
        comment = self.comment(text="słowo " * 900, justification="Bo tak.")

        page = self.shown(comment)

        assert page.faults("pl") == []
        assert comment.code in words(page.soup.h1)
        assert page.main.count("słowo") == 900
        assert words(page.soup.blockquote) == "wspieranie sąsiadów"
        assert "Bo tak." in page.main
        crumbs = [link["href"] for link in page.soup.select(".crumbs a")]
        assert crumbs[-1] == self.draft.full_url
        assert crumbs[-2] == self.here.city.programme.full_url

    def test_comment_leads_to_its_clause_and_to_the_others(self):
        page = self.shown(self.comment())

        comments = f"{self.draft.url}?view=comments"
        assert self.links(page) == [
            f"/pl/clause/{FIRST}/",
            f"{comments}&clause={FIRST}",
            comments,
        ]
        for link in self.links(page):
            assert self.client.get(link).status_code == 200

    def test_comment_on_the_whole_version_leads_to_its_list(self):
        page = self.shown(self.comment(None))

        assert self.links(page) == [f"{self.draft.url}?view=comments"]
        assert not page.soup.select("blockquote")

    def test_comment_that_followed_leads_to_the_later_version(self):
        comment = self.comment(SECOND)
        number = 4
        for kind in ("confirmed", "proposed", "orphan"):
            later = self.here.next(FIRST, number=number, slug=f"wersja-{number}")
            place_comment(
                comment=comment,
                draft=later,
                kind=kind,
                clause_id=None if kind == "orphan" else FIRST,
            )
            number += 1
        certain = comment.placements.get(kind="confirmed").draft

        *_, link = self.links(self.shown(comment))

        anchor = f"#u-{comment.number}"
        assert link == f"{certain.url}?view=comments&clause={FIRST}{anchor}"
        assert len(self.links(self.shown(comment))) == 4

    def test_answer_is_shown_with_the_earlier_ones(self):
        comment = self.comment(published=False, answered=True)
        old = AnswerFactory(comments=[comment], published=True, reasons="Nie.")
        type(old).objects.filter(pk=old.pk).update(state="revised")
        AnswerFactory(comments=[comment], published=True, reasons="Tak.", previous=old)
        AnswerFactory(comments=[comment], reasons="Szkic odpowiedzi.")

        page = self.shown(comment)

        answer = page.soup.select_one(".answer")
        assert "Tak." in words(answer)
        assert "Nie." in words(answer.details)
        assert "Szkic" not in page.text
        assert page.faults("pl") == []

    def test_hidden_and_withdrawn_comments_leave_a_stub_that_robots_pass_by(self):
        for trait in ("hidden", "withdrawn"):
            comment = self.comment(
                published=False, text="Zatajone", name="Zatajone", **{trait: True}
            )

            page = self.shown(comment)

            assert "Zatajone" not in str(page.soup)
            assert page.meta("robots") == "noindex"
            assert page.faults("pl") == []
            assert not page.soup.select("blockquote")

    def test_comments_that_are_not_public_have_no_page(self):
        for state in ("registered", "incomplete"):
            comment = self.comment(published=False, state=state)
            response = self.client.get(f"/pl/comments/{comment.year}/{comment.number}/")
            assert response.status_code == 404, state
        shown = self.comment()
        Page.objects.filter(pk=self.draft.pk).update(live=False)
        assert self.client.get(shown.url).status_code == 404

    def test_numbers_that_were_never_given_are_missing(self):
        for address in ("2014/999999", "1/1", "2014/0", "99999999999999999999/1"):
            response = self.client.get(f"/pl/comments/{address}/")
            assert response.status_code == 404, address

    def test_address_may_only_be_read(self):
        assert self.client.post(self.comment().url).status_code == 405

    def test_page_is_in_every_language_and_marks_what_is_in_another(self):
        english = translate(self.draft, "en", title="Version 3", slug="version-3")
        alias = mirror(self.draft, "uk")
        comment = self.comment(published=False, answered=True, language="be")
        AnswerFactory(comments=[comment], published=True, reasons="Tak.")

        page, mirrored = self.shown(comment, "en"), self.shown(comment, "uk")
        polish = self.shown(comment, "be")

        assert page.faults("en") == []
        assert page.soup.find(string=comment.text).find_parent(lang="be")
        assert page.soup.find(string="Tak.").find_parent(lang="pl")
        assert page.soup.select_one(f'main a[href="{english.url}"]')
        assert f"/en/clause/{FIRST}/" in self.links(page)
        # A clause has no address where no version in that language has it.
        assert self.links(mirrored)[0] == f"{alias.url}?view=comments&clause={FIRST}"
        assert polish.soup.select_one(f'main a[href="{self.draft.url}"]')
        said = polish.soup.find(string=comment.text).find_parent("div")
        assert not said.has_attr("lang")
