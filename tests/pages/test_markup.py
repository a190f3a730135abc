"""Every public page of the demo, in each of its languages, as it is sent."""

from django.conf import settings
from django.test import TestCase
from wagtail.models import Page

from demo.content.programme import uid
from tests.demo.snapshot import put_demo

from .markup import PublicPage
from .measure import MOST_BYTES, MOST_QUERIES, count_queries, weight

VIEWS = (
    "search/?q=ekonomia",
    "organisations/",
    "organisations/fundacja-soclab/",
    f"clause/{uid('social-economy')}/",
    "comments/2014/1/",
)


class TestDemoPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()
        pages = Page.objects.filter(depth__gt=1).order_by("path")
        codes = [code for code, _name in settings.LANGUAGES]
        drafts = pages.filter(programmes_programmedraftpage__isnull=False)
        cls.addresses = [
            *(page.url for page in pages),
            *(f"{draft.url}?view=comments" for draft in drafts),
            *(f"/{code}/{view}" for code in codes for view in VIEWS),
        ]

    def test_pages_are_sound_in_every_language(self):
        faults = {}
        for url in self.addresses:
            _, code, *rest = url.split("/")
            page = PublicPage.get(self.client, url)
            faults[url] = page.faults(code, is_home=rest == [""])

        assert {url: found for url, found in faults.items() if found} == {}

    def test_pages_are_light(self):
        weights = {u: weight(self.client.get(u).content) for u in self.addresses}

        assert {url: n for url, n in weights.items() if n > MOST_BYTES} == {}

    def test_pages_cost_few_queries(self):
        queries = {url: count_queries(self.client, url) for url in self.addresses}

        assert {url: n for url, n in queries.items() if n > MOST_QUERIES} == {}


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
