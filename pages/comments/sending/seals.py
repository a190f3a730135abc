"""The signed key of a form: when it was opened, and which form it is."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.comments.limits import limits

_SALT = "public_comments.form"


class SealError(Exception):
    """A form's key is not ours, or was changed."""


@dataclass(frozen=True)
class Seal:
    """A form that was given out: `nonce` is random, `opened_at` is signed."""

    nonce: str
    opened_at: datetime

    @property
    def age(self) -> timedelta:
        """How long ago the form was opened."""
        return timezone.now() - self.opened_at

    @property
    def is_hasty(self) -> bool:
        """Whether nobody could have filled the form in so fast."""
        return self.age < timedelta(seconds=limits().least_seconds)

    @property
    def is_expired(self) -> bool:
        """Whether the form was open for too long."""
        return self.age > timedelta(seconds=limits().form_lasts)


def new_seal() -> str:
    """Return the key of a form that is opened now."""
    stamp = timezone.now().timestamp()
    return signing.dumps([secrets.token_urlsafe(16), stamp], salt=_SALT)


def read_seal(key: str) -> Seal:
    """Return what a form's key says; raise SealError where it is not ours."""
    try:
        nonce, stamp = signing.loads(key, salt=_SALT)
        return Seal(str(nonce), datetime.fromtimestamp(stamp, UTC))
    except (signing.BadSignature, TypeError, ValueError) as error:
        raise SealError from error


def digest(*parts: str) -> str:
    """Return the SHA-256 of texts, told apart from each other."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def secret_of(*parts: str) -> str:
    """Return a secret that the same form gives again, and nobody else can make."""
    key = "\x1f".join(parts)
    return salted_hmac("public_comments.follow", key, algorithm="sha256").hexdigest()
