"""What a form asks of the browser, where its consultation says so."""

from dataclasses import dataclass

from django.http import HttpRequest

from pages.comments.models import Consultation
from pages.comments.sending.challenges import is_solved, new_challenge, spend
from pages.comments.sending.seals import Seal, read_seal
from pages.comments.sending.submitting import Submission

# What ALTCHA calls the field.
FIELD = "altcha"


@dataclass(frozen=True)
class AskedChallenge:
    """A challenge, as JSON, or the solution with which the form came back."""

    question: str = ""
    solution: str = ""


def ask(
    request: HttpRequest, consultation: Consultation, key: str
) -> AskedChallenge | None:
    """Return what a form asks; whoever has solved it need not do it once more."""
    if not consultation.asks_challenge:
        return None
    seal, solution = read_seal(key), request.POST.get(FIELD, "")
    if is_solved(solution, seal):
        return AskedChallenge(solution=solution)
    return AskedChallenge(question=new_challenge(seal))


def must_be_held(
    request: HttpRequest, consultation: Consultation, seal: Seal, submission: Submission
) -> bool:
    """Whether staff read a comment first, since its browser has not solved anything."""
    if not consultation.asks_challenge:
        return False
    return not spend(request.POST.get(FIELD, ""), seal, submission)
