"""The public form for errors: sent, refused with the text kept, and attacked."""

import pytest
from django.test import Client, TestCase, override_settings

from pages.comments.models import SubmissionAttempt
from pages.directory.models import DataErrorReport, WrongData
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.visiting import Page, read
from tests.pages.markup import PublicPage
from tests.pages.measure import MOST_BYTES, count_queries, weight

VALID = {
    "subject": "seat",
    "text": "Siedziba jest teraz przy ul. Lipowej 4.",
    "email": "ktos@example.org",
    "reference": "",
}


@override_settings(PUBLIC_COMMENTS={"least_seconds": 0})
class FormCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        City()
        cls.organisation = OrganisationFactory(name="Fundacja „Próba”", slug="proba")
        cls.address = "/en/organisations/proba/report-error/"

    def send(self, **changes):
        opened = read(self.client, self.address)
        return self.client.post(self.address, {**VALID, **opened.hidden, **changes})

    def refused(self, *fields, status=200, **changes):
        """Send what is refused; return the page, on which all is kept."""
        page = Page(self.send(**changes))
        assert page.status == status
        assert page.title.startswith("Error: ")
        links = [a["href"] for a in page.soup.select("main .errors a")]
        assert links == [f"#id_{name}" for name in fields]
        assert len(page.faults) == max(1, len(fields))
        sent = {**VALID, **changes}
        assert [page.value(name) for name in ("text", "email")] == [
            sent["text"],
            sent["email"],
        ]
        is_choice = sent["subject"] in WrongData.values
        assert page.value("subject") == (sent["subject"] if is_choice else None)
        assert not DataErrorReport.objects.exists()
        return page


class TestForm(FormCase):
    def test_form_is_sound_in_every_language_and_not_indexed(self):
        for code in ("pl", "en", "uk", "be"):
            page = PublicPage.get(
                self.client, self.address.replace("/en/", f"/{code}/")
            )

            assert set(page.faults(code)) <= {"no og:site_name"}  # no home page there
            assert page.meta("robots") == "noindex"
            chosen = page.soup.select("[name=subject]")
            assert [one["value"] for one in chosen] == WrongData.values

    def test_looking_changes_nothing(self):
        self.client.get(self.address)
        self.client.head(self.address)

        assert not DataErrorReport.objects.exists()
        assert not SubmissionAttempt.objects.exists()

    def test_report_is_kept_and_thanked_for_with_its_number(self):
        response = self.send()

        report = DataErrorReport.objects.get()
        assert (report.organisation, report.state) == (self.organisation, "new")
        assert [report.subject, report.text, report.email] == list(VALID.values())[:3]
        assert response.status_code == 302
        page = PublicPage.get(self.client, response["Location"])
        assert page.faults("en") == ["no og:site_name"]
        assert page.meta("robots") == "noindex"
        assert report.code in page.main
        for private in (report.text, report.email):
            assert private not in str(page.soup)
        polish = PublicPage.get(self.client, page.switcher["pl"])
        assert report.code in polish.main

    def test_thanks_for_a_made_up_number_are_not_found(self):
        self.send()
        for receipt in ("", "B1/2026", "B1/2026:abc", "\x00"):
            sent = self.client.get(f"{self.address}sent/", {"receipt": receipt})

            assert sent.status_code == 404

    def test_address_is_optional(self):
        self.send(email="")

        assert DataErrorReport.objects.get().email == ""

    def test_same_form_sent_again_gives_the_same_number(self):
        opened = read(self.client, self.address)
        data = {**VALID, **opened.hidden}

        answers = {self.client.post(self.address, data)["Location"] for _ in range(2)}

        assert len(answers) == 1
        assert DataErrorReport.objects.count() == 1

    def test_report_of_a_merged_organisation_is_one_of_the_entry_that_stands(self):
        kept = OrganisationFactory(slug="nastepca")
        opened = read(self.client, self.address)
        self.organisation.merged_into = kept
        self.organisation.save()

        looked = self.client.get(self.address)
        sent = self.client.post(self.address, {**VALID, **opened.hidden})

        assert looked.status_code == 301
        assert looked["Location"] == "/en/organisations/nastepca/report-error/"
        assert sent.status_code == 302
        assert DataErrorReport.objects.get().organisation == kept

    def test_unknown_organisation_has_no_form(self):
        assert self.client.get(
            "/en/organisations/nie-ma/report-error/"
        ).status_code == (404)

    def test_form_is_light_and_costs_few_queries(self):
        assert weight(self.client.get(self.address).content) <= MOST_BYTES
        assert count_queries(self.client, self.address) <= 6


