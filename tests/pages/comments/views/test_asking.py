"""Whoever has an e-mail asks for the own data; the site tells nobody else."""

import re
from datetime import timedelta

from django.core import mail
from django.test import TestCase, override_settings
from django.utils import timezone

from pages.comments.models import Channel, Notice, SubmissionAttempt
from pages.comments.privacy.erasing import erase_contacts
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.pages.comments.cases import sent_mail
from tests.pages.comments.privacy.author import CONTACT, EMAIL
from tests.pages.comments.visiting import Page, form_address, read

ADDRESS = "/pl/comments/my-data/"


class AskingCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.consultation = ConsultationFactory()
        cls.mine = PublicCommentFactory(consultation=cls.consultation, **CONTACT)

    def ask(self, email):
        return self.client.post(ADDRESS, {"email": email})


class TestAnswer(AskingCase):
    def test_answer_does_not_tell_whether_the_e_mail_is_known(self):
        answers = [self.ask(email) for email in (EMAIL, "nikt@example.org")]

        pages = [self.client.get(answer["Location"]).content for answer in answers]
        assert {answer.status_code for answer in answers} == {302}
        assert len({answer["Location"] for answer in answers}) == 1
        assert pages[0] == pages[1]
        assert len({str(answer.headers) for answer in answers}) == 1
        assert [one.to for one in sent_mail()] == [[EMAIL]]

    def test_link_in_the_mail_leads_to_the_comments(self):
        self.ask(EMAIL.upper())

        (message,) = sent_mail()
        (address,) = re.findall(r"http://localhost(\S+)", message.body)
        page = read(self.client, address)
        assert (page.status, address.split("/")[-2]) == (200, "all")
        assert self.mine.code in page.main
        assert EMAIL not in message.body + message.subject
        link = self.mine.links.get(purpose="data")
        assert timedelta(hours=23) < link.expires_at - timezone.now()
        assert link.expires_at - timezone.now() < timedelta(hours=25)

    def test_one_e_mail_gets_one_mail_an_hour(self):
        for email in (EMAIL, EMAIL.title(), EMAIL):
            self.ask(email)
        assert len(sent_mail()) == 1

        Notice.objects.update(created_at=timezone.now() - timedelta(minutes=61))
        self.ask(EMAIL)
        assert len(sent_mail()) == 1

    def test_link_is_bound_to_the_newest_comment(self):
        newest = PublicCommentFactory(consultation=self.consultation, email=EMAIL)
        newest.received_at = timezone.now() + timedelta(minutes=1)
        newest.save()

        self.ask(EMAIL)

        assert Notice.objects.get().comment == newest

    def test_e_mail_that_was_never_confirmed_gets_nothing(self):
        unsure = PublicCommentFactory(consultation=self.consultation, unconfirmed=True)

        self.ask(unsure.email)

        assert sent_mail() == []
        assert not Notice.objects.exists()

    def test_e_mail_of_a_letter_that_staff_entered_gets_the_link(self):
        PublicCommentFactory(
            consultation=self.consultation,
            channel=Channel.PAPER,
            email="list@example.org",
        )

        self.ask("list@example.org")

        assert [one.to for one in sent_mail()] == [["list@example.org"]]

    def test_erased_e_mail_is_known_no_more(self):
        self.ask(EMAIL)
        erase_contacts(comment=self.mine)

        self.ask(EMAIL)

        assert sent_mail() == mail.outbox == []


class TestForm(AskingCase):
    def test_form_works_in_every_language_and_is_not_indexed(self):
        for code in ("pl", "en", "uk", "be"):
            page = read(self.client, f"/{code}/comments/my-data/")
            assert page.soup.select_one("main form [name=email]")
            assert page.soup.select_one("main form [name=csrfmiddlewaretoken]")
            assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"

    def test_what_is_no_e_mail_is_refused_and_kept(self):
        for email in ("", "anna", "anna@", "a@b.pl, c@d.pl", "x" * 300 + "@b.pl"):
            page = Page(self.ask(email))
            assert page.status == 200
            assert page.faults
            assert page.value("email") == email
        assert not SubmissionAttempt.objects.exists()

    @override_settings(PUBLIC_COMMENTS={"most_an_hour": 2})
    def test_asking_too_often_has_to_wait(self):
        for n in range(2):
            assert self.ask(f"nikt{n}@example.org").status_code == 302

        response = self.ask(EMAIL)

        assert response.status_code == 429
        assert response["Retry-After"]
        assert sent_mail() == []

    @override_settings(PUBLIC_COMMENTS={"largest_body": 1000})
    def test_form_that_is_too_large_is_refused_in_words(self):
        response = self.ask("x" * 2000)

        assert response.status_code == 413
        page = Page(response)
        assert page.soup.select_one(f'main a[href="{ADDRESS}"]')

    def test_form_of_another_site_sends_nothing(self):
        client = self.client_class(enforce_csrf_checks=True)

        response = client.post(ADDRESS, {"email": EMAIL})

        assert response.status_code == 403
        assert Page(response).value("email") == EMAIL
        assert not Notice.objects.exists()

    def test_other_methods_are_refused(self):
        assert self.client.put(ADDRESS).status_code == 405
        assert self.client.post(f"{ADDRESS}sent/").status_code == 405


class TestPrivacyNotice(AskingCase):
    def page(self):
        return read(self.client, form_address(self.consultation.draft))

    def test_notice_leads_to_the_form(self):
        assert self.page().soup.select_one(f'main .privacy a[href="{ADDRESS}"]')
        sent = read(self.client, "/pl/comment/sent/")
        assert sent.soup.select_one(f'main a[href="{ADDRESS}"]')

    def test_notice_names_the_day_where_there_is_one(self):
        assert "2031" not in self.page().main

        self.consultation.erase_contacts_on = "2031-03-04"
        self.consultation.save()

        assert "4 marca 2031" in self.page().main
