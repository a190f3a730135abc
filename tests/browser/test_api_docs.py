"""The API's own documentation opens under our policy, and asks nobody else."""

from urllib.parse import urlsplit

import pytest

from .conftest import DESKTOP

pytestmark = pytest.mark.browser


@pytest.fixture
def page(new_context, site):
    return new_context(base_url=site, viewport=DESKTOP).new_page()


def test_documentation_opens_and_asks_no_other_host(page, site):
    faults, hosts = [], set()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))

    assert page.goto("/api/v3/docs/").ok
    page.locator("#operations-meetings-meetings_list .opblock-summary-control").click()

    page.get_by_role("button", name="Try it out").wait_for()
    assert page.locator(".opblock").count() > 50
    assert hosts == {urlsplit(site).netloc}
    assert faults == []


def test_documentation_tries_an_operation_out(page):
    page.goto("/api/v3/docs/")
    page.locator("#operations-site-site_detail .opblock-summary-control").click()
    page.get_by_role("button", name="Try it out").click()

    with page.expect_response("**/api/v3/site/") as answered:
        page.get_by_role("button", name="Execute").click()

    assert answered.value.status == 200
    assert answered.value.headers["content-type"].startswith("application/json")
