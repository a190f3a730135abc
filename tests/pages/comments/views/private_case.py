"""What the tests of private pages share."""

from django.test import Client, TestCase

from pages.comments.sending.links import link_path, make_link
from tests.factories.comments import (
    ConsultationFactory,
    PublicCommentFactory,
    today,
)
from tests.pages.comments.visiting import Page
from tests.pages.programmes.closed import FIRST

SECRET = "sekretna-czesc_adresu"
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class PrivateCase(TestCase):
    """An open consultation; `link` gives a comment a private address."""

    @classmethod
    def setUpTestData(cls):
        cls.consultation = ConsultationFactory()

    def setUp(self):
        # No cookie and a null origin: what a browser sends from such a page.
        self.client = Client(enforce_csrf_checks=True, headers={"origin": "null"})

    def comment(self, **values):
        values.setdefault("about", FIRST)
        return PublicCommentFactory(consultation=self.consultation, **values)

    def link(self, comment, purpose="follow", **times):
        link, _secret = make_link(comment=comment, purpose=purpose, secret=SECRET)
        for name, value in times.items():
            setattr(link, name, value)
        link.save()
        return link_path(link, SECRET)

    def read(self, address, **options):
        return self.check(self.client.get(address, **options))

    def press(self, address, **data):
        return self.check(self.client.post(address, data))

    def check(self, response, *, is_spelt_out=False):
        """Return the page; it keeps its address to itself."""
        for name, value in HEADERS.items():
            assert response[name] == value
        page = Page(response)
        assert (SECRET in page.html) is is_spelt_out
        if page.html:
            assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"
            assert not page.soup.select("link[rel=canonical], script, .langs, .share")
            assert not page.soup.select('[property="og:url"], [hreflang]')
        return page


class OwnCase(PrivateCase):
    """A consultation that `close` ends, seen from an author's own page."""

    def close(self):
        self.consultation.opens_on = today(-9)
        self.consultation.closes_on = today(-1)
        self.consultation.save()
