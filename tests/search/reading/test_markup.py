import pytest

from search.reading.markup import Walk, attribute

from .files import refused

_LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a><p>&c;&c;&c;</p></a>'
)


class Paragraphs(Walk):
    left_out = frozenset({"skip"})

    def enter(self, name, attributes):
        if name == "p":
            self.open_line()
        return attribute(attributes, "hidden") != "yes"

    def leave(self, name):
        if name == "p":
            self.close_line()


def lines_of(*chunks):
    return list(Paragraphs().lines(chunks))


def test_lines_come_as_they_end():
    walk = Paragraphs().lines(iter([b"<a><p>raz</p>", b"<p>dw", b"a</p></a>"]))
    assert list(walk) == ["raz\n", "dwa\n"]


def test_first_lines_come_before_the_rest_is_unpacked():
    def chunks():
        yield b"<a><p>raz</p>"
        raise AssertionError

    assert next(Paragraphs().lines(chunks())) == "raz\n"


def test_left_out_elements_are_left_out_with_all_in_them():
    text = b"<a><p>a<x:skip xmlns:x='x'>b<i>c</i><skip/>d</x:skip>e</p></a>"
    assert lines_of(text) == ["ae\n"]
    assert lines_of(b"<a><p>a<i z:hidden='yes' xmlns:z='z'>b</i>c</p></a>") == ["ac\n"]


def test_inner_lines_come_before_the_outer_one():
    assert lines_of(b"<a><p>a<p>b</p>c</p>d</a>") == ["b\n", "ac\n"]


@pytest.mark.parametrize(
    "content", [_LAUGHS, b"<!DOCTYPE a><a/>", b"<a><p>a</b></a>", b"<a>", b"", b"\xff"]
)
def test_document_types_and_broken_parts_are_damage(content):
    assert refused(Paragraphs().lines, [content]) == "damaged"


def test_deep_parts_are_gone_through():
    depth = 100_000
    content = b"<i>" * depth + b"<p>a</p>" + b"</i>" * depth
    assert lines_of(content) == ["a\n"]
