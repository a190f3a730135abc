"""What a reader does who searches: with the keyboard alone, and without scripts."""

import re

import pytest

from tests.axe import axe_violations

from .addresses import ADDRESSES

pytestmark = pytest.mark.browser
START = "/pl/"
FIELD = "header [role=combobox]"
SEARCH = re.compile(r"/pl/search/\?q=")


@pytest.fixture
def reader(new_context, site):
    context = new_context(base_url=site, locale="pl-PL")
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(START)
    return page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, selector):
    """Go on with Tab until an element has the focus."""
    for _step in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        press(page, "Tab")
    raise AssertionError(f"Tab does not reach {selector}")


def type_into_header(page, text):
    """Write into the field of the header and wait for what is suggested."""
    tab_to(page, FIELD)
    page.keyboard.type(text)
    page.wait_for_selector("header [role=option]")


def active_option(page):
    """The text of the option that a screen reader is told to be on, if any."""
    option = page.get_attribute(FIELD, "aria-activedescendant")
    if option is None:
        return None
    selected = page.locator("[role=option][aria-selected=true]")
    assert selected.get_attribute("id") == option
    return selected.inner_text()


def is_expanded(page):
    """Whether the list is open, in what is seen and in what is said."""
    said = page.get_attribute(FIELD, "aria-expanded") == "true"
    assert page.is_visible("header [role=listbox]") == said
    return said


def focused(page, attribute):
    return page.evaluate("name => document.activeElement.getAttribute(name)", attribute)


def test_suggestion_is_chosen_with_the_arrow_keys(reader):
    assert not is_expanded(reader)
    type_into_header(reader, "klauzul")

    assert is_expanded(reader)
    assert active_option(reader) is None
    number = reader.locator("header [role=option]").count()
    assert str(number) in reader.inner_text("header [role=status]")
    assert axe_violations(reader) == []
    press(reader, "ArrowDown")
    first = active_option(reader)
    press(reader, "ArrowUp")
    assert active_option(reader) is None
    press(reader, "ArrowUp")
    last = active_option(reader)
    press(reader, "ArrowDown", "ArrowDown")
    assert active_option(reader) == first
    assert first != last or number == 1
    press(reader, "Home")
    assert active_option(reader) is None
    assert focused(reader, "role") == "combobox"
    press(reader, "ArrowDown")
    address = reader.get_attribute("[aria-selected=true]", "data-url")
    press(reader, "Enter")

    reader.wait_for_url(f"**{address}")
    assert "klauzul" in reader.inner_text("main").lower()
    assert reader.complaints == []


def test_escape_closes_the_suggestions_and_then_empties_the_field(reader):
    type_into_header(reader, "klauzul")
    press(reader, "ArrowDown", "Escape")

    assert not is_expanded(reader)
    assert active_option(reader) is None
    assert reader.input_value(FIELD) == "klauzul"
    press(reader, "ArrowDown")
    assert is_expanded(reader)
    press(reader, "Tab")
    assert not is_expanded(reader)
    press(reader, "Shift+Tab", "Escape")
    assert reader.input_value(FIELD) == ""
    press(reader, "ArrowDown")
    assert not is_expanded(reader)


def test_suggestion_is_chosen_with_the_mouse(reader):
    type_into_header(reader, "klauzul")

    address = reader.get_attribute("header [role=option]", "data-url")
    reader.click("header [role=option] >> nth=0")

    reader.wait_for_url(f"**{address}")


def test_keys_of_an_input_method_stay_its_own(reader):
    type_into_header(reader, "klauzul")

    reader.dispatch_event(FIELD, "keydown", {"key": "ArrowDown", "isComposing": True})

    assert active_option(reader) is None


