import pytest

from snippets.importing.reading.swallowed import swallowed_lines


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_rows_keep_their_separators(separator):
    row = separator.join(["Most", "a@b.pl", "Łomża"])

    assert swallowed_lines(f"{row}\n{row}\nKoło", filled=3) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Fundacja\nMost",
        "Most, a, b\nKoło",
        "prose, with, commas\nand, then, more, of, them\nuntil the end, at last\n.",
        "Most, a\nDom, b\nKoło",
    ],
)
def test_text_on_several_lines_is_left_alone(text):
    assert swallowed_lines(text, filled=3) == 0


def test_rows_of_two_cells_are_never_told_from_prose():
    assert swallowed_lines("a, b\nc, d\ne", filled=2) == 0
