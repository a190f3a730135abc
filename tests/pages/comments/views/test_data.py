"""An author's own data by a private link: seen, downloaded, erased."""

import datetime
import json
import logging
from unittest.mock import patch

import pytest
from django.test import override_settings
from django.utils import timezone

from config.logs import LineFormatter
from pages.comments.models import CommentLink, Notice, PublicComment
from pages.comments.office.moderating import ask_back
from tests.factories.comments import AnswerFactory
from tests.pages.comments.cases import history
from tests.pages.comments.privacy.author import CONTACT, EMAIL, NAME, stored
from tests.pages.comments.visiting import Page
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import staff

from .private_case import HEADERS, SECRET, PrivateCase

PAST = timezone.now() - datetime.timedelta(minutes=1)


class DataCase(PrivateCase):
    def setUp(self):
        super().setUp()
        self.mine = self.comment(published=True, **CONTACT)
        self.address = self.link(self.mine)

    def file(self, address):
        """Return the downloaded data."""
        response = self.client.get(address)
        assert response.status_code == 200
        for name, value in HEADERS.items():
            assert response[name] == value
        assert response["Content-Disposition"].startswith("attachment; filename=")
        assert response["X-Content-Type-Options"] == "nosniff"
        return json.loads(response.content)


class TestOwnData(DataCase):
    def test_page_of_the_comment_leads_to_the_data_and_they_to_the_rest(self):
        page = self.read(self.address)
        links = [a["href"] for a in page.soup.select("main .actions a")]
        assert links == ["data/", "erase/"]

        data = self.read(f"{self.address}data/")
        links = [a["href"] for a in data.soup.select("main .actions a")]

        assert links == ["file/", "../erase/"]
        assert self.client.get(f"{self.address}erase/").status_code == 200

    def test_page_shows_all_that_is_kept(self):
        page = self.read(f"{self.address}data/")

        for words in (NAME, EMAIL, self.mine.text, self.mine.code):
            assert words in page.main

    def test_file_holds_all_that_is_kept(self):
        clerk = staff("redakcja", "Redakcja")
        self.mine.state = "registered"
        self.mine.save()
        ask_back(comment=self.mine, message="Która sala?", user=clerk)
        AnswerFactory(comments=[self.mine], published=True, reasons="Zadanie powiatu.")
        AnswerFactory(comments=[self.mine], reasons="Szkic urzędnika.")

        data = self.file(f"{self.address}data/file/")

        (kept,) = data["comments"]
        assert kept["contact"] == {**CONTACT, "name_is_public": False}
        assert kept["comment"]["text"] == self.mine.text
        assert kept["comment"]["code"] == self.mine.code
        assert [step["note"] for step in kept["history"]] == ["Która sala?"]
        assert [answer["reasons"] for answer in kept["answers"]] == ["Zadanie powiatu."]
        assert [mail["message"] for mail in kept["mail"]] == ["Która sala?"]
        assert len(kept["links"]) == 2
        assert data["not_kept"]
        assert "redakcja" not in str(data)

    def test_file_does_not_tell_how_far_the_offices_own_work_is(self):
        self.mine.state = "drafted"
        self.mine.save()

        state = self.file(f"{self.address}data/file/")["comments"][0]["comment"][
            "state"
        ]

        assert "stanowisko" in state
        assert "projekt" not in state.replace("projektu", "")

    def test_file_is_laid_out_to_be_read(self):
        text = self.client.get(f"{self.address}data/file/").content.decode()

        assert f'\n      "contact": {{\n        "name": "{NAME}"' in text
        assert SECRET not in text

    def test_nobody_gets_anything_without_the_secret(self):
        for tail in ("data/", "data/file/", "erase/"):
            wrong = self.address.replace(SECRET, "zgadywanie")
            for method in (self.client.get, self.client.post):
                response = method(f"{wrong}{tail}")
                assert response.status_code == 404
                assert EMAIL not in response.content.decode()

    def test_logs_leave_the_secret_out(self):
        data = self.link(self.mine, "data")
        for address in (f"{self.address}data/file/", data, f"{data}erase/"):
            line = LineFormatter().format(record(f"Not Found: {address}"))
            assert SECRET not in line
            assert "[secret]" in line


def record(message):
    return logging.LogRecord("city", 40, __file__, 1, message, (), None)