def test_answer_that_comes_late_is_not_shown(reader):
    late = []

    def answer(route):
        if "eczna" not in route.request.url:
            late.append(route)
            return
        route.fulfill(json={"suggestions": [{"title": "Nowa", "url": "/", "hint": ""}]})

    reader.route("**/search/suggest/**", answer)
    tab_to(reader, FIELD)
    with reader.expect_request("**/search/suggest/**"):
        reader.keyboard.type("społ")
    reader.keyboard.type("eczna")
    reader.wait_for_selector("header [role=option] >> text=Nowa")
    late[0].fulfill(json={"suggestions": [{"title": "Dawna", "url": "/", "hint": ""}]})

    # Nothing tells when an answer was thrown away: one that is shown comes at once.
    reader.wait_for_timeout(300)
    assert reader.locator("header [role=option]").all_inner_texts() == ["Nowa"]


def test_form_searches_when_suggestions_fail(reader):
    reader.route("**/search/suggest/**", lambda route: route.fulfill(status=500))
    tab_to(reader, FIELD)
    with reader.expect_response("**/search/suggest/**"):
        reader.keyboard.type("klauzula")
    assert not is_expanded(reader)
    press(reader, "Enter")

    reader.wait_for_url(SEARCH)
    assert reader.locator(".hits > li").count()


def test_reader_narrows_and_follows_a_hit_with_the_keyboard(reader):
    type_into_header(reader, "ekonomia społeczna")
    press(reader, "Enter")
    reader.wait_for_url(SEARCH)

    box = ".facets [name=kind][value=clause]"
    tab_to(reader, box)
    press(reader, "Space")
    assert reader.is_checked(box)
    tab_to(reader, ".facets button")
    press(reader, "Enter")

    reader.wait_for_url(re.compile("kind=clause"))
    assert reader.is_checked(box)
    assert reader.locator(".hits mark").count()
    tab_to(reader, ".hits h3 a")
    address = focused(reader, "href")
    press(reader, "Enter")
    reader.wait_for_url(f"**{address}")
    assert "społeczn" in reader.inner_text("main")


@pytest.mark.parametrize("width", [390, 1280])
def test_filters_are_folded_on_a_phone_and_open_on_a_desk(new_context, site, width):
    context = new_context(base_url=site, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(ADDRESSES["search"][0])

    assert page.is_visible(".facets summary >> nth=0") == (width == 390)
    assert page.is_visible(".facets [name=kind]") == (width == 1280)
    if width == 390:
        page.click(".facets summary >> nth=0")
    assert page.is_visible(".facets [name=kind] >> nth=0")


def test_print_has_the_hits_alone(reader):
    reader.goto(ADDRESSES["search"][0])
    reader.emulate_media(media="print")

    assert reader.is_visible(".hits")
    for hidden in (".search", ".facets", ".order"):
        assert not reader.is_visible(hidden)


def test_forced_colours_show_which_suggestion_is_chosen(new_context, site):
    context = new_context(base_url=site, forced_colors="active")
    page = context.new_page()
    page.goto(START)
    type_into_header(page, "społ")
    press(page, "ArrowDown")

    colours = page.evaluate(
        """[...document.querySelectorAll('[role=option]')]
        .map(option => getComputedStyle(option).backgroundColor)"""
    )
    assert len(colours) > 1
    assert colours[0] not in colours[1:]


def test_reader_searches_without_scripts(new_context, site):
    context = new_context(base_url=site, locale="pl-PL", java_script_enabled=False)
    page = context.new_page()
    page.goto(START)
    page.fill("header [type=search]", "ekonomja spoleczna")
    page.click("header form button")
    (exact,) = page.locator(".inset a").all()
    assert "exact=1" in exact.get_attribute("href")
    hits = page.locator(".order + .hits > li")
    number = hits.count()

    page.check(".facets [name=kind][value=clause]")
    page.click(".facets button")
    assert 0 < hits.count() < number
    page.click("a.tag")
    assert hits.count() == number
    page.click(".hits h3 a >> nth=0")
    assert "ekonomi" in page.inner_text("main").lower()
