import datetime
from xml.etree import ElementTree

from django.test import TestCase, override_settings
from django.utils import timezone
from wagtail.models import Page

from pages.comments.public.feeds import ENTRIES_IN_FEED
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.versions import Consulted
from tests.pages.comments.visiting import form_address, send
from tests.pages.programmes.closed import FIRST

ATOM = "{http://www.w3.org/2005/Atom}"


def ago(**time):
    return timezone.now() - datetime.timedelta(**time)


class TestCommentFeed(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.here = Consulted()

    def comment(self, **values):
        values = {"published": True, "about": FIRST, **values}
        return PublicCommentFactory(consultation=self.here.consultation, **values)

    def feed(self, code="pl"):
        response = self.client.get(f"/{code}/feeds/comments/")
        assert response.status_code == 200
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed

    def entries(self, code="pl"):
        return list(self.feed(code).iter(f"{ATOM}entry"))

    def titles(self, code="pl"):
        return [entry.findtext(f"{ATOM}title") for entry in self.entries(code)]

    def test_feed_has_what_atom_asks_for(self):
        comment = self.comment()

        feed = self.feed()

        for part in (feed, feed.find(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert part.findtext(f"{ATOM}{name}"), name
        link = feed.find(f"{ATOM}entry/{ATOM}link").get("href")
        assert link.endswith(comment.url)
        assert feed.findtext(f"{ATOM}author/{ATOM}name")

    def test_comments_and_answers_come_together_the_newest_first(self):
        answered = self.comment(published=False, answered=True, received_at=ago(days=3))
        answer = AnswerFactory(comments=[answered], published=True, reasons="Nie.")
        type(answer).objects.filter(pk=answer.pk).update(published_at=ago(days=1))
        newest = self.comment(received_at=ago(hours=1))
        middle = self.comment(received_at=ago(days=2))

        titles = self.titles()

        assert len(titles) == 4
        for title, comment in zip(
            titles, (newest, answered, middle, answered), strict=True
        ):
            assert comment.code in title
        assert self.entries()[1].findtext(f"{ATOM}summary") == "<p>Nie.</p>"

    def test_entry_says_who_speaks_of_what(self):
        organisation = OrganisationFactory(name="Fundacja „A” <b>")
        comment = self.comment(on_behalf="organisation", organisation=organisation)

        (title,) = self.titles()

        assert comment.code in title
        assert title.endswith(", ust. 1, Fundacja „A” <b>")

    def test_markup_of_authors_stays_text_in_readers_of_feeds(self):
        self.comment(text="<script>alert(1)</script>\n\nDrugi & trzeci")

        (entry,) = self.entries()

        assert entry.findtext(f"{ATOM}summary") == (
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n\n<p>Drugi &amp; trzeci</p>"
        )

    @override_settings(PUBLIC_COMMENTS={"least_seconds": 0})
    def test_feed_can_be_read_whatever_an_author_sends(self):
        self.here.consultation.is_moderated = False
        self.here.consultation.save()
        text = "a\ufffe\uffff\ufdd0\U0001ffff\x00b"
        send(self.client, form_address(self.here.draft, FIRST), text=text)

        (entry,) = self.entries()

        assert entry.findtext(f"{ATOM}summary") == "<p>ab</p>"

    def test_ids_stay_whatever_the_host_and_language(self):
        comment = self.comment(published=False, answered=True)
        AnswerFactory(comments=[comment], published=True)

        ids = [entry.findtext(f"{ATOM}id") for entry in self.entries()]

        assert len(set(ids)) == 2
        assert all(key.startswith("urn:uuid:") for key in ids)
        assert [e.findtext(f"{ATOM}id") for e in self.entries("uk")] == ids

    def test_only_what_everybody_may_read_is_told(self):
        for trait in ("unconfirmed", "hidden", "withdrawn"):
            stub = self.comment(published=False, **{trait: True})
        AnswerFactory(comments=[stub], published=True)
        for state in ("registered", "incomplete"):
            self.comment(published=False, state=state)
        drafted = self.comment(published=False, state="drafted")
        for state in ("draft", "approved", "revised"):
            AnswerFactory(comments=[drafted], state=state, published_at=timezone.now())

        (title,) = self.titles()

        assert drafted.code in title

    def test_answer_names_only_comments_that_can_be_read(self):
        hidden = self.comment(published=False, hidden=True)
        shown = self.comment(published=False, answered=True)
        AnswerFactory(comments=[hidden, shown], published=True)

        titles = self.titles()

        assert all(shown.code in title for title in titles)
        assert not any(hidden.code in title for title in titles)

    def test_version_that_is_taken_down_takes_its_comments_along(self):
        comment = self.comment(published=False, answered=True)
        AnswerFactory(comments=[comment], published=True)
        Page.objects.filter(pk=self.here.draft.pk).update(live=False)

        assert self.titles() == []

    def test_old_ones_fall_out(self):
        for _ in range(ENTRIES_IN_FEED + 2):
            self.comment()

        assert len(self.titles()) == ENTRIES_IN_FEED

    def test_every_page_links_to_the_feed_of_its_language(self):
        for code in ("pl", "en"):
            response = self.client.get(f"/{code}/organisations/")

            self.assertContains(response, f'href="/{code}/feeds/comments/"', 2)
