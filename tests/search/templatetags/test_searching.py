from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from search.highlighting import Piece
from search.templatetags.searching import marked

PIECES = st.lists(st.builds(Piece, st.text(min_size=1), st.booleans()))


def test_found_words_are_marked_as_they_are_written():
    pieces = [Piece("Klauzulę ", False), Piece("Społeczną", True), Piece(".", False)]

    assert marked(pieces) == "Klauzulę <mark>Społeczną</mark>."


def test_found_words_side_by_side_share_a_mark():
    pieces = [Piece("ekonomii", True), Piece(" ", False), Piece("społecznej", True)]

    assert marked(pieces) == "<mark>ekonomii społecznej</mark>"


def test_text_that_looks_like_a_mark_stays_text():
    pieces = [Piece("</mark> <mark>", False), Piece("<b>", True)]

    assert marked(pieces) == "&lt;/mark&gt; &lt;mark&gt;<mark>&lt;b&gt;</mark>"


@given(PIECES)
def test_reader_sees_the_very_text(pieces):
    text = "".join(piece.text for piece in pieces)
    # Elsewhere the parser takes any white space alone for one space.
    soup = BeautifulSoup(f"<pre>{marked(pieces)}</pre>", "html.parser")

    assert {element.name for element in soup.find_all(True)} <= {"mark", "pre"}
    # A browser takes these for others when it reads the page.
    if not {"\r", "\0"} & set(text):
        assert soup.get_text() == text
