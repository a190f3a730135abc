"""Take the pictures of the documentation from a running demo: ADDRESS FOLDER."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

PICTURES = {
    "report": "/pl/spotkania/warsztaty-26-lipca-2013/",
    "draft": "/pl/programy/2014/wersja-2/",
}
SIZE: ViewportSize = {"width": 1280, "height": 900}


def main(address: str, folder: str) -> None:
    """Save one picture a page, the first screen of it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE)
        for name, path in PICTURES.items():
            page.goto(address + path)
            page.screenshot(path=Path(folder) / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
