"""What the public form refuses: it comes back with what was written."""

from django.test import override_settings

from pages.comments.models import Notice, PublicComment, SubmissionAttempt
from pages.comments.sending.seals import new_seal
from tests.factories.comments import PublicCommentFactory
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.cases import submission
from tests.pages.comments.visiting import VALID, Page, read
from tests.pages.markup import PublicPage
from tests.pages.programmes.closed import FIRST

from .form_case import PATIENT, FormCase


class TestRefusing(FormCase):
    def test_every_error_is_in_the_summary_and_leads_to_its_field(self):
        OrganisationFactory(name="Fundacja Sąsiedzi")
        response = self.send(
            kind="",
            text="",
            on_behalf="organisation",
            organisation="Sąsiedzi",
            email="nonsense",
            reference="X",
        )

        page = Page(response)
        assert page.title.startswith("Błąd: ")
        assert page.soup.main.find(True)["class"] == ["errors"]
        assert len(page.faults) == 5
        for link in page.soup.select("main .errors a"):
            field = page.soup.find(id=link["href"][1:])
            assert field["aria-invalid"] == "true"
            described = (
                field.get("aria-describedby")
                or field.find_parent("fieldset")["aria-describedby"]
            )
            for name in described.split():
                assert page.soup.find(id=name)
        # The summary comes before the title, as people look for it there.
        assert PublicPage(page.html).faults("pl") == ["h2 after h0"]
        assert not PublicComment.objects.exists()

    def test_key_stays_when_the_form_comes_back(self):
        opened = read(self.client, self.address)

        page = Page(self.client.post(self.address, {**opened.hidden, "text": ""}))

        assert page.hidden["key"] == opened.hidden["key"]

    def test_trap_that_is_filled_is_shown_and_nothing_is_stored(self):
        page = self.refused(
            "Zostaw to pole puste: wypełniają je tylko programy.", reference="http://x"
        )

        assert page.value("reference") == "http://x"
        assert not page.soup.select("main [aria-hidden]")
        assert not SubmissionAttempt.objects.exists()

    def test_links_without_number_are_refused(self):
        text = "http://a.pl http://b.pl http://c.pl www.d.pl"

        page = self.refused(
            "Zostaw najwyżej 3 adresy internetowe: wiele adresów mają reklamy.",
            text=text,
        )

        assert page.soup.find(id="id_text")["aria-invalid"] == "true"

    @override_settings(PUBLIC_COMMENTS={"least_seconds": 5})
    def test_form_sent_at_once_comes_back_and_is_taken_later(self):
        message = (
            "To było bardzo szybko. Sprawdź tekst poniżej i wyślij go jeszcze raz."
        )
        page = self.refused(message)

        with override_settings(PUBLIC_COMMENTS=PATIENT):
            response = self.client.post(self.address, {**VALID, **page.hidden})

        assert response.status_code == 302

    def test_form_with_a_wrong_key_comes_back_with_a_new_one(self):
        message = (
            "Formularz był otwarty zbyt długo. Sprawdź tekst poniżej i wyślij go "
            "jeszcze raz."
        )
        for key in ("", "nonsense", "\x00", new_seal()[:-2] + "xx"):
            page = self.refused(message, key=key)

            assert page.hidden["key"] not in ("", key)
        assert (
            self.client.post(self.address, {**VALID, **page.hidden}).status_code == 302
        )

    def test_form_without_a_key_comes_back(self):
        assert Page(self.client.post(self.address, VALID)).faults
        assert not PublicComment.objects.exists()

    def test_whoever_guesses_an_email_learns_nothing(self):
        PublicCommentFactory(
            consultation=self.consultation,
            about=FIRST,
            published=True,
            email="jan@example.org",
            fingerprint=submission(
                text=VALID["text"], proposed_wording=VALID["proposed_wording"]
            ).fingerprint,
        )

        right, wrong = (
            self.send(email=email, text=VALID["text"].upper())
            for email in ("JAN@example.org", "anna@example.org")
        )

        assert PublicComment.objects.count() == 2
        assert (right.status_code, right["Location"]) == (302, "/pl/comment/sent/")
        assert (wrong.status_code, wrong["Location"]) == (302, "/pl/comment/sent/")
        assert set(right.cookies) == set(wrong.cookies)

    @override_settings(PUBLIC_COMMENTS={**PATIENT, "most_unconfirmed": 2})
    def test_email_that_never_confirms_is_not_written_to_without_end(self):
        for text in ("Raz.", "Dwa.", "Trzy."):
            response = self.send(email="jan@example.org", text=text)
            assert response["Location"] == "/pl/comment/sent/"

        assert PublicComment.objects.count() == 3
        assert Notice.objects.count() == 2

    @override_settings(PUBLIC_COMMENTS={**PATIENT, "most_an_hour": 1})
    def test_network_that_sends_too_much_has_to_wait(self):
        self.send()

        response = self.send(text="Jeszcze jedno.")

        page = Page(response)
        assert page.status == 429
        assert int(response["Retry-After"]) > 0
        assert "za godzinę" in page.faults[0]
        assert page.value("text") == "Jeszcze jedno."
        assert PublicComment.objects.count() == 1

    @override_settings(PUBLIC_COMMENTS={**PATIENT, "most_an_hour": 1})
    def test_form_with_errors_does_not_count_as_sent(self):
        for _ in range(3):
            self.send(text="")

        assert self.send().status_code == 302
