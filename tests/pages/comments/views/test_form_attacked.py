"""What the public form makes of what is forged or no text."""

from django.core import mail
from django.test import Client

from pages.comments.mail.mailing import send_due
from pages.comments.models import PublicComment
from tests.pages.comments.visiting import FORM, VALID, Page, form_address, read
from tests.pages.programmes.closed import FIRST, SECOND

from .form_case import FormCase


class TestForgery(FormCase):
    def setUp(self):
        self.client = Client(enforce_csrf_checks=True)

    def test_form_is_taken_with_its_token(self):
        assert self.send().status_code == 302

    def test_form_without_its_cookie_comes_back_in_the_language_with_its_text(self):
        for code in ("pl", "uk"):
            address = form_address(self.draft, FIRST, code)
            opened = read(self.client, address)
            self.client.cookies.clear()

            response = self.client.post(address, {**VALID, **opened.hidden})

            page = Page(response)
            assert page.status == 403
            assert page.soup.html["lang"] == code
            assert page.value("text") == VALID["text"]
            assert page.hidden["key"] == opened.hidden["key"]
            assert page.hidden["csrfmiddlewaretoken"]
            assert not PublicComment.objects.exists()
        assert self.client.post(address, {**VALID, **page.hidden}).status_code == 302

    def test_form_of_another_site_comes_back(self):
        opened = read(self.client, self.address)

        response = self.client.post(
            self.address,
            {**VALID, **opened.hidden},
            headers={"origin": "https://elsewhere.example"},
        )

        assert response.status_code == 403
        assert not PublicComment.objects.exists()

    def test_other_errors_are_said_as_well(self):
        opened = read(self.client, self.address)
        self.client.cookies.clear()

        page = Page(self.client.post(self.address, {**opened.hidden, "text": ""}))

        assert page.status == 403
        assert len(page.faults) == 4


class TestBadInput(FormCase):
    def test_script_and_markup_in_every_field_are_shown_as_text(self):
        nasty = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
        fields = ("proposed_wording", "text", "justification", "organisation", "name")
        values = dict.fromkeys(fields, nasty)

        page = Page(self.send(values, email=nasty, reference=nasty, kind=nasty))
        response = self.send(values, on_behalf="organisation")

        shown = read(self.client, response["Location"])
        for found in (page, shown):
            scripts = found.soup.select("main script, main img, main [onerror]")
            assert scripts == []
        assert page.value("text") == nasty
        assert "<script>alert(1)</script>" in shown.main
        assert PublicComment.objects.get().text == nasty

    def test_what_is_no_text_is_not_stored(self):
        sent = "Łąka\x00 dla\u202e wszy\x1bstkich\u2066."

        self.send(text=sent, name=sent, justification=sent)

        comment = PublicComment.objects.get()
        for name in ("text", "name", "justification"):
            assert getattr(comment, name) == "Łąka dla wszystkich."

    def test_header_cannot_be_put_into_mail(self):
        page = Page(self.send(email="jan@example.org\r\nBcc: x@example.org"))
        assert len(page.faults) == 1
        self.send(email="jan@example.org", name="Jan\r\nBcc: x@example.org")
        send_due()

        (message,) = mail.outbox
        assert message.recipients() == ["jan@example.org"]
        assert "\n" not in message.subject
        assert "Bcc" not in dict(message.message().items())

    def test_bytes_that_are_no_utf_8_are_taken_as_far_as_they_go(self):
        opened = read(self.client, self.address)
        body = (
            f"key={opened.hidden['key']}&kind=change&on_behalf=resident&text=".encode()
        )

        response = self.client.post(
            self.address, body + b"%ff%fe%d8 text", content_type=FORM
        )

        assert response.status_code == 302
        assert "text" in PublicComment.objects.get().text

    def test_fields_sent_twice_or_unknown_do_no_harm(self):
        opened = read(self.client, self.address)
        data = {**VALID, **opened.hidden, "text": ["a", "b"], "state": "published"}
        data |= {"number": "999", "clause": str(SECOND), "is_late": "1"}

        self.client.post(self.address, data)

        comment = PublicComment.objects.get()
        assert (comment.text, comment.state, comment.number) == ("b", "registered", 1)
        assert str(comment.clause_id) == str(FIRST)

    def test_long_text_of_many_bytes_is_taken_whole(self):
        text = "ж" * 20_000

        response = self.send(text=text)

        assert response.status_code == 302
        assert PublicComment.objects.get().text == text
