"""The private link in a mail that confirms a comment."""

import datetime
from uuid import uuid4

from django.core import mail
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from pages.comments.mail.mailing import send_due
from pages.comments.models import CommentLink, Notice, NoticeKind, SubmissionAttempt
from pages.comments.states import State
from tests.pages.comments.visiting import Page

from .private_case import SECRET, PrivateCase

PAST = timezone.now() - datetime.timedelta(minutes=1)


class ConfirmCase(PrivateCase):
    def setUp(self):
        super().setUp()
        self.waiting = self.comment(unconfirmed=True, text="Dopisać seniorów.")
        self.address = self.link(self.waiting, "confirm")

    def state(self):
        self.waiting.refresh_from_db()
        return self.waiting.state


class TestConfirming(ConfirmCase):
    def test_opening_the_link_changes_nothing(self):
        for method in (self.client.get, self.client.head):
            for _ in range(2):
                page = self.check(method(self.address))
                assert page.status == 200

        assert self.state() == State.UNCONFIRMED
        assert not CommentLink.objects.filter(used_at__isnull=False).exists()
        assert not Notice.objects.exists()

    def test_page_shows_what_is_to_be_confirmed_and_a_button(self):
        page = self.read(self.address)

        assert "Dopisać seniorów." in page.main
        assert self.waiting.email not in page.html
        (button,) = page.soup.select("main form[method=post] button")
        assert not page.soup.select_one("main form").get("action")
        assert button.text == "Potwierdź uwagę"

    def test_button_confirms_and_leads_to_the_receipt(self):
        response = self.client.post(self.address)

        assert response.status_code == 302
        assert self.state() == State.REGISTERED
        assert self.waiting.number == 1
        page = Page(self.client.get(response["Location"]))
        assert self.waiting.code in page.main
        assert response["Location"] in page.main
        assert SECRET not in response["Location"]

    def test_receipt_goes_out_with_a_copy_and_a_link_that_works(self):
        self.client.post(self.address)
        send_due()

        (message,) = mail.outbox
        assert message.to == [self.waiting.email]
        assert "U1/2014" in message.subject
        assert "Dopisać seniorów." in message.body
        (line,) = [row for row in message.body.splitlines() if "/follow/" in row]
        assert self.client.get(line.strip()).status_code == 200

    def test_link_works_once(self):
        self.client.post(self.address)

        page = self.press(self.address)

        assert page.status == 200
        assert "jest już potwierdzona" in page.main
        assert "U1/2014" in page.main
        assert not page.soup.select("main form")
        assert CommentLink.objects.filter(purpose="follow").count() == 1
        assert Notice.objects.filter(kind=NoticeKind.RECEIPT).count() == 1

    def test_used_link_says_so_when_it_is_opened(self):
        self.client.post(self.address)

        assert "jest już potwierdzona" in self.read(self.address).main

    def test_link_still_works_after_the_consultation(self):
        self.consultation.closes_on = self.consultation.opens_on
        self.consultation.save()

        assert self.client.post(self.address).status_code == 302
        assert self.state() == State.REGISTERED

    def test_comment_hidden_meanwhile_is_not_confirmed(self):
        type(self.waiting).objects.filter(pk=self.waiting.pk).update(
            state=State.HIDDEN, state_before=State.UNCONFIRMED
        )

        for page in (self.read(self.address), self.press(self.address)):
            assert "nie czeka już na potwierdzenie" in page.main
        assert self.state() == State.HIDDEN


class TestExpired(ConfirmCase):
    def setUp(self):
        super().setUp()
        CommentLink.objects.update(expires_at=PAST)

    def test_link_does_nothing_and_offers_a_new_one(self):
        for page in (self.read(self.address), self.press(self.address)):
            assert "stracił ważność" in page.soup.h1.text
            (button,) = page.soup.select("main form button")
            assert button["name"] == "again"
        assert self.state() == State.UNCONFIRMED

    def test_link_works_for_24_hours(self):
        CommentLink.objects.all().delete()
        address = self.link(self.waiting, "confirm")
        link = CommentLink.objects.get()

        day = datetime.timedelta(hours=24)
        assert abs(link.expires_at - link.created_at - day).total_seconds() < 5
        assert self.client.post(address).status_code == 302

    def test_button_sends_a_new_link_that_works(self):
        response = self.client.post(self.address, {"again": "1"})

        assert response["Location"] == "/pl/comment/sent/"
        send_due()
        (message,) = mail.outbox
        (line,) = [row for row in message.body.splitlines() if "/confirm/" in row]
        assert self.client.post(line.strip()).status_code == 302
        assert self.state() == State.REGISTERED

    @override_settings(PUBLIC_COMMENTS={"most_an_hour": 1})
    def test_mail_is_not_sent_without_end(self):
        self.press(self.address, again="1")

        response = self.client.post(self.address, {"again": "1"})

        page = self.check(response)
        assert page.status == 429
        assert response["Retry-After"]
        assert "Spróbuj ponownie za godzinę" in page.main
        assert Notice.objects.count() == 1

    def test_link_that_works_sends_no_other(self):
        CommentLink.objects.update(expires_at=timezone.now() + datetime.timedelta(1))

        page = self.press(self.address, again="1")

        assert page.soup.select("main form button")[0].text == "Potwierdź uwagę"
        assert not Notice.objects.exists()
        assert not SubmissionAttempt.objects.exists()


class TestWrongLinks(ConfirmCase):
    def test_wrong_secret_uid_or_purpose_is_missing_and_kept_to_itself(self):
        link = CommentLink.objects.get()
        wrong = [
            ("comment_confirm", link.uid, "x" * 43),
            ("comment_confirm", link.uid, SECRET[:-1]),
            ("comment_confirm", link.uid, SECRET + "."),
            ("comment_confirm", link.uid, "ż\x00\u202e"),
            ("comment_confirm", link.uid, link.digest),
            ("comment_confirm", uuid4(), "y" * 43),
            ("comment_follow", link.uid, "z" * 43),
            ("comment_correct", link.uid, "z" * 43),
            ("comment_withdraw", uuid4(), "z" * 43),
        ]
        for name, uid, secret in wrong:
            address = reverse(name, args=[uid, secret])
            for method in (self.client.get, self.client.post, self.client.head):
                page = self.check(method(address))

                assert page.status == 404, address
                assert secret not in page.html

    def test_link_to_confirm_does_not_follow(self):
        link = CommentLink.objects.get()

        response = self.client.get(reverse("comment_follow", args=[link.uid, SECRET]))

        assert response.status_code == 404

    def test_secret_is_not_kept(self):
        link = CommentLink.objects.get()

        assert SECRET not in str(vars(link))
        assert len(link.digest) == 64

    def test_other_methods_are_not_allowed_and_kept_to_themselves(self):
        for method in (self.client.put, self.client.delete):
            assert self.check(method(self.address)).status == 405
        follow = self.link(self.waiting)
        assert self.check(self.client.post(follow)).status == 405

    def test_large_body_is_refused_and_kept_to_itself(self):
        body = b"again=" + b"1" * 1024 * 1024

        response = self.client.generic("POST", self.address, body)

        assert self.check(response).status == 413