class TestErasing(DataCase):
    def erase(self, **wishes):
        return self.client.post(f"{self.address}erase/", wishes)

    def test_page_asks_first_and_opening_it_changes_nothing(self):
        for method in (self.client.get, self.client.head):
            self.check(method(f"{self.address}erase/"))

        page = self.read(f"{self.address}erase/")

        names = [field["name"] for field in page.soup.select("main form input")]
        assert names == ["with_links"]
        assert page.soup.select_one('main a[href="../withdraw/"]')
        assert EMAIL not in page.html
        assert stored(self.mine).email == EMAIL

    def test_button_erases_and_the_link_still_works(self):
        response = self.erase()

        assert (response.status_code, response["Location"]) == (302, "../")
        kept = stored(self.mine)
        assert (kept.name, kept.email) == ("", "")
        page = self.read(self.address)
        assert page.status == 200
        assert page.soup.select_one("main .inset + .actions")
        assert history(self.mine)[0][2]["by"] == "author"

    def test_second_press_erases_nothing_and_says_so(self):
        self.erase()

        page = self.check(self.erase())

        assert page.status == 200
        assert not page.soup.select("main form")
        assert page.soup.select_one("main .inset")
        assert len(history(self.mine)) == 1

    def test_published_name_is_offered_and_goes_only_when_chosen(self):
        PublicComment.objects.update(name_is_public=True)
        page = self.read(f"{self.address}erase/")
        names = [field["name"] for field in page.soup.select("main form input")]
        assert names == ["with_public_name", "with_links"]

        self.erase()
        assert (stored(self.mine).name, stored(self.mine).email) == (NAME, "")
        assert NAME in Page(self.client.get(self.mine.url)).main

        self.erase(with_public_name="on")
        assert stored(self.mine).name == ""
        assert NAME not in Page(self.client.get(self.mine.url)).html

    def test_link_stops_working_when_its_owner_wants_so(self):
        response = self.erase(with_links="on")

        assert response["Location"] == "/pl/comments/my-data/erased/"
        assert self.client.get(response["Location"]).status_code == 200
        assert self.client.get(self.address).status_code == 404

    def test_answered_comment_is_not_offered_to_be_withdrawn(self):
        PublicComment.objects.update(state="answered")

        page = self.read(f"{self.address}erase/")

        assert page.soup.select("main form")
        assert not page.soup.select_one('main a[href="../withdraw/"]')

    @override_settings(PUBLIC_COMMENTS={"largest_body": 1000})
    def test_form_that_is_too_large_is_refused(self):
        assert self.erase(x="x" * 2000).status_code == 413
        assert stored(self.mine).email == EMAIL


class TestAllData(DataCase):
    def setUp(self):
        super().setUp()
        self.second = self.comment(email=EMAIL.upper(), name="Anna")
        self.foreign = self.comment(email="jan@example.org", text="Uwaga Jana.")
        self.nobody = self.comment(text="Uwaga niczyja.")
        self.unsure = self.comment(
            unconfirmed=True, name="Inna Osoba", text="Uwaga innej osoby."
        )
        type(self.unsure).objects.filter(pk=self.unsure.pk).update(email=EMAIL)
        CommentLink.objects.filter(comment=self.mine, purpose="follow").delete()
        self.address = self.link(self.mine, "data")

    def erase(self, **wishes):
        return self.client.post(f"{self.address}erase/", wishes)

    def test_all_comments_of_the_e_mail_are_listed_and_no_other(self):
        page = self.read(self.address)

        codes = [h.text for h in page.soup.select("main h2")][:-1]
        assert codes == [self.second.code, self.mine.code]
        for words in ("Uwaga Jana.", "Uwaga niczyja.", "Uwaga innej", "Inna Osoba"):
            assert words not in page.html
        assert page.soup.select_one(f'main a[href="{self.mine.url}"]')

    def test_file_holds_all_of_them(self):
        data = self.file(f"{self.address}file/")

        codes = [kept["comment"]["code"] for kept in data["comments"]]
        assert codes == [self.second.code, self.mine.code]

    def test_button_erases_the_e_mail_wherever_it_is(self):
        response = self.erase()

        assert response["Location"] == "/pl/comments/my-data/erased/"
        for comment in (self.mine, self.second, self.unsure):
            assert (stored(comment).name, stored(comment).email) == ("", "")
        assert stored(self.foreign).email == "jan@example.org"
        for tail in ("", "file/", "erase/"):
            assert self.client.get(f"{self.address}{tail}").status_code == 404

    def test_all_is_erased_or_nothing(self):
        failing = [True, RuntimeError("the database is away")]
        with (
            patch("pages.comments.privacy.erasing.log", side_effect=failing),
            pytest.raises(RuntimeError),
        ):
            self.erase()

        for comment in (self.mine, self.second, self.unsure):
            assert stored(comment).email.lower() == EMAIL
        assert self.read(self.address).status == 200

    def test_link_whose_e_mail_is_gone_leads_to_nobodys_comments(self):
        type(self.mine).objects.filter(pk=self.mine.pk).update(email="")

        page = self.read(self.address)

        assert "Uwaga niczyja." not in page.html
        assert self.file(f"{self.address}file/")["comments"] == []
        self.erase(with_links="on")
        assert stored(self.second).email

    def test_link_that_has_expired_shows_and_does_nothing(self):
        CommentLink.objects.filter(purpose="data").update(expires_at=PAST)

        for tail in ("", "file/", "erase/"):
            page = self.check(self.client.get(f"{self.address}{tail}"))
            assert page.soup.select_one('main a[href="/pl/comments/my-data/"]')
            assert self.mine.code not in page.html
        self.erase()
        assert stored(self.mine).email == EMAIL

    def test_link_to_one_comment_does_not_open_all(self):
        follow = self.link(self.foreign)

        assert self.client.get(f"{follow}all/").status_code == 404
        assert self.client.get(self.address.removesuffix("all/")).status_code == 404

    def test_list_costs_no_more_queries_with_more_comments(self):
        before = count_queries(self.client, self.address)
        for _ in range(3):
            comment = self.comment(answered=True, of_organisation=True, email=EMAIL)
            AnswerFactory(comments=[comment], published=True)
            Notice.objects.create(comment=comment, kind="receipt")

        assert count_queries(self.client, self.address) == before <= 15
