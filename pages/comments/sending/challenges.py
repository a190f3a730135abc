"""The challenge of a form: its browser shows that it took some trouble (ALTCHA).

Nobody is kept out by it: what comes without a solution is held for staff to read.
"""

import json
import secrets
from datetime import timedelta

from altcha import Payload, create_challenge, verify_solution
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from pages.comments.limits import limits

from .seals import Seal, digest
from .submitting import Submission

# The worker of the page, pbkdf2.js, knows this family of algorithms.
ALGORITHM = "PBKDF2/SHA-256"
# Rounds for one key: below a millisecond here, and so much work in a browser too that
# what a program outside it gains is little.
ROUNDS = 2_000
# Ours have some 900 characters; what is longer is not even looked at.
LONGEST_SOLUTION = 2_000


def new_challenge(seal: Seal) -> str:
    """Return a challenge that one form asks, as JSON.

    Keys are tried one after another, until one begins as the challenge says. Which
    one that will be is chosen here, so that nobody has bad luck: it takes between
    half of `challenge_steps` and all of them.
    """
    most = limits().challenge_steps
    challenge = create_challenge(
        ALGORITHM,
        ROUNDS,
        counter=most - secrets.randbelow(most // 2 + 1),
        expires_at=seal.opened_at + timedelta(seconds=limits().form_lasts),
        data={"form": _mark(seal)},
        hmac_secret=_secret("challenge"),
        hmac_key_secret=_secret("key"),
    )
    return json.dumps(challenge.to_dict(), separators=(",", ":"))


def is_solved(solution: str, seal: Seal) -> bool:
    """Whether a form brings the solution of a challenge of its own, in time."""
    if len(solution) > LONGEST_SOLUTION:
        return False
    try:
        payload = Payload.from_base64(solution)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    found = verify_solution(
        payload, _secret("challenge"), hmac_key_secret=_secret("key")
    )
    is_own = payload.challenge.parameters.data == {"form": _mark(seal)}
    return found.verified and is_own


def spend(solution: str, seal: Seal, submission: Submission) -> bool:
    """Use a form's solution for a comment; return whether it is good for it.

    It is good for one: the same form sent again is the same comment, other words are
    another one.
    """
    if not is_solved(solution, seal):
        return False
    key, whole = f"public_comments.challenge.{_mark(seal)}", submission.whole
    return cache.add(key, whole, limits().form_lasts) or cache.get(key) == whole


def _mark(seal: Seal) -> str:
    """Return what tells a form from all others."""
    return digest("challenge", seal.nonce)


def _secret(purpose: str) -> str:
    return salted_hmac(
        "public_comments.challenge", purpose, algorithm="sha256"
    ).hexdigest()
