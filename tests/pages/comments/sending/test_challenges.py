"""A solution is good for one form, for a day, and for one comment."""

import base64
import datetime
import json
import time

import pytest
from altcha import (
    Challenge,
    Payload,
    create_challenge,
    solve_challenge,
    verify_solution,
)
from django.core.cache import cache
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from pages.comments.sending import challenges
from pages.comments.sending.challenges import is_solved, new_challenge, spend
from pages.comments.sending.seals import Seal, new_seal, read_seal
from tests.pages.comments.cases import submission

DAY = datetime.timedelta(days=1)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.fixture(autouse=True)
def quick(settings):
    """Challenges that are solved at once, and a cache that knows of none."""
    settings.PUBLIC_COMMENTS = {"challenge_steps": 4}
    cache.clear()


@pytest.fixture
def seal():
    return read_seal(new_seal())


def solve(question):
    """Return what a browser sends: the challenge and its solution."""
    challenge = Challenge.from_dict(json.loads(question))
    return Payload(challenge, solve_challenge(challenge)).to_base64()


def changed(solution, *path, value):
    """Return a solution that says something else in one place."""
    whole = json.loads(base64.b64decode(solution))
    inner = whole
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return packed(whole)


def packed(whole):
    return base64.b64encode(json.dumps(whole).encode()).decode()


def test_solution_is_good_for_its_form_only(seal):
    solution = solve(new_challenge(seal))

    assert is_solved(solution, seal)
    assert not is_solved(solution, read_seal(new_seal()))


def test_each_challenge_is_another_one_and_all_of_a_form_are_good(seal):
    questions = {new_challenge(seal) for _ in range(5)}

    assert len(questions) == 5
    assert all(is_solved(solve(question), seal) for question in questions)


@pytest.mark.parametrize(("most", "fewest"), [(1, 1), (2, 1), (9, 5), (40, 20)])
def test_nobody_has_bad_luck(settings, seal, most, fewest):
    settings.PUBLIC_COMMENTS = {"challenge_steps": most}

    for _ in range(20):
        challenge = Challenge.from_dict(json.loads(new_challenge(seal)))
        assert fewest <= solve_challenge(challenge).counter <= most


def test_solution_ends_with_its_form():
    opened = timezone.now() - DAY
    for shift, is_good in ((60, True), (-60, False)):
        seal = Seal("a", opened + datetime.timedelta(seconds=shift))

        assert is_solved(solve(new_challenge(seal)), seal) is is_good


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("challenge", "parameters", "cost"), 1),
        (("challenge", "parameters", "keyPrefix"), "00"),
        (("challenge", "parameters", "expiresAt"), 2**40),
        (("challenge", "parameters", "expiresAt"), None),
        (("challenge", "parameters", "keySignature"), "00" * 32),
        (("challenge", "parameters", "data"), {}),
        (("challenge", "signature"), "00" * 32),
        (("challenge", "signature"), None),
        (("solution", "derivedKey"), "00" * 32),
        (("solution", "derivedKey"), None),
        (("solution", "derivedKey"), ["00"]),
    ],
)
def test_forged_solution_is_none(seal, path, value):
    solution = solve(new_challenge(seal))

    assert not is_solved(changed(solution, *path, value=value), seal)


def test_challenge_that_was_not_signed_here_is_none(seal, settings):
    own = json.loads(new_challenge(seal))["parameters"]["data"]
    easy = create_challenge(
        challenges.ALGORITHM, 1, counter=1, data=own, hmac_secret="x"
    )
    question = new_challenge(seal)
    settings.SECRET_KEY = "another" * 10

    assert not is_solved(solve(json.dumps(easy.to_dict())), seal)
    assert not is_solved(solve(question), seal)


def test_challenge_of_the_form_is_no_solution_of_itself(seal):
    question = json.loads(new_challenge(seal))
    key = question["parameters"]["keyPrefix"]

    for tried in (key, key * 2, key + "00" * 16):
        guess = {
            "challenge": question,
            "solution": {"counter": 1, "derivedKey": tried},
        }
        assert not is_solved(packed(guess), seal)


@pytest.mark.parametrize(
    "sent",
    ["", "x", "ż", "\x00", packed([]), packed({}), packed({"challenge": 1})],
)
def test_what_is_no_solution_is_none(seal, sent):
    assert not is_solved(sent, seal)


def test_what_is_nested_too_deep_or_too_long_is_none(seal):
    solution = solve(new_challenge(seal))
    deep = "[" * 700 + "]" * 700

    assert not is_solved(base64.b64encode(deep.encode()).decode(), seal)
    whole = json.loads(base64.b64decode(solution))
    padded = base64.b64encode(json.dumps(whole, indent=200).encode()).decode()
    assert not is_solved(padded, seal)
    assert len(padded) > challenges.LONGEST_SOLUTION > 2 * len(solution)


@given(
    path=st.sampled_from(
        [
            (),
            ("challenge",),
            ("challenge", "parameters"),
            ("challenge", "parameters", "data"),
            ("challenge", "parameters", "expiresAt"),
            ("challenge", "signature"),
            ("solution",),
            ("solution", "derivedKey"),
        ]
    ),
    value=ANYTHING,
)
def test_nothing_that_is_sent_breaks_it(path, value):
    form = Seal("a", timezone.now())
    solution = solve(new_challenge(form))
    sent = changed(solution, *path, value=value) if path else packed(value)

    assert is_solved(sent, form) in (False, sent == solution)


def test_solution_is_spent_on_one_comment(seal):
    solution = solve(new_challenge(seal))
    first, other = submission(), submission(text="Co innego.")

    assert spend(solution, seal, first)
    assert spend(solution, seal, first)
    assert not spend(solution, seal, other)
    assert not spend(solve(new_challenge(seal)), seal, other)
    assert spend(solution, seal, first)


def test_other_forms_have_solutions_of_their_own(seal):
    other = read_seal(new_seal())

    assert spend(solve(new_challenge(seal)), seal, submission())
    assert spend(solve(new_challenge(other)), other, submission())


def test_solution_that_is_none_is_not_spent(seal):
    assert not spend("", seal, submission())
    assert spend(solve(new_challenge(seal)), seal, submission(text="Co innego."))


def test_challenge_says_nothing_of_the_key_of_the_form(seal):
    assert seal.nonce not in new_challenge(seal)


def test_challenge_is_made_and_judged_in_two_milliseconds(settings, seal):
    settings.PUBLIC_COMMENTS = {}
    question = new_challenge(seal)
    challenge = Challenge.from_dict(json.loads(question))
    solution = Payload(challenge, solve_challenge(challenge)).to_base64()

    assert fastest(lambda: new_challenge(seal)) < 0.002
    assert fastest(lambda: is_solved(solution, seal)) < 0.002
    # Without the signature of the key, the work would be done once more.
    assert verify_solution(solution, challenges._secret("challenge")).verified


def fastest(act):
    """Return the seconds of the quickest of some runs."""
    times = []
    for _ in range(20):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return min(times)
