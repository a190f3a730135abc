"""The second face, built from the running site's API and served."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.browser.conftest import ROOT

SOURCE = ROOT / "examples" / "static-face"
NOT_SOURCE = shutil.ignore_patterns("node_modules", "dist", "out", "schema.d.ts")
FILL = "from tests.browser.face.filling import fill_report; fill_report()"


class StaticSite(SimpleHTTPRequestHandler):
    """Serves files as a web server does, with the page for what is missing."""

    def send_error(self, code, message=None, explain=None):
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format, *args):  # noqa: A002 - the library's own name
        """Say nothing: the tests look at what the browser gets."""


@contextmanager
def served(folder):
    """Give the address of a folder that is served."""
    handler = partial(StaticSite, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def npm():
    """Run npm or node in the folder of the face; what it says is returned."""
    program = shutil.which("npm")
    if program is None:
        if os.environ.get("REQUIRE_PROGRAMS") == "1":
            pytest.fail("REQUIRE_PROGRAMS=1 asks for npm.")
        pytest.skip("npm is not on this machine")

    def run(folder, *words, **variables):
        done = subprocess.run(  # noqa: S603 - our own commands
            words,
            cwd=folder,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{words}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return run


@pytest.fixture(scope="session")
def built_face(npm, site, command, tmp_path_factory):
    """The folder of the face, with `dist` built of the demo."""
    command("shell", "--verbosity=0", "--command", FILL)
    folder = tmp_path_factory.mktemp("face") / "static-face"
    shutil.copytree(SOURCE, folder, ignore=NOT_SOURCE)
    npm(folder, "npm", "ci", "--ignore-scripts", "--no-progress")
    for script in ("generate", "check", "build"):
        npm(folder, "npm", "run", script, API_URL=f"{site}/api/v3/")
    return folder


@pytest.fixture(scope="session")
def face(built_face):
    """The address of the face."""
    with served(built_face / "dist") as address:
        yield address
