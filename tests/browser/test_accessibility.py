"""Every public page type in a real browser: axe, reflow, contrast, keyboard, print."""

import pytest

from tests.axe import axe_violations

from .addresses import ADDRESSES, ALL

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 800}
# WCAG 1.4.12: the text spacing that a page must bear.
SPACING = """* {line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important} p {margin-bottom: 2em !important}"""


@pytest.fixture(scope="module")
def open_page(browser, site):
    """Open pages of the site; what the browser complains of is collected."""
    contexts = []

    def open_one(path, *, size=DESK, scheme="light", **options):
        context = browser.new_context(
            viewport=size, color_scheme=scheme, base_url=site, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.requested = []
        page.on("console", lambda m: page.complaints.append(m.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", ALL)
def test_axe_finds_nothing_in_light_and_dark_on_desk_and_phone(open_page, path):
    found = {}
    for scheme in ("light", "dark"):
        page = open_page(path, scheme=scheme)
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            found[scheme, size["width"]] = axe_violations(page)
        page.context.close()
    assert not any(found.values()), found


@pytest.mark.parametrize("path", ALL)
def test_page_loads_only_from_its_own_host_without_complaint(open_page, site, path):
    page = open_page(path)
    expected = "Failed to load resource" if path in ADDRESSES["missing"] else ""
    expected = expected or ("500" if path == "/broken/" else "\0")
    assert [text for text in page.complaints if expected not in text] == []
    assert [url for url in page.requested if not url.startswith(site)] == []


@pytest.mark.parametrize("path", [pl for pl, _en in ADDRESSES.values()])
def test_page_reflows_at_320_pixels_with_wide_text_spacing(open_page, path):
    page = open_page(path, size=NARROW, bypass_csp=True)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("path", [pl for pl, _en in ADDRESSES.values()])
def test_page_reads_the_same_without_javascript(open_page, path):
    with_scripts = open_page(path).inner_text("body")
    assert open_page(path, java_script_enabled=False).inner_text("body") == with_scripts


def test_skip_link_is_first_and_leads_to_the_content(open_page):
    page = open_page(ADDRESSES["report"][0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_every_link_shows_where_the_focus_is(open_page):
    page = open_page(ADDRESSES["report"][0])
    unseen = page.evaluate(
        """[...document.querySelectorAll('a, button, summary, input, select')]
        .filter(element => {
          element.focus({focusVisible: true});
          return getComputedStyle(element).outlineWidth !== '3px';
        }).map(element => element.outerHTML)"""
    )
    assert unseen == []


def test_borders_of_fields_stand_out_from_the_page(open_page):
    for scheme in ("light", "dark"):
        page = open_page(ADDRESSES["organisations"][0], scheme=scheme)
        ratio = page.evaluate(
            """(() => {
              const light = c => {
                const [r, g, b] = c.match(/[0-9.]+/g).map(v => v / 255)
                  .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
              };
              const field = getComputedStyle(document.querySelector('select'));
              const a = light(field.borderTopColor), b = light(field.backgroundColor);
              return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            })()"""
        )
        assert ratio >= 3, scheme


def test_forced_colours_mark_no_clause_as_changed_and_one_menu_item(open_page):
    page = open_page(ADDRESSES["draft"][0], forced_colors="active")
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    borders = page.evaluate(
        """[...document.querySelectorAll('.clause')]
        .map(clause => getComputedStyle(clause).borderInlineStartColor)"""
    )
    assert set(borders) == {canvas}
    marked = page.evaluate(
        """[...document.querySelectorAll('.main-nav a')].map(link =>
        getComputedStyle(link).borderBottomColor)"""
    )
    assert len([colour for colour in marked if colour != canvas]) == 1


def test_print_names_the_site_and_address_and_opens_what_is_folded(open_page):
    page = open_page(ADDRESSES["report"][0])
    page.emulate_media(media="print")
    assert page.is_visible(".print-only")
    assert ADDRESSES["report"][0] in page.inner_text(".print-only")
    assert page.is_visible("text=Związek Tatarów Rzeczypospolitej Polskiej")
    for hidden in (".main-nav", ".langs", ".crumbs", ".toc", ".share"):
        assert not page.is_visible(hidden)


def test_fonts_of_other_scripts_load_only_where_they_occur(open_page):
    def fonts(path):
        page = open_page(path)
        page.evaluate("document.fonts.ready")
        return {url.rsplit("/", 1)[1] for url in page.requested if ".woff2" in url}

    assert "brygada-cyr-600.woff2" not in fonts(ADDRESSES["report"][0])
    assert "brygada-cyr-600.woff2" in fonts("/uk/")
