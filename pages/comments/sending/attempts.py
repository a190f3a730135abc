"""Counts how much came from one address of late, without keeping the address."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.base.networks import network_of
from pages.comments.limits import ADDRESS_KEPT, limits
from pages.comments.models import SubmissionAttempt

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def address_of(request: HttpRequest) -> str:
    """Return the salted hash of who asks: of the network for IPv6, which one home has.

    The header of a proxy is believed only where the site says that it always has one.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if limits().trust_proxy:
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
        address = forwarded.rpartition(",")[2].strip() or address
    return salted_hmac(
        "public_comments.address", network_of(address), algorithm="sha256"
    ).hexdigest()


def note_attempt(address: str, *, times: int = 1) -> bool:
    """Note one sending, unless it is over the limits; return whether it is not.

    Some forms may be sent so many times as often. What is refused does not count: who
    waits gets in again. What is older than seven days is forgotten here.
    """
    forget_attempts()
    now, bounds = timezone.now(), limits()
    mine = SubmissionAttempt.objects.filter(address=address)
    if (
        mine.filter(at__gt=now - _HOUR).count() >= bounds.most_an_hour * times
        or mine.filter(at__gt=now - _DAY).count() >= bounds.most_a_day * times
    ):
        return False
    SubmissionAttempt.objects.create(address=address, at=now)
    return True


def forget_attempts() -> None:
    """Delete what is older than the seven days that the form promises."""
    SubmissionAttempt.objects.filter(at__lt=timezone.now() - ADDRESS_KEPT).delete()
