"""Bodies that are too large, or no form at all."""

from io import BytesIO

import pytest
from django.test import Client, override_settings

from pages.comments.limits import limits
from pages.comments.models import PublicComment
from tests.pages.comments.visiting import FORM, VALID, Page

from .form_case import FormCase


class Unread(BytesIO):
    """A body that must not be read."""

    def read(self, *args):
        pytest.fail("The body was read.")

    readline = read


class TestLargeBodies(FormCase):
    def test_megabyte_is_refused_in_the_visitors_language_before_it_is_read(self):
        for code, size in (("pl", "512 KB"), ("uk", "512 КБ")):
            address = self.address.replace("/pl/", f"/{code}/")
            for client in (Client(), Client(enforce_csrf_checks=True)):
                response = client.generic(
                    "POST",
                    address,
                    content_type=FORM,
                    **{"wsgi.input": Unread(), "CONTENT_LENGTH": str(1024 * 1024)},
                )

                page = Page(response)
                assert page.status == 413
                assert page.soup.html["lang"] == code
                assert size in page.main
        assert not PublicComment.objects.exists()

    def test_body_as_large_as_the_limit_is_read(self):
        most = limits().largest_body
        body = b"text=" + b"a" * (most - 5)

        assert (
            self.client.post(self.address, body, content_type=FORM).status_code == 200
        )
        response = self.client.post(self.address, body + b"a", content_type=FORM)
        assert response.status_code == 413

    @override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
    def test_body_that_django_finds_too_large_is_refused_alike(self):
        response = self.client.post(
            self.address, b"text=" + b"a" * 2000, content_type=FORM
        )

        assert response.status_code == 413
        assert "Niczego nie zapisano" in Page(response).main


class TestMalformedBodies(FormCase):
    def refused(self, body, content_type):
        response = self.client.generic("POST", self.address, body, content_type)
        page = Page(response)
        assert page.status == 400
        assert "Nie udało się odczytać tego" in page.main
        assert page.soup.html["lang"] == "pl"
        assert not PublicComment.objects.exists()

    def test_too_many_fields_are_refused(self):
        self.refused(b"&".join([b"a="] * 10_002), FORM)

    def test_multipart_that_is_none_is_refused(self):
        self.refused(b"x", "multipart/form-data")
        self.refused(b"x", "multipart/form-data; boundary=" + "x" * 300)

    def test_other_character_set_is_refused(self):
        self.refused("text=ąę".encode("utf-16"), f"{FORM}; charset=utf-16")

    def test_multipart_form_is_taken_as_any_other(self):
        response = self.client.post(self.address, {**VALID, "key": "x"})

        assert response.status_code == 200
        assert Page(response).value("text") == VALID["text"]

    def test_json_is_an_empty_form(self):
        response = self.client.post(
            self.address, b'{"text": "x"}', content_type="application/json"
        )

        assert response.status_code == 200
        assert Page(response).faults