class TestRefused(FormCase):
    def test_each_field_says_what_is_wrong_with_it(self):
        self.refused("subject_0", subject="")
        self.refused("subject_0", subject="private_note")
        self.refused("text", text="")
        self.refused("text", text="za mało")
        self.refused("text", text="a" * 2001)
        self.refused("email", email="nie adres")
        self.refused("subject_0", "text", "email", subject="", text="", email="@")

    def test_text_of_the_greatest_length_is_taken(self):
        self.send(text="ą" * 2000)

        assert len(DataErrorReport.objects.get().text) == 2000

    def test_advertising_is_refused(self):
        links = " ".join(f"https://example.org/{n}" for n in range(4))
        self.refused("text", text=f"Polecamy {links}")

    def test_what_only_programs_fill_in_is_refused(self):
        self.refused("reference", reference="tak")

    @override_settings(PUBLIC_COMMENTS={"least_seconds": 5})
    def test_haste_is_refused(self):
        page = self.refused()

        assert len(page.faults) == 1

    def test_form_without_our_key_is_refused(self):
        for key in ("", "x", "\x00"):
            page = self.refused(key=key)

            assert page.hidden["key"] not in {"", key}

    @override_settings(PUBLIC_COMMENTS={"least_seconds": 0, "most_an_hour": 2})
    def test_too_many_are_refused_until_an_hour_is_over(self):
        for number in range(2):
            assert self.send(text=f"Siedziba numer {number}").status_code == 302

        response = self.send(text="Siedziba numer 3")

        assert response.status_code == 429
        assert response["Retry-After"] == "3600"
        assert Page(response).value("text") == "Siedziba numer 3"
        assert DataErrorReport.objects.count() == 2

    def test_address_of_the_visitor_is_not_kept(self):
        self.send()

        (attempt,) = SubmissionAttempt.objects.all()
        assert "127.0.0.1" not in attempt.address
        assert len(attempt.address) == 64

    def test_form_of_another_site_is_refused_and_the_text_kept(self):
        strict = Client(enforce_csrf_checks=True)
        opened = read(strict, self.address)
        data = {**VALID, **opened.hidden, "csrfmiddlewaretoken": "x" * 64}

        page = Page(strict.post(self.address, data))

        assert page.status == 403
        assert page.value("text") == VALID["text"]
        assert not DataErrorReport.objects.exists()

    def test_form_of_this_site_is_taken_with_the_check(self):
        strict = Client(enforce_csrf_checks=True)
        data = {**VALID, **read(strict, self.address).hidden}

        assert strict.post(self.address, data).status_code == 302

    def test_huge_or_broken_bodies_are_refused(self):
        huge = self.send(text="a" * 600_000)
        broken = self.client.generic(
            "POST", self.address, b"x", "multipart/form-data; boundary=\xff"
        )

        assert huge.status_code == 413
        assert broken.status_code == 400
        for response in (huge, broken):
            assert Page(response).soup.h1
        assert not DataErrorReport.objects.exists()

    def test_other_methods_are_refused(self):
        assert self.client.put(self.address).status_code == 405
        assert self.client.post(f"{self.address}sent/").status_code == 405

    def test_what_is_no_text_is_taken_out(self):
        self.send(text="Siedziba\u202e jest\x07 gdzie indziej")

        assert DataErrorReport.objects.get().text == "Siedziba jest gdzie indziej"


@pytest.mark.django_db
def test_markup_in_a_report_does_no_harm(client, settings):
    settings.PUBLIC_COMMENTS = {"least_seconds": 0}
    City()
    address = f"{OrganisationFactory().url}report-error/"
    text = "</textarea><script>alert(1)</script>"

    page = Page(client.post(address, {**VALID, "text": text, "key": "x"}))

    assert page.value("text") == text
    assert "<script>alert" not in page.html
