"""A public page as a browser, a robot and a screen reader take it in."""

import json
import re
from collections import Counter
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

HOSTS = {"localhost", "127.0.0.1"}
OWN_SCRIPT = "/static/search/suggest.js"
LOADING = {"img": "src", "script": "src", "link": "href", "source": "srcset"}
OPEN_GRAPH = ("type", "title", "url", "site_name", "locale")
SHARING = {
    "mailto": {"subject", "body"},
    "www.facebook.com": {"u"},
    "www.linkedin.com": {"url"},
}


class PublicPage:
    """The parsed HTML of one page; `faults` names everything wrong with it."""

    def __init__(self, html):
        self.soup = BeautifulSoup(html, "html.parser")

    @classmethod
    def get(cls, client, url, **parameters):
        response = client.get(url, parameters)
        assert response.status_code == 200, (url, response.status_code)
        return cls(response.content.decode())

    @property
    def main(self):
        """The words of the page itself, white space made plain."""
        return words(self.soup.main)

    @property
    def text(self):
        return words(self.soup)

    @property
    def canonical(self):
        (link,) = self.soup.select('link[rel="canonical"]')
        return link["href"]

    @property
    def alternates(self):
        """The addresses of the translations by language."""
        links = self.soup.select("link[hreflang]")
        return {link["hreflang"]: link["href"] for link in links}

    @property
    def switcher(self):
        """The languages offered: code and address of each link."""
        return {link["lang"]: link["href"] for link in self.soup.select(".langs a")}

    @property
    def graph(self):
        (script,) = self.soup.select('script[type="application/ld+json"]')
        data = json.loads(script.string)
        assert data["@context"] == "https://schema.org"
        return data["@graph"]

    def thing(self, kind):
        """The one schema.org thing of a kind."""
        (thing,) = [thing for thing in self.graph if thing["@type"] == kind]
        return thing

    def meta(self, name):
        """The content of a meta element, by its name or Open Graph property."""
        found = self.soup.select_one(f'meta[name="{name}"], meta[property="{name}"]')
        return found["content"] if found else None

    def faults(self, language, *, is_home=False):
        """Return what is wrong, in words; an empty list is a sound page."""
        return [
            *self._faults_of_structure(language),
            *self._faults_of_metadata(is_home=is_home),
            *self._faults_of_policy(),
            *self._faults_of_sharing(),
        ]

    def _faults_of_structure(self, language):
        if self.soup.html.get("lang") != language:
            yield f"html lang is {self.soup.html.get('lang')}"
        if len(self.soup("h1")) != 1:
            yield f"{len(self.soup('h1'))} first-level headings"
        levels = [int(h.name[1]) for h in self.soup.find_all(re.compile("^h[1-6]$"))]
        steps = zip([0, *levels], levels, strict=False)
        yield from (f"h{b} after h{a}" for a, b in steps if b > a + 1)
        skip = self.soup.body.find("a")
        target = self.soup.find(id=skip["href"].removeprefix("#"))
        if target is None or target.name != "main":
            yield "the first link does not skip to the content"
        ids = Counter(element["id"] for element in self.soup.select("[id]"))
        yield from (f"id {name} {n} times" for name, n in ids.items() if n > 1)
        for element in self.soup.select("[aria-labelledby]"):
            if self.soup.find(id=element["aria-labelledby"]) is None:
                yield f"no label with id {element['aria-labelledby']}"
        for link in self.soup.select('main a[href^="#"]'):
            if self.soup.find(id=link["href"][1:]) is None:
                yield f"a link to {link['href']}, which is not there"

    def _faults_of_metadata(self, *, is_home):
        if not self.meta("description"):
            yield "no meta description"
        yield from (f"no og:{n}" for n in OPEN_GRAPH if not self.meta(f"og:{n}"))
        if urlsplit(self.canonical).hostname not in HOSTS:
            yield f"canonical is {self.canonical}"
        if self.meta("og:url") != self.canonical:
            yield "og:url is not canonical"
        trail = self.thing("BreadcrumbList")["itemListElement"]
        if [item["position"] for item in trail] != list(range(1, len(trail) + 1)):
            yield "breadcrumbs out of order"
        if trail[-1]["item"] != self.canonical:
            yield "the last breadcrumb is not the page"
        if bool(self.soup.select("nav.crumbs")) == is_home:
            yield "breadcrumb on the home page, or none elsewhere"

    def _faults_of_policy(self):
        for script in self.soup("script"):
            is_own = script.get("src") == OWN_SCRIPT and script.has_attr("defer")
            if script.get("type") != "application/ld+json" and not is_own:
                yield f"script {script.get('src', 'inline')}"
        if self.soup("style") or self.soup.select("[style]"):
            yield "inline style"
        for element in self.soup.find_all(True):
            yield from (f"attribute {a}" for a in element.attrs if a.startswith("on"))
            address = element.get(LOADING.get(element.name, ""), "")
            if urlsplit(address).hostname not in {None, *HOSTS}:
                yield f"{element.name} from {address}"

    def _faults_of_sharing(self):
        for link in self.soup.select(".share a"):
            parts = urlsplit(link["href"])
            names = {pair.partition("=")[0] for pair in parts.query.split("&")}
            if names != SHARING.get(parts.hostname or parts.scheme):
                yield f"share link {link['href']}"
            if set(link.attrs) - {"href", "rel"}:
                yield f"share link with {sorted(link.attrs)}"


def words(element):
    """The text of an element; white space is one space, none before a mark."""
    return re.sub(r" ([,.;:)])", r"\1", " ".join(element.get_text(" ").split()))
