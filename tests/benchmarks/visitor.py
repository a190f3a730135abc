"""A resident who comments again and again and keeps the numbers."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from time import perf_counter
from urllib.parse import urlencode, urlsplit

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
CODE = re.compile(r'<h2 id="receipt">[^<]*?U(\d+)/\d{4}')
PATIENCE = 60  # seconds
# Every so many comments have an e-mail, and are sent twice at the same time.
WITH_EMAIL, TWICE = 4, 5


class RefusedError(Exception):
    """The site did not do what was asked."""


@dataclass
class Answer:
    """What the site answered, and how long it took in seconds."""

    status: int
    body: str
    took: float
    location: str = ""
    cookies: dict[str, str] = field(default_factory=dict)


@dataclass
class Visitor:
    """One of many; `numbers` are the receipts, `confirm` counts the mails awaited."""

    name: int
    port: int
    forms: list[str]
    numbers: list[int] = field(default_factory=list)
    confirm: int = 0
    errors: list[str] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)

    def comment_until(self, end: float) -> None:
        """Comment until the clock says `end`; what goes wrong is noted."""
        turn = 0
        with ThreadPoolExecutor(2) as pool:
            while perf_counter() < end:
                turn += 1
                try:
                    self.comment(turn, pool)
                except (RefusedError, OSError, HTTPException) as error:
                    self.errors.append(f"{type(error).__name__}: {error}")

    def comment(self, turn: int, pool: ThreadPoolExecutor) -> None:
        """Send one comment, some twice at the same time, and note the receipt."""
        address = self.forms[(self.name + turn) % len(self.forms)]
        form = self.ask("GET", address)
        expect(form, 200)
        self.opened.append(form.took)
        values = {
            **dict(HIDDEN.findall(form.body)),
            "kind": "change",
            "text": f"Uwaga {turn} osoby {self.name}.",
            "proposed_wording": "wspieranie sąsiadów i seniorów",
            "on_behalf": "resident",
            "email": self.email(turn),
        }
        times = 1 if turn % TWICE else 2
        works = [
            pool.submit(self.ask, "POST", address, values, form.cookies)
            for _ in range(times)
        ]
        answers = [work.result() for work in works]
        receipts = {self.receipt(answer) for answer in answers}
        if len(receipts) > 1:
            raise RefusedError(f"a form sent twice has two receipts: {receipts}")
        [number] = receipts
        if number is None:
            self.confirm += 1
        else:
            self.numbers.append(number)

    def email(self, turn: int) -> str:
        return "" if turn % WITH_EMAIL else f"osoba{self.name}.{turn}@example.org"

    def receipt(self, answer: Answer) -> int | None:
        """Return the number on the page that the form leads to; None with an e-mail."""
        expect(answer, 302)
        self.sent.append(answer.took)
        page = self.ask("GET", answer.location, cookies=answer.cookies)
        expect(page, 200)
        if urlsplit(answer.location).path.endswith("/comment/sent/"):
            return None
        found = CODE.search(page.body)
        if not found:
            raise RefusedError("a receipt without a number")
        return int(found[1])

    def ask(self, method, address, values=None, cookies=None) -> Answer:
        """Ask the site on this machine, by a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in (cookies or {}).items())}
        if values:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = perf_counter()
        try:
            connection.request(method, address, values and urlencode(values), headers)
            response = connection.getresponse()
            body = response.read().decode()
        finally:
            connection.close()
        set_cookies = response.headers.get_all("Set-Cookie", [])
        pairs = (line.partition(";")[0].partition("=") for line in set_cookies)
        return Answer(
            response.status,
            body,
            perf_counter() - start,
            response.headers.get("Location", ""),
            {name: value for name, _, value in pairs},
        )


def expect(answer: Answer, status: int) -> None:
    """Refuse an answer of another status."""
    if answer.status != status:
        words = re.sub(r"<[^>]+>|\s+", " ", answer.body)[:200]
        raise RefusedError(f"answered {answer.status}: {words}")
