import datetime

import pytest
from django.core import signing
from django.utils import timezone

from pages.comments.sending.seals import (
    SealError,
    digest,
    new_seal,
    read_seal,
    secret_of,
)


def test_key_tells_when_the_form_was_opened():
    before = timezone.now()

    seal = read_seal(new_seal())

    assert before <= seal.opened_at <= timezone.now()
    assert seal.opened_at.tzinfo is datetime.UTC


def test_every_form_has_a_key_of_its_own():
    nonces = {read_seal(new_seal()).nonce for _ in range(20)}

    assert len(nonces) == 20
    assert all(len(nonce) >= 20 for nonce in nonces)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        "\x00",
        new_seal()[:-1],
        new_seal() + "x",
        signing.dumps(["nonce", 1.0], salt="another form"),
        signing.dumps("nonce", salt="public_comments.form"),
        signing.dumps(["nonce", "noon"], salt="public_comments.form"),
    ],
    ids=["empty", "short", "null", "cut", "longer", "of another", "text", "no time"],
)
def test_key_is_refused_when_it_is_not_ours(key):
    with pytest.raises(SealError):
        read_seal(key)


def test_form_is_hasty_until_its_least_time_and_expires_after_its_longest(
    clock, settings
):
    settings.PUBLIC_COMMENTS = {"least_seconds": 3, "form_lasts": 60}
    seal = read_seal(new_seal())

    found = []
    for _second in range(5):
        found.append(seal.is_hasty)
        clock.wait(seconds=1)
    assert found == [True, True, True, False, False]
    clock.wait(seconds=55)
    assert not seal.is_expired
    clock.wait(seconds=1)
    assert seal.is_expired


def test_secret_is_the_same_for_the_same_form_and_depends_on_the_sites_key(settings):
    secret = secret_of("nonce", "whole")

    assert secret == secret_of("nonce", "whole")
    assert len(secret) == 64
    assert secret not in (secret_of("noncew", "hole"), secret_of("other", "whole"))
    settings.SECRET_KEY = "another key of the site"
    assert secret != secret_of("nonce", "whole")


def test_digest_tells_texts_apart_that_are_cut_elsewhere():
    assert digest("ab", "c") != digest("a", "bc")
