"""Every public page type of the demo, in Polish and in English, as it is sent."""

from django.test import TestCase

from tests.browser.addresses import ADDRESSES
from tests.demo.snapshot import put_demo

from .markup import PublicPage
from .measure import MOST_BYTES, MOST_QUERIES, count_queries, weight

ERRORS = {"missing", "broken"}
HOMES = {"home", "home in Ukrainian"}
PAGES = [
    (name, url)
    for name, urls in ADDRESSES.items()
    if name not in ERRORS
    for url in urls
]


class TestDemoPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()

    def test_pages_are_sound_in_every_language(self):
        faults = {}
        for name, url in PAGES:
            page = PublicPage.get(self.client, url)
            faults[url] = page.faults(url.split("/")[1], is_home=name in HOMES)

        assert {url: found for url, found in faults.items() if found} == {}

    def test_pages_are_light(self):
        weights = {url: weight(self.client.get(url).content) for _, url in PAGES}

        assert max(weights.values()) <= MOST_BYTES, weights

    def test_pages_cost_few_queries(self):
        queries = {url: count_queries(self.client, url) for _, url in PAGES}

        assert max(queries.values()) <= MOST_QUERIES, queries


UNSOUND = """<html lang="pl"><head><link rel="canonical" href="https://cudza.org/">
<meta name="description" content=""><style>b{}</style>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "BreadcrumbList", "itemListElement": [{"position": 2, "item": "x"}]}]}
</script><script src="https://cudza.org/a.js"></script></head><body>
<a href="#content">dalej</a><main id="content"><h1>a</h1><h1>b</h1><h3>c</h3>
<i id="two" style="color:red" onclick="x()"></i><i id="two"></i>
<section aria-labelledby="none"></section><a href="#gone">d</a>
<img src="//cudza.org/x.png"><ul class="share"><li>
<a href="https://www.facebook.com/sharer?u=1&amp;utm=2" target="x">f</a></li></ul>
</main></body></html>"""
FAULTS = {
    "html lang is pl",
    "2 first-level headings",
    "h3 after h1",
    "id two 2 times",
    "no label with id none",
    "a link to #gone, which is not there",
    "no meta description",
    "no og:type",
    "no og:title",
    "no og:url",
    "no og:site_name",
    "no og:locale",
    "canonical is https://cudza.org/",
    "og:url is not canonical",
    "breadcrumbs out of order",
    "the last breadcrumb is not the page",
    "breadcrumb on the home page, or none elsewhere",
    "script https://cudza.org/a.js",
    "script from https://cudza.org/a.js",
    "link from https://cudza.org/",
    "img from //cudza.org/x.png",
    "inline style",
    "attribute onclick",
    "share link https://www.facebook.com/sharer?u=1&utm=2",
    "share link with ['href', 'target']",
}


def test_unsound_page_is_found_out():
    assert set(PublicPage(UNSOUND).faults("en")) == FAULTS
