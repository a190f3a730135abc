"""The public form, as a visitor opens and sends it."""

from django.core import mail
from wagtail.models import Page as WagtailPage
from wagtail.models import PageViewRestriction

from pages.comments.mail.mailing import send_due
from pages.comments.models import CommentLink, PublicComment, SubmissionAttempt
from pages.comments.states import State
from tests.factories.pages import mirror, translate
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.visiting import VALID, form_address, read, send
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import FIRST, consulted

from .form_case import FormCase


class TestOpening(FormCase):
    def test_clause_is_quoted_with_links_to_it_and_to_others(self):
        page = read(self.client, self.address)

        assert page.status == 200
        assert "wspieranie sąsiadów" in page.soup.blockquote.text
        links = [link["href"] for link in page.soup.select("main .actions a")]
        assert links[0].startswith(f"{self.draft.url}?chapter=")
        assert links[0].endswith(f"#c-{FIRST}")
        assert links[1] == self.draft.url
        assert page.value("proposed_wording") == "wspieranie sąsiadów"

    def test_form_tells_the_deadline_other_ways_and_what_happens_to_data(self):
        page = read(self.client, self.address)

        for words in (
            "Odpowiadamy na każdą",
            self.consultation.contact_email,
            "pokój 7",
            self.consultation.controller,
            self.consultation.data_protection_officer,
            self.consultation.retention,
            "art. 6 ust. 1 lit. e",
            "art. 6 ust. 1 lit. a",
            "państw trzecich",
            "UODO",
            "przez 7 dni",
        ):
            assert words in page.main, words
        assert page.soup.time is None or page.soup.time["datetime"]

    def test_form_is_not_checked_by_the_browser_and_asks_for_what_is_required(self):
        form = read(self.client, self.address).soup.select_one("main form")

        assert form.has_attr("novalidate")
        assert form["method"] == "post"
        required = {field["name"] for field in form.select("[required]")}
        assert required == {"kind", "text", "on_behalf"}
        (trap,) = form.select("[tabindex]")
        assert (trap["name"], trap["tabindex"]) == ("reference", "-1")
        assert trap.find_parent(attrs={"aria-hidden": "true"})

    def test_page_is_sound_in_every_language(self):
        translate(self.draft, "en", title="Version 3", slug="version-3")
        mirror(self.draft, "uk")
        mirror(self.draft, "be")
        for code in ("pl", "en", "uk", "be"):
            page = PublicPage.get(self.client, form_address(self.draft, FIRST, code))

            assert page.faults(code) == []
            assert page.meta("robots") == "noindex"
            others = {"pl", "en", "uk", "be"} - {code}
            assert set(page.switcher) == others
            for other in others:
                expected = form_address(self.draft, FIRST, other)
                assert page.switcher[other] == expected

    def test_form_of_the_whole_version_quotes_nothing(self):
        page = read(self.client, form_address(self.draft))

        assert page.status == 200
        assert page.soup.blockquote is None
        assert page.value("proposed_wording") == ""
        assert page.soup.select_one("meta[name=robots]") is None

    def test_form_costs_few_queries_however_long_the_version_is(self):
        assert count_queries(self.client, self.address) <= 15
        for code in ("en", "be"):
            translate(self.draft, code, slug=f"version-{code}")
            found = count_queries(self.client, form_address(self.draft, FIRST, code))
            assert found <= 15

    def test_form_is_not_kept_by_shared_caches_nor_in_frames_of_others(self):
        response = self.client.get(self.address)

        assert "private" in response["Cache-Control"]
        assert "no-store" not in response["Cache-Control"]
        assert "frame-ancestors 'self'" in response["Content-Security-Policy"]

    def test_opening_stores_nothing(self):
        for method in (self.client.get, self.client.head):
            assert method(self.address).status_code == 200

        assert not SubmissionAttempt.objects.exists()

    def test_other_methods_are_not_allowed(self):
        for method in (self.client.put, self.client.delete, self.client.patch):
            assert method(self.address).status_code == 405


class TestMissing(FormCase):
    def test_unknown_clause_is_missing(self):
        for clause in (
            "99999999-9999-4999-8999-999999999999",
            "nonsense",
            "\x00",
            "1",
            f"{FIRST}x",
            "<script>",
        ):
            address = form_address(self.draft, clause)
            assert self.client.get(address).status_code == 404, clause
            assert self.client.post(address, VALID).status_code == 404, clause

    def test_page_that_is_no_version_is_missing(self):
        for number in (0, self.city.home.pk, 999_999, 10**18, 10**30):
            response = self.client.get(f"/pl/comment/{number}/")
            assert response.status_code == 404, number

    def test_version_without_a_consultation_is_missing(self):
        other = consulted(self.city, number=4, title="Wersja 4", body=[])

        assert self.client.get(form_address(other)).status_code == 404

    def test_version_that_the_public_cannot_read_is_missing(self):
        login = PageViewRestriction.LOGIN  # past the guards, which refuse it
        row = PageViewRestriction(page=self.city.programme, restriction_type=login)
        PageViewRestriction.objects.bulk_create([row])

        assert self.client.get(self.address).status_code == 404

    def test_version_taken_down_is_missing(self):
        WagtailPage.objects.filter(pk=self.draft.pk).update(live=False)

        assert self.client.get(self.address).status_code == 404


