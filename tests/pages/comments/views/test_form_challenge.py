"""The form that asks browsers to show that no bot sends it."""

import gzip
import json
import re
from pathlib import Path

from altcha import Challenge, Payload, solve_challenge
from django.contrib.staticfiles import finders
from django.core import mail
from django.core.cache import cache
from django.test import override_settings
from django.utils import translation

from pages.comments.mail.mailing import send_due
from pages.comments.models import CommentLink, PublicComment
from pages.comments.moving import move
from pages.comments.public.tracking import SAID_OF
from pages.comments.sending.confirming import confirm_comment
from pages.comments.sending.correcting import correct_comment
from pages.comments.states import State
from tests.pages.comments.visiting import VALID, Page, form_address, read
from tests.pages.markup import words
from tests.pages.measure import MOST_BYTES, weight
from tests.pages.programmes.closed import staff

from .form_case import PATIENT, FormCase

SCRIPT = "public_comments/challenge.js"
WORKER = "public_comments/altcha/pbkdf2.js"
HELD, PUBLISHED = (State.REGISTERED, True), (State.PUBLISHED, False)


PARTS = re.compile(
    r'<script src="[^"]*challenge.js" defer></script>'
    r'|\n\n<div class="field"\n.*?</div>\n',
    re.DOTALL,
)
NEW_EACH_TIME = re.compile(r'name="(key|csrfmiddlewaretoken)" value="[^"]*"')


def same(html):
    """Return a page without what is new each time."""
    return NEW_EACH_TIME.sub("", html)


def solve(page):
    """Return what a browser makes of the challenge of a page."""
    question = json.loads(page.soup.select_one("[data-challenge]")["data-challenge"])
    challenge = Challenge.from_dict(question)
    return Payload(challenge, solve_challenge(challenge)).to_base64()


