"""The second face: typed without a cast, open to everybody, and whole."""

import re
from pathlib import Path

import pytest

from tests.axe import axe_violations
from tests.browser.conftest import DESKTOP, PHONE

from .filling import ALT, KINDS, LANGUAGE, WIDTHS

pytestmark = pytest.mark.browser
CASTS = Path(__file__).parent / "casts.mjs"
REPORT = "/spotkania/warsztaty-26-lipca-2013/"
DRAFT = "/programy/2014/wersja-3/"
LEAVES = ("/", REPORT, DRAFT, f"{DRAFT}changes/", "/search/?q=sport")
BLOCKS = {
    "heading": "main h2:text-is('Як ми працювали')",
    "paragraph": "main .text a",
    "inset": "main div.inset b",
    "figure": "main figure img",
    "quote": "main blockquote",
    "documents": "main .files a[href$='.txt']",
}
MISSING = "404 (Not Found)"


@pytest.fixture
def reader(new_context, face):
    """A page of the face that keeps what the browser complains of."""
    page = new_context(base_url=face, locale="pl-PL").new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


def test_types_need_no_cast(npm, built_face):
    assert npm(built_face, "node", str(CASTS)) == ""


def test_silenced_types_are_seen(npm, built_face, tmp_path):
    """The test above can fail: each way of silencing a type is found."""
    for folder in ("src/browser", "src/pages"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "node_modules").symlink_to(built_face / "node_modules")
    lines = (
        *("let a: any;", "const b = a as string;", "const c = a!;", "// @ts-ignore"),
        *("const d = <string>a;", "function e(f: unknown): f is string { return !f; }"),
    )
    (tmp_path / "src" / "a.ts").write_text("\n".join(lines))

    assert npm(tmp_path, "node", str(CASTS)).count("a.ts:") == len(lines)


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)], ids=["desktop", "phone"]
)
@pytest.mark.parametrize("language", ["pl", "uk"])
def test_pages_are_open_to_everybody(reader, language, scheme, size):
    reader.emulate_media(color_scheme=scheme)
    reader.set_viewport_size(size)
    found = []
    for leaf in LEAVES:
        assert reader.goto(f"/{language}{leaf}").ok
        if "?" in leaf:
            reader.locator("#status:has-text(':')").wait_for()
        found += axe_violations(reader)
        width = reader.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"], leaf
        assert reader.locator("html").get_attribute("lang") == language
        assert reader.locator("h1").count() == 1

    assert (found, reader.complaints) == ([], [])


def test_report_has_all_that_the_api_tells(reader, site):
    assert BLOCKS.keys() == KINDS
    reader.goto(f"/{LANGUAGE}{REPORT}")

    for kind, selector in BLOCKS.items():
        assert reader.locator(selector).count() == 1, kind
    picture = reader.locator(BLOCKS["figure"])
    assert picture.get_attribute("alt") == ALT
    assert re.findall(r" (\d+)w", picture.get_attribute("srcset")) == WIDTHS
    assert reader.evaluate("document.querySelector('figure img').naturalWidth") > 0
    link = reader.locator(BLOCKS["paragraph"]).get_attribute("href")
    assert link == f"{site}/{LANGUAGE}/spotkania/"
    assert reader.locator(".findings").count() > 1
    assert reader.locator("main a[href*='/organisations/']").count() == 10
    # From one language to the other and back on the same page.
    reader.locator("header a[lang=pl]").click()
    assert reader.url.endswith(f"/pl{REPORT}")


def test_changes_are_said_in_words(reader):
    reader.goto(f"/pl{DRAFT}")
    assert reader.locator("[id^=c-]").count() == 24
    reader.locator(f"main a[href='/pl{DRAFT}changes/']").click()

    for name, word in (("ins", "dodano:"), ("del", "usunięto:")):
        said = " ".join(reader.locator(name).first.text_content().split())
        assert re.fullmatch(f"{word} .+ koniec zmiany", said)
    reader.locator("summary").first.click()
    assert reader.locator("details[open] li").first.is_visible()


def test_words_that_went_do_not_run_into_those_before(reader):
    reader.goto(f"/pl{DRAFT}changes/")
    words = reader.locator("del").first.evaluate("node => node.childNodes[1].data")

    assert words == " i młodzieży"


def test_search_asks_the_api_and_goes_back(reader):
    reader.goto("/pl/search/")
    for words in ("sport", "senior"):
        reader.get_by_role("searchbox").fill(words)
        reader.keyboard.press("Enter")
        reader.wait_for_url(f"**/?q={words}")
        reader.locator(".hits mark").first.wait_for()
    reader.go_back()
    reader.locator(".hits mark", has_text="sport").first.wait_for()

    assert reader.get_by_role("searchbox").input_value() == "sport"
    assert reader.complaints == []


def test_search_prints_what_was_asked_as_text(reader):
    reader.goto("/pl/search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+sport")
    reader.locator("#status:has-text(':')").wait_for()

    assert reader.locator("#results img").count() == 0


def test_search_without_scripts_is_the_citys(new_context, face, site):
    page = new_context(base_url=face, java_script_enabled=False).new_page()
    page.goto("/uk/search/")
    page.get_by_role("searchbox").fill("спорт")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/uk/search/?q=*")

    assert page.locator("main a").count() > 0


def test_missing_page_shows_the_nearest(reader):
    response = reader.goto(f"/pl{DRAFT}nie-ma/")
    links = reader.locator("#nearest li a")
    links.first.wait_for()

    assert response.status == 404
    assert links.first.get_attribute("href").endswith(f"/pl{DRAFT}")
    assert axe_violations(reader) == []
    assert all(MISSING in complaint for complaint in reader.complaints)


def test_missing_page_knows_what_only_the_city_has(reader, site):
    reader.goto("/pl/o-projekcie/")
    link = reader.locator("#nearest a")
    link.wait_for()

    assert link.get_attribute("href") == f"{site}/pl/o-projekcie/"