class TestLanguages(FormCase):
    def test_translation_brings_its_own_words_and_the_comment_the_consulted(self):
        english = translate(self.draft, "en", title="Version 3", slug="version-3")
        body = [*english.raw_body]
        body[0]["value"]["clauses"][0]["value"]["text"] = "support for neighbours"
        english.body = body
        english.save_revision().publish()
        address = form_address(english, FIRST, "en")

        page = read(self.client, address)
        response = send(self.client, address)

        assert page.value("proposed_wording") == "support for neighbours"
        assert response.status_code == 302
        comment = PublicComment.objects.get()
        assert comment.language == "en"
        assert comment.quoted == "wspieranie sąsiadów"
        assert comment.consultation == self.consultation

    def test_mirrored_version_says_in_which_language_its_words_are(self):
        alias = mirror(self.draft, "be")

        page = read(self.client, form_address(alias, FIRST, "be"))

        assert page.status == 200
        assert page.soup.select_one("blockquote [lang=pl]")
        assert page.value("proposed_wording") == "wspieranie sąsiadów"
        links = page.soup.select("main .actions a")
        assert all(link["href"].startswith(alias.url) for link in links)

    def test_any_page_of_the_version_leads_to_the_form_in_any_language(self):
        english = translate(self.draft, "en", slug="version-3")

        for page in (self.draft, english):
            for code in ("pl", "en", "uk"):
                response = self.client.get(form_address(page, FIRST, code))
                assert response.status_code == 200


class TestTakingIn(FormCase):
    def test_comment_without_an_email_leads_to_its_page_with_number_and_link(self):
        response = self.send()

        comment = PublicComment.objects.get()
        assert comment.state == State.REGISTERED
        assert (comment.number, comment.year) == (1, 2014)
        assert comment.text == VALID["text"]
        assert str(comment.clause_id) == str(FIRST)
        assert not comment.is_late
        assert response.status_code == 302
        page = read(self.client, response["Location"])
        assert comment.code in page.main
        assert response["Location"] in page.main
        assert mail.outbox == []

    def test_comment_with_an_email_waits_until_it_is_confirmed(self):
        response = self.send(email="jan@example.org")

        comment = PublicComment.objects.get()
        assert (comment.state, comment.number) == (State.UNCONFIRMED, None)
        assert response["Location"] == "/pl/comment/sent/"
        page = read(self.client, response["Location"])
        assert "przez 24 godziny" in page.main
        assert "jan@example.org" not in page.html
        send_due()
        (message,) = mail.outbox
        assert message.to == ["jan@example.org"]
        assert "/pl/comment/confirm/" in message.body

    def test_comment_on_the_whole_version_has_no_clause(self):
        send(self.client, form_address(self.draft))

        comment = PublicComment.objects.get()
        assert comment.clause_id is None
        assert comment.quoted == ""

    def test_wording_may_be_sent_unchanged(self):
        response = self.send(proposed_wording="wspieranie sąsiadów")

        assert response.status_code == 302
        assert PublicComment.objects.get().proposed_wording == ""

    def test_organisation_of_the_directory_is_linked(self):
        organisation = OrganisationFactory(name="Fundacja „Próbna”")

        self.send(on_behalf="organisation", organisation="fundacja próbna")

        assert PublicComment.objects.get().organisation == organisation

    def test_same_form_sent_twice_is_one_comment_with_one_receipt(self):
        opened = read(self.client, self.address)
        data = {**VALID, **opened.hidden}

        places = [self.client.post(self.address, data)["Location"] for _ in range(3)]

        assert len(set(places)) == 1
        assert PublicComment.objects.count() == CommentLink.objects.count() == 1
        assert self.client.get(places[0]).status_code == 200

    def test_same_form_with_an_email_sent_twice_is_confirmed_once(self):
        opened = read(self.client, self.address)
        data = {**VALID, **opened.hidden, "email": "jan@example.org"}

        places = [self.client.post(self.address, data)["Location"] for _ in range(2)]

        assert places == ["/pl/comment/sent/"] * 2
        send_due()
        assert len(mail.outbox) == PublicComment.objects.count() == 1

    def test_key_used_for_another_text_makes_another_comment(self):
        opened = read(self.client, self.address)
        data = {**VALID, **opened.hidden}

        places = {
            self.client.post(self.address, {**data, "text": text})["Location"]
            for text in ("Jedno.", "Drugie.")
        }

        assert len(places) == 2

    def test_comment_is_published_at_once_where_staff_read_it_only_afterwards(self):
        self.consultation.is_moderated = False
        self.consultation.save()

        page = read(self.client, self.address)
        self.send()

        assert "Przed publikacją" not in page.main
        assert PublicComment.objects.get().state == State.PUBLISHED
