"""The project, once for each interpreter that is on this machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .client import Client
from .content import CONSULTATION, TOKEN, make_pages
from .project import Project, build_wheel

USER, PASSWORD = "admin", "only for this test"
PICTURES = "PLUGIN_PICTURES"
# Wagtail's own looks at other hosts, which a test neither needs nor may rely on.
STAY_HERE = """
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
"""


def works(python):
    """Whether it is the interpreter; pyenv's stand-in of that name may not be."""
    asked = subprocess.run([python, "--version"], capture_output=True, check=False)  # noqa: S603
    return not asked.returncode


def interpreters():
    """Return the ones to try: that of PYTHON alone, else this one and 3.13."""
    if asked := os.environ.get("PLUGIN_PYTHON"):
        return [str(Path(shutil.which(asked) or asked).absolute())]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    named = os.environ.get("PYTHON313") or shutil.which("python3.13")
    newer = [named, *map(str, sorted(pyenv.glob("3.13*/bin/python3.13")))]
    found = next((name for name in newer if name and works(name)), None)
    own = sys.version_info[:2] == (3, 13)
    return [sys.executable] if own or not found else [sys.executable, found]


def pytest_generate_tests(metafunc):
    if "host" in metafunc.fixturenames:
        metafunc.parametrize("host", interpreters(), indirect=True, scope="session")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel, built from this source."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def host(request, wheel, tmp_path_factory):
    """A project that followed the README, with its first user."""
    project = Project(tmp_path_factory.mktemp("plugin"), request.param, wheel)
    try:
        project.install_locked()
    except AssertionError as error:
        if os.environ.get("REQUIRE_PROGRAMS") == "1":
            raise
        pytest.skip(f"the packages could not be installed: {error}")
    project.follow_readme()
    (project.folder / "mysite" / "settings" / "local.py").write_text(STAY_HERE)
    name, secret = "DJANGO_SUPERUSER_USERNAME", "DJANGO_SUPERUSER_PASSWORD"
    mail = {"DJANGO_SUPERUSER_EMAIL": "admin@example.org"}
    asked = {name: USER, secret: PASSWORD, **mail}
    project.manage("createsuperuser", "--noinput", **asked)
    return project


@pytest.fixture(scope="session")
def address(host):
    """Where the project is served."""
    with host.serve() as address:
        yield address


@pytest.fixture(scope="session")
def client(host, address):
    """The project's API, with a token of its user."""
    return Client(address, host.ask(TOKEN)[0])


@pytest.fixture(scope="session")
def pages(host, client):
    """The first pages, made by the API, the version being in consultation."""
    made = make_pages(client, host.ask(TOKEN)[1])
    host.ask(CONSULTATION)
    return made


@pytest.fixture
def visit(page, host, tmp_path):
    """Open an address of the project in Chromium, which must have nothing to say.

    Pictures go to the folder that PLUGIN_PICTURES names.
    """
    said = []
    # Asked for where a page has no icon, as those of the bare project.
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.on(
        "console",
        lambda line: line.type in ("error", "warning") and said.append(line.text),
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and said.append(f"{answer.url} {answer}"),
    )
    pictures = Path(os.environ.get(PICTURES, tmp_path)) / host.environment.parent.name

    def visit_address(url, name):
        assert page.goto(url).status == 200
        pictures.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=pictures / f"{name}.png", full_page=True)
        assert said == []
        return page

    return visit_address
