import re
from pathlib import Path
from string import Formatter

import pytest
from django.utils.translation import override

import snippets.importing
from snippets.identifiers import IdentifierStatus
from snippets.importing.fields import FIELDS
from snippets.importing.wording import TEXTS, WHY, word, word_why
from snippets.models import Note

ROOM = Path(snippets.importing.__file__).parent
# Note("code"…), about("code"…) of values, and codes that are kept in a name.
CODE = re.compile(r"\b(?:Note|about)\(\s*\"([a-z_0-9]+)\"")
PLACE = re.compile(r"%\((\w+)\)s")


def codes_in_source():
    return {
        code: path.name
        for path in sorted(ROOM.rglob("*.py"))
        for code in CODE.findall(path.read_text("utf-8"))
    }


def test_each_code_that_is_used_has_a_text():
    used = codes_in_source()

    assert len(used) > 20
    assert {code: name for code, name in used.items() if code not in TEXTS} == {}


def test_each_way_of_losing_a_number_has_a_text():
    kept = {IdentifierStatus.VALID, IdentifierStatus.PADDED, IdentifierStatus.EMPTY}

    assert {status.value for status in IdentifierStatus} - {
        status.value for status in kept
    } <= set(TEXTS)


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_text_is_a_sentence_that_can_be_filled(code):
    with override("en"):
        source = str(TEXTS[code])
        params = {name: f"<{name}>" for name in PLACE.findall(source)}
        text = word(Note(code, "nip", params))

    assert source.endswith(".")
    assert re.sub(PLACE, "", source).count("%") == source.count("%%") * 2
    assert all(f"<{name}>" in text for name in params if name != "field")
    assert not any(name for _, name, _, _ in Formatter().parse(source))


def test_field_is_named_by_its_label():
    with override("en"):
        text = word(Note("invalid_checksum", "nip", {"text": "123"}))

        assert text.startswith(f"{FIELDS['nip'].label}: ")
        assert "123" in text


def test_note_of_another_version_is_worded_as_far_as_it_goes():
    assert word(Note("said_in_a_later_version", "nip")) == "said_in_a_later_version"
    with override("en"):
        assert "…" in word(Note("invalid_checksum", "nip"))


def test_percent_sign_in_a_cell_does_no_harm():
    note = Note("invalid_website", "website", {"text": "100% %(field)s"})

    assert "100% %(field)s" in word(note)


def test_reason_is_worded_or_left_as_it_is():
    with override("en"):
        assert [word_why(code) for code in WHY] == [str(text) for text in WHY.values()]
    assert word_why("said_in_a_later_version") == "said_in_a_later_version"
