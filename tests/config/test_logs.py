import logging
import sys

import pytest

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


@pytest.mark.parametrize("purpose", ["confirm", "follow"])
def test_secret_of_a_private_link_is_hidden(line, purpose):
    text = line(f"Not Found: /pl/comment/{purpose}/0b5e-4c/s3cret_w-ord/correct/ (1)")

    assert f"/pl/comment/{purpose}/0b5e-4c/[secret]/correct/ (1)" in text
    assert "s3cret" not in text
