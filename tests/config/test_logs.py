import logging
import re
import sys

import pytest
from django.urls import URLResolver, get_resolver

from config.logs import LineFormatter


@pytest.fixture
def line():
    def line(message, error=None):
        found = None
        try:
            if error:
                raise error
        except type(error):
            found = sys.exc_info()
        record = logging.LogRecord("city", 40, __file__, 1, message, (), found)
        return LineFormatter().format(record)

    return line


def test_record_is_one_line(line):
    assert line("Not found: /pl/\nforged").endswith(
        "ERROR city Not found: /pl/ | forged"
    )


def test_error_is_its_kind_first_line_and_place(line):
    text = line("Failed", ValueError("duplicate\nDETAIL: Key (name)=(Jan Nowak)"))

    assert "Failed | ValueError: duplicate at " in text
    assert "test_logs.py:" in text
    assert "Nowak" not in text


@pytest.mark.parametrize(
    "text", ["jan@city.example", "<jan.nowak+x@city.example>", "(mail)=(jan@ł.pl)"]
)
def test_mail_address_is_hidden(line, text):
    assert "jan" not in line("Refused", ValueError(text))
    assert "[address]" in line(f"Refused {text}")


@pytest.mark.parametrize(
    "purpose",
    [
        *("comment/confirm", "comment/follow"),
        *("position/code", "position/draft", "position/desk"),
    ],
)
def test_secret_of_a_private_link_is_hidden(line, purpose):
    text = line(f"Not Found: /pl/{purpose}/0b5e-4c/s3cret_w-ord/correct/ (1)")

    assert f"/pl/{purpose}/0b5e-4c/[secret]/correct/ (1)" in text
    assert "s3cret" not in text


def test_secret_in_the_query_of_a_private_link_is_hidden(line):
    text = line("GET /pl/position/code/0b/C0DE/?draft=1c&key=s3cret_w-ord HTTP/1.1")

    assert "/pl/position/code/0b/[secret]/?draft=1c&key=[secret] HTTP/1.1" in text


def test_secrets_of_all_private_addresses_are_hidden(line):
    """Whatever address of the site takes a secret."""
    private = list(addresses_with_a_secret(get_resolver()))
    assert len(private) >= 15

    for route in private:
        address = re.sub(r"<(?!str:secret)[^>]+>", "1", route)
        text = line(f"Not Found: /pl/{address.replace('<str:secret>', 's3cret')}")
        assert "s3cret" not in text, route


def addresses_with_a_secret(resolver, before=""):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses_with_a_secret(pattern, route)
        elif "secret" in route or "token" in route:
            yield route
