"""The pictures of the staff's handbook; `tools/screenshots.py` calls it.

They are taken in one order, since the later ones show what the earlier ones did.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page, ViewportSize

FOLDER = (
    Path(__file__).resolve().parents[1] / "pages/frontpage/static/frontpage/handbook/pl"
)
SIZE: ViewportSize = {"width": 1280, "height": 900}
COLOURS = 64
PASSWORD = "demo"  # noqa: S105 - the demo's, printed by `make run`
# What a browser shows as now, so that two runs make the same picture.
NOW = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
MARK = "e => { e.style.outline = '4px solid #e03131'; e.style.outlineOffset = '-4px' }"
SCROLL = (
    "e => { e.style.scrollMarginTop = '80px'; e.scrollIntoView({behavior: 'instant'}) }"
)
STILL = (
    "*, *::before, *::after { transition: none !important; animation: none !important }"
)

ANNOUNCEMENT = "Warsztaty partycypacyjne 13 sierpnia"
REPORT = "Warsztaty partycypacyjne 26 lipca: sprawozdanie"
TRANSLATION = "Participatory workshop of 13 August"


class Desk:
    """The admin as one user of the demo sees it."""

    def __init__(self, browser: Browser, address: str, user: str) -> None:
        self.address = address
        self.page: Page = browser.new_context(
            viewport=SIZE,
            locale="pl-PL",
            timezone_id="Europe/Warsaw",
            reduced_motion="reduce",
        ).new_page()
        self.page.clock.set_fixed_time(NOW)
        self.open("/admin/login/")
        self.page.fill("[name=username]", user)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("button[type=submit]")
        self.settle()

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.settle()

    def open_page(self, title: str) -> None:
        """Open a page in the editor, as found by its title."""
        self.open(f"/admin/pages/search/?q={title}")
        self.page.get_by_role("link", name=title, exact=True).first.click()
        self.settle()

    def settle(self, milliseconds: int = 300) -> None:
        """Wait until the admin's scripts have drawn what they draw."""
        self.page.wait_for_load_state("networkidle")
        self.page.add_style_tag(content=STILL)
        self.page.wait_for_timeout(milliseconds)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).last

    def press(self, name: str) -> None:
        self.button(name).click()
        self.settle(900)

    def save(self, name: str, clip: FloatRect | None = None) -> None:
        """Save what the clip holds of the screen, in few colours."""
        shot = self.page.screenshot(clip=clip, animations="disabled")
        image = Image.open(io.BytesIO(shot)).convert("RGB")
        image = image.quantize(COLOURS, dither=Image.Dither.NONE)
        image.save(FOLDER / f"{name}.png", optimize=True)


def mark(locator: Locator) -> None:
    """Draw a frame around what the text tells to press."""
    locator.evaluate(MARK)


def box(x: float, y: float, width: float, height: float) -> FloatRect:
    return {"x": x, "y": y, "width": width, "height": height}


def around(
    first: Locator, last: Locator | None = None, margin: float = 24
) -> FloatRect:
    """The part of the screen that holds two things and what is between them."""
    boxes = [b for b in (first.bounding_box(), (last or first).bounding_box()) if b]
    left = max(0, min(b["x"] for b in boxes) - margin)
    top = max(0, min(b["y"] for b in boxes) - margin)
    right = min(SIZE["width"], max(b["x"] + b["width"] for b in boxes) + margin)
    bottom = min(SIZE["height"], max(b["y"] + b["height"] for b in boxes) + margin)
    return box(left, top, right - left, bottom - top)


def first_steps(desk: Desk) -> None:
    desk.open("/admin/")
    desk.save("kokpit", box(0, 0, 1280, 740))
    desk.press("Strony")
    desk.page.locator("a, button").filter(
        has_text="Wyświetl podstrony dla 'Współtworzymy"
    ).first.click()
    desk.settle(900)
    desk.page.mouse.move(640, 700)
    desk.settle(900)
    desk.save("strony", box(0, 0, 680, 520))
    desk.open_page(REPORT)
    desk.save("edytor", box(200, 0, 1080, 470))


