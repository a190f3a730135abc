"""Signatures of messages, checked against the vectors of Standard Webhooks."""

import base64
import datetime

import pytest

from pages.webhooks.signing import make_secret, sign
from tests.factories.webhooks import WebhookFactory

# From the reference libraries of Standard Webhooks.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
MESSAGE_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
TIMESTAMP = 1614265330
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_signature_is_that_of_the_standard():
    assert sign(SECRET, MESSAGE_ID, TIMESTAMP, BODY) == SIGNATURE


@pytest.mark.parametrize(
    "changed",
    [
        (SECRET, MESSAGE_ID, TIMESTAMP, BODY + b" "),
        (SECRET, MESSAGE_ID, TIMESTAMP + 1, BODY),
        (SECRET, "msg_other", TIMESTAMP, BODY),
        (make_secret(), MESSAGE_ID, TIMESTAMP, BODY),
    ],
)
def test_signature_is_another_for_anything_else(changed):
    assert sign(*changed) != SIGNATURE


def test_secrets_are_long_and_never_the_same():
    secrets = {make_secret() for _time in range(20)}

    assert len(secrets) == 20
    for secret in secrets:
        assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32


@pytest.mark.django_db
def test_both_secrets_sign_for_a_day_after_a_change(clock):
    hook = WebhookFactory(secret=SECRET)
    hook.rotate_secret()
    assert hook.secret != SECRET

    both = hook.sign(MESSAGE_ID, TIMESTAMP, BODY).split()
    assert both == [sign(hook.secret, MESSAGE_ID, TIMESTAMP, BODY), SIGNATURE]

    clock.now += datetime.timedelta(days=1)
    assert hook.sign(MESSAGE_ID, TIMESTAMP, BODY).split() == both[:1]
