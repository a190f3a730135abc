"""Take the pictures of the documentation from a demo of their own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import handbook_pictures
import list_pictures
import paper_pictures
from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
README_FOLDER = ROOT / "docs" / "images"
README_PICTURES = {
    "report": "/pl/spotkania/warsztaty-26-lipca-2013/",
    "draft": "/pl/programy/2014/wersja-2/",
    "search": "/pl/search/?q=ekonomia+spoleczna",
}
SIZE: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 120  # seconds until the demo must answer


@contextmanager
def demo(port: str) -> Iterator[str]:
    """Serve a new demo and give its address; it is gone afterwards."""
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, ROOT / "tools" / "run.py", port],
            env={**os.environ, "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for(address)
            yield address
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def wait_for(address: str) -> None:
    """Return when the demo answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{address}/admin/login/").close()  # noqa: S310
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)
        else:
            return


def take_readme_pictures(browser: Browser, address: str) -> None:
    """Save the first screen of some public pages."""
    page = browser.new_page(viewport=SIZE)
    for name, path in README_PICTURES.items():
        page.goto(address + path)
        page.screenshot(path=README_FOLDER / f"{name}.png")


def main(port: str) -> None:
    with demo(port) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        take_readme_pictures(browser, address)
        handbook_pictures.take(browser, address)
        list_pictures.take(browser, address)
        paper_pictures.take(browser, address)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