@override_settings(PUBLIC_COMMENTS={**PATIENT, "challenge_steps": 4})
class ChallengeCase(FormCase):
    """A consultation that publishes at once, and asks browsers for a solution."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.consultation.is_moderated = False
        cls.consultation.asks_challenge = True
        cls.consultation.save()

    def setUp(self):
        super().setUp()
        cache.clear()

    def solved(self, **changes):
        """Open the form, solve its challenge, and return what is sent."""
        page = read(self.client, self.address)
        return {**VALID, **page.hidden, "altcha": solve(page), **changes}

    def states(self):
        comments = PublicComment.objects.order_by("pk")
        return list(comments.values_list("state", "is_held"))


class TestAsking(ChallengeCase):
    def test_form_has_a_challenge_its_script_and_a_word_for_those_without(self):
        page = read(self.client, self.address)

        (box,) = page.soup.select("main form [data-challenge]")
        assert page.hidden["altcha"] == ""
        assert box["data-worker"] == f"/static/{WORKER}"
        assert [s["src"] for s in page.soup.select("script[src*=public_comments]")] == [
            f"/static/{SCRIPT}"
        ]
        said = {box[f"data-{name}"] for name in ("idle", "sending", "solved", "failed")}
        assert len(said) == 4
        assert box.p.text not in said
        assert page.response["Cache-Control"] == "private"

    def test_form_of_another_consultation_has_nothing_of_it(self):
        asking = read(self.client, self.address).html
        self.consultation.asks_challenge = False
        self.consultation.save()

        page = read(self.client, self.address)

        for word in ("altcha", "challenge", "public_comments/"):
            assert word in asking
            assert word not in page.html
        assert same(PARTS.sub("", asking)) == same(page.html)
        assert same(asking) != same(page.html)

    def test_form_with_its_scripts_is_light(self):
        files = [Path(finders.find(name)).read_bytes() for name in (SCRIPT, WORKER)]

        page = weight(self.client.get(self.address).content)

        assert page + sum(len(gzip.compress(file)) for file in files) <= MOST_BYTES

    def test_each_language_has_words_for_it(self):
        for code in ("pl", "en", "uk", "be"):
            address = form_address(self.draft, language=code)

            assert read(self.client, address).soup.select_one("[data-challenge]")


class TestSending(ChallengeCase):
    def test_comment_with_a_solution_is_published_at_once(self):
        self.client.post(self.address, self.solved())

        assert self.states() == [PUBLISHED]

    def test_comment_without_a_solution_is_taken_and_held_and_its_author_told(self):
        response = self.send()

        assert response.status_code == 302
        assert self.states() == [HELD]
        held = read(self.client, response["Location"])
        proven = self.client.post(self.address, self.solved())
        published = read(self.client, proven["Location"])
        said = [words(page.soup.select_one(".inset")) for page in (held, published)]
        with translation.override("pl"):
            assert said[0] == SAID_OF[State.REGISTERED]
            assert said[1].startswith(str(SAID_OF[State.PUBLISHED]))

    def test_forged_solutions_and_those_of_other_forms_count_as_none(self):
        page = read(self.client, self.address)
        for number, solution in enumerate(("x", self.solved()["altcha"])):
            text = f"Uwaga {number}."
            data = {**VALID, **page.hidden, "altcha": solution, "text": text}

            assert self.client.post(self.address, data).status_code == 302

        assert self.states() == [HELD, HELD]

    def test_solution_serves_one_comment_and_the_same_form_sent_twice(self):
        data = self.solved()

        places = [self.client.post(self.address, data)["Location"] for _ in range(2)]
        self.client.post(self.address, {**data, "text": "Inna uwaga."})

        assert len(set(places)) == 1
        assert self.states() == [PUBLISHED, HELD]

    def test_solution_is_kept_when_the_form_comes_back(self):
        page = Page(self.client.post(self.address, self.solved(text="")))

        assert page.faults
        assert not page.soup.select("[data-challenge], script[src*=challenge]")
        data = {**VALID, **page.hidden}
        self.client.post(self.address, data)
        assert self.states() == [PUBLISHED]

    def test_form_that_comes_back_without_a_solution_asks_again(self):
        page = Page(self.send(text=""))

        data = {**VALID, **page.hidden, "altcha": solve(page)}
        self.client.post(self.address, data)

        assert self.states() == [PUBLISHED]

    def test_form_that_was_open_for_too_long_asks_again(self):
        old = read(self.client, self.address)
        changes = {"key": "x", "altcha": solve(old)}

        page = Page(self.client.post(self.address, {**VALID, **old.hidden, **changes}))
        self.client.post(self.address, {**VALID, **page.hidden, "altcha": solve(page)})

        assert self.states() == [PUBLISHED]

    def test_solution_is_not_spent_on_what_is_refused(self):
        data = self.solved()
        limited = {**PATIENT, "challenge_steps": 4, "most_an_hour": 0}
        with override_settings(PUBLIC_COMMENTS=limited):
            assert self.client.post(self.address, data).status_code == 429

        self.client.post(self.address, {**data, "text": "Poprawiona."})

        assert self.states() == [PUBLISHED]

    def test_nothing_is_held_where_no_challenge_is_asked(self):
        self.consultation.asks_challenge = False
        self.consultation.save()

        self.send(altcha="x")

        assert self.states() == [PUBLISHED]

    def test_nothing_is_published_where_staff_read_all(self):
        self.consultation.is_moderated = True
        self.consultation.save()

        self.client.post(self.address, self.solved())
        self.send(text="Inna uwaga.")

        assert self.states() == [(State.REGISTERED, False), HELD]


class TestHeld(ChallengeCase):
    def test_comment_with_an_email_is_held_after_it_is_confirmed(self):
        self.address = form_address(self.draft, language="en")
        email = "jan@example.org"
        answers = [
            self.send(email=email),
            self.client.post(self.address, self.solved(email=email, text="Inna.")),
        ]

        told = [read(self.client, answer["Location"]).soup for answer in answers]
        assert [len(page.select("main .inset")) for page in told] == [1, 0]
        send_due()
        for link in CommentLink.objects.order_by("comment_id"):
            confirm_comment(link=link)
        assert self.states() == [HELD, PUBLISHED]
        mail.outbox.clear()
        send_due()
        held, published = sorted(mail.outbox, key=lambda message: message.subject)
        assert "Staff read it before it is published." in held.body
        assert "Staff read it before it is published." not in published.body

    def test_what_is_said_tells_nothing_of_an_address(self):
        for is_known in (False, True):
            solved = self.client.post(self.address, self.solved(email="a@example.org"))
            plain = self.send(email="a@example.org")

            assert PublicComment.objects.count() == 1, is_known
            assert solved["Location"] == "/pl/comment/sent/"
            assert plain["Location"] == "/pl/comment/sent/?held=1"

    def test_corrected_comment_stays_held_until_staff_publish_it(self):
        self.send()
        comment = PublicComment.objects.get()

        correct_comment(comment=comment, values={"text": "Drugie."})

        assert self.states() == [HELD]
        self.publish(comment)
        assert self.states() == [PUBLISHED]
        comment.refresh_from_db()
        correct_comment(comment=comment, values={"text": "Trzecie."})
        assert self.states() == [PUBLISHED]

    def publish(self, comment):
        """Publish a comment as staff do."""
        comment.refresh_from_db()
        move(comment, "publish", user=staff("redakcja", "Redakcja"))
