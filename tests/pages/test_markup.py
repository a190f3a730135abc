"""Every public page type of the demo, in Polish and in English, as it is sent."""

from django.test import TestCase

from tests.browser.addresses import ADDRESSES
from tests.demo.snapshot import put_demo

from .markup import PublicPage

ERRORS = {"missing", "broken"}
HOMES = {"home", "home in Ukrainian"}
PAGES = [
    (name, url)
    for name, urls in ADDRESSES.items()
    if name not in ERRORS
    for url in urls
]


class TestMarkup(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()

    def test_pages_are_sound_in_every_language(self):
        faults = {}
        for name, url in PAGES:
            page = PublicPage.get(self.client, url)
            faults[url] = page.faults(url.split("/")[1], is_home=name in HOMES)

        assert {url: found for url, found in faults.items() if found} == {}