def attendance(desk: Desk) -> None:
    desk.open_page(ANNOUNCEMENT)
    desk.page.get_by_role("tab", name="Sprawozdanie").click()
    add = desk.page.locator("#id_organisations-OPEN_MODAL")
    add.click()
    desk.settle(900)
    for place in (1, 3, 6):
        desk.page.locator(".modal input[type=checkbox]").nth(place).check()
    dialogue = desk.page.locator(".modal-content")
    desk.save("organizacje", around(dialogue, margin=0))
    create = desk.page.locator(".modal").get_by_role("tab", name="Utwórz")
    create.click()
    desk.settle()
    mark(create)
    desk.save("nowa-organizacja", box(80, 0, 1120, 640))


def finding(desk: Desk) -> None:
    desk.open_page(REPORT)
    desk.page.get_by_role("tab", name="Sprawozdanie").click()
    panel = desk.page.locator("#inline_child_findings-8")
    desk.settle(1500)  # fields grow to the height of their text
    panel.evaluate(SCROLL)
    desk.settle()
    desk.page.locator("footer").last.evaluate("e => e.style.visibility = 'hidden'")
    desk.save("ustalenie", around(panel))


def register(desk: Desk) -> None:
    desk.open("/admin/organisations/")
    desk.page.get_by_role("link", name="Polski Czerwony Krzyż").first.click()
    desk.settle()
    desk.save("rejestr", box(200, 0, 1080, 620))


def register_of_comments(desk: Desk) -> None:
    desk.open("/admin/comments/")
    desk.save("uwagi", box(200, 0, 1080, 470))
    desk.page.get_by_role("link", name="U15/2014").first.click()
    desk.settle()
    desk.save("uwaga", box(200, 0, 1080, 470))


def schedule(desk: Desk) -> None:
    desk.open_page(ANNOUNCEMENT)
    desk.press("Przełącz status")
    desk.press("Ustaw plan")
    # Without its calendar, which would cover the rest.
    field = desk.page.locator("[name=go_live_at]")
    field.evaluate("e => { e.value = '2026-02-02 08:00' }")
    desk.save("plan", box(320, 170, 640, 560))


def comment_and_submit(desk: Desk) -> None:
    desk.open_page(ANNOUNCEMENT)
    lead = desk.page.locator("[name=lead]")
    lead.fill("Zapraszamy na kolejne spotkanie grupy roboczej.")
    desk.page.get_by_role("button", name="Dodaj komentarz").first.click()
    desk.settle()
    words = desk.page.locator(".comment textarea").first
    words.fill("Czy tytuł jest ostateczny?")
    desk.page.locator(".comment__button--primary").first.click()
    desk.settle(900)
    desk.save("komentarz", box(200, 50, 1080, 400))
    desk.press("Zapisz szkic")
    desk.press("Więcej akcji")
    submit = desk.page.get_by_role("button", name="Wyślij do")
    mark(submit)
    desk.save("wyslij", box(260, 640, 700, 260))
    submit.click()
    desk.settle()


def approve(desk: Desk) -> None:
    desk.open_page(ANNOUNCEMENT)
    desk.press("Więcej akcji")
    accept = desk.button("Akceptuj i Opublikuj")
    mark(accept)
    desk.save("zatwierdz", box(260, 540, 700, 360))
    accept.click()
    desk.settle()
    desk.open_page(ANNOUNCEMENT)
    desk.page.get_by_role("button", name="Akcje", exact=True).first.click()
    desk.page.get_by_role("link", name="Zsynchronizuj przetłumaczone strony").click()
    desk.settle()
    desk.press("Wyślij")


def translate(desk: Desk) -> None:
    desk.open_page(TRANSLATION)
    desk.press("Tłumacz")
    desk.page.locator("main textarea").first.fill(
        "You are welcome to the next meeting of the working group."
    )
    desk.page.mouse.wheel(0, 150)
    desk.settle()
    mark(desk.button("Zapisz"))
    desk.save("tlumaczenie", box(200, 95, 1080, 510))


def take(browser: Browser, address: str) -> None:
    """Take all pictures from a demo that nobody has changed yet."""
    editor = Desk(browser, address, "redakcja")
    for step in (
        first_steps,
        attendance,
        finding,
        register,
        register_of_comments,
        schedule,
    ):
        step(editor)
    comment_and_submit(editor)
    approve(Desk(browser, address, "wydawca"))
    translate(Desk(browser, address, "tlumacz"))
