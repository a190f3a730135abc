"""Opens forms and takes comments in, by the rules of the site's own form.

The form gets its key here instead of from a page; the key has the time and a random
mark in it, so that all that the page checks is checked the same: haste, age, the
challenge, and whether the same form comes twice.
"""

from datetime import timedelta
from typing import Any, NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from ninja.errors import ValidationError

from pages.api.problems import refuse, refuse_value
from pages.comments.forms import CommentForm
from pages.comments.limits import limits
from pages.comments.models import Phase
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.challenges import new_challenge, spend
from pages.comments.sending.seals import Seal, new_seal, read_seal
from pages.comments.sending.submitting import (
    ConsultationClosedError,
    Submission,
    submit_comment,
)
from pages.comments.views.form import may_send, untimely, valid_seal
from pages.comments.views.target import Target, find_consultation, find_target

from .consulting import tell_consultations
from .receipts import receipt_of
from .refusals import fault, faults_of, too_often
from .sent import FormPlace, SentComment

Answer = dict[str, Any]
# What the form of the site has no field for.
NO_FIELDS = {"draft", "clause", "locale", "key", "altcha"}


def open_form(request: HttpRequest, place: FormPlace) -> Answer:
    """Return a form that is opened now; refuse where none is open."""
    target = target_of(place, "query")
    if not target.consultation.is_open:
        refuse_closed(target)
    key, lasts = new_seal(), timedelta(seconds=limits().form_lasts)
    seal = read_seal(key)
    least = timedelta(seconds=limits().least_seconds)
    asks = target.consultation.asks_challenge
    return {
        "key": key,
        "opened_at": seal.opened_at,
        "send_after": seal.opened_at + least,
        "send_before": seal.opened_at + lasts,
        "title": target.title,
        "label": target.label,
        "wording": target.wording,
        "challenge": new_challenge(seal) if asks else None,
        "consultation": tell_consultations(request, [target.consultation])[0],
    }


def target_of(place: FormPlace | SentComment, source: str) -> Target:
    """Return what is commented on; refuse a version or clause that is not there."""
    try:
        find_consultation(place.draft)
    except Http404 as error:
        refuse_value((source, "draft"), error, "not_consulted")
    try:
        return find_target(place.draft, str(place.clause or ""))
    except Http404 as error:
        refuse_value((source, "clause"), error, "no_such_clause")


def refuse_closed(target: Target) -> NoReturn:
    """Say when comments on the version are, or were, taken."""
    consultation = target.consultation
    days = {
        "first": date_format(consultation.opens_on, "j E Y"),
        "last": date_format(consultation.closes_on, "j E Y"),
    }
    if consultation.phase == Phase.ANNOUNCED:
        message = _(
            "Comments on this version are taken from %(first)s until the end of "
            "%(last)s."
        )
    else:
        message = _(
            "Comments on this version were taken until the end of %(last)s. The form "
            "is closed."
        )
    refuse(409, message % days)


def receive(request: HttpRequest, sent: SentComment, language: str) -> Any:
    """Take a comment in and return its receipt, or the answer that refuses it."""
    target = target_of(sent, "body")
    seal = valid_seal(sent.key)
    if not may_send(target, seal):
        refuse_closed(target)
    form = CommentForm(sent.dict(exclude=NO_FIELDS), wording=target.wording)
    seal = check_form(form, seal)
    if not note_attempt(address_of(request)):
        return too_often()
    submission = form.submission(clause=target.clause, language=language)
    return take_in(target, submission, seal, sent.altcha)


def check_form(form: CommentForm, seal: Seal | None) -> Seal:
    """Return the seal of a form that may be taken; else say all that is wrong."""
    faults = faults_of(form)
    if refusal := untimely(seal):
        faults.insert(0, fault("key", refusal.message, "untimely"))
    if faults or seal is None:
        raise ValidationError(faults)
    return seal


def take_in(
    target: Target, submission: Submission, seal: Seal, solution: str
) -> Answer | HttpResponse:
    """Hand a comment in; what has not solved its challenge is held for staff."""
    asks = target.consultation.asks_challenge
    is_held = asks and not spend(solution, seal, submission)
    try:
        receipt = submit_comment(
            consultation=target.consultation,
            submission=submission,
            seal=seal,
            is_held=is_held,
        )
    except ConsultationClosedError:
        refuse(409, _("Comments are not taken any more."))
    return receipt_of(receipt, is_held=is_held)
