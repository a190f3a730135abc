"""The register is searched by words in any spelling, and by number."""

import pytest

from pages.comments.models import PublicComment
from pages.comments.searching import find_comments, fold, read_code
from tests.factories.comments import PublicCommentFactory


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Żłobek  i\nŚwietlica", "zlobek i swietlica"),
        ("ŁÓDŹ", "lodz"),
        ("Проєкт", "проєкт"),
        ("", ""),
    ],
)
def test_text_is_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("17", {"number": 17}),
        ("U17", {"number": 17}),
        ("u 17 / 2014", {"number": 17, "year": 2014}),
        (" 17/2014 ", {"number": 17, "year": 2014}),
        ("17 seniorów", {}),
        ("sport", {}),
        ("9" * 30, {}),
        ("%", {}),
    ],
)
def test_code_is_read(query, code):
    assert read_code(query) == code


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("swietlice", True),
        ("ŚWIETLICE sąsied", True),
        ("świetlice basen", False),
        ("kleks", True),
        ("100%", True),
        ("100_", False),
        ("kowalska", False),
        ("autor@example.org", False),
    ],
)
def test_every_word_must_be_in_the_comment_and_nothing_private_is_searched(
    query, is_found
):
    PublicCommentFactory(
        text="Potrzebne są świetlice.",
        justification="Prosi o nie 100% sąsiedztwa.",
        organisation_name="Klub Kleks",
        name="Anna Kowalska",
        email="autor@example.org",
    )

    found = find_comments(PublicComment.objects.all(), query)

    assert found.exists() is is_found


@pytest.mark.django_db
def test_corrected_words_are_found_and_the_earlier_ones_are_not():
    comment = PublicCommentFactory(text="basen")
    comment.text = "lodowisko"
    comment.save(update_fields=["text"])

    comments = PublicComment.objects.all()
    assert find_comments(comments, "lodowisko").exists()
    assert not find_comments(comments, "basen").exists()
