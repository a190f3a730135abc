import datetime
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from random import Random
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from pages.programmes.clauses import ClauseKind, read_clauses
from pages.programmes.docx import redline_docx
from pages.programmes.docx.body import clean
from pages.programmes.redline import compare
from tests.factories.clauses import area, category, chapter, clause, goal
from tests.pages.programmes.redline.test_clauses import edit, make_body, node
from tests.pages.programmes.wordprocessing import (
    CHANGES,
    W,
    accepted,
    body,
    is_mark_gone,
    parts,
    rejected,
)

DATE = datetime.date(2013, 8, 13)
STYLES = ("chapter", "area", "category")


def label(node):
    return f"ust. {node.number}" if node.number else ""


def make(old, new, **values):
    values = {"title": "Zmiany", "author": "Urząd", "date": DATE, **values}
    return redline_docx(compare(old, new), label=label, **values)


def written(nodes):
    """Return the (style, text) of each paragraph that the nodes should make."""
    paragraphs = []
    for n in nodes:
        style = f"Heading{n.depth + 1}" if n.kind in STYLES else "BodyText"
        paragraphs.append((style, clean(f"{label(n)} " * bool(label(n)) + n.text)))
        if n.introduction:
            paragraphs.append(("BodyText", clean(n.introduction)))
    return paragraphs


def check(old, new):
    """Check that a file has both texts, and give it."""
    content = make(old, new)
    assert accepted(content) == written(new)
    assert rejected(content) == written(old)
    return content


def tags(content):
    """Return the sorts of change in a file."""
    found = {element.tag.removeprefix(W) for element in body(content).iter()}
    return found & {tag.removeprefix(W) for tag in CHANGES}


def spread(random):
    """Return a body of chapters with introductions, areas in them and categories."""
    areas = make_body(random)
    for block in areas[1::2]:
        block["value"]["clauses"] = [
            category("Kategoria", *block["value"]["clauses"], uid=f"k{block['id']}")
        ]
    words = ["", "Wstęp.", "Wstęp  do „rozdziału”."]
    return [
        chapter("Cele", goal(uid="g"), uid="c1", introduction=random.choice(words)),
        chapter("Zadania", *areas, uid="c2", introduction=random.choice(words)),
    ]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_all_accepted_is_the_new_text_and_all_rejected_the_old_one(seed, steps):
    random = Random(seed)  # noqa: S311 - a test's edits
    areas = make_body(random)
    old = read_clauses(areas)
    for step in range(steps):
        edit(areas, random, step)

    check(old, read_clauses(areas))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_any_two_texts_of_chapters_are_told_apart(before, after):
    old, new = (
        read_clauses(spread(Random(seed)))  # noqa: S311 - a test's texts
        for seed in (before, after)
    )

    check(old, new)


@settings(max_examples=200, deadline=None)
@given(st.text(), st.text())
def test_any_signs_can_be_written(before, after):
    content = check([node("a", before)], [node("a", after)])

    assert make([node("a", before)], [node("a", after)]) == content


def test_text_without_changes_has_none_tracked():
    text = read_clauses([chapter("Cele", goal(), introduction="Wstęp.")])

    assert tags(check(text, text)) == set()


def test_empty_texts_make_files():
    text = [node("a"), node("b", introduction="Wstęp.")]

    check([], [])
    assert tags(check([], text)) == {"ins"}
    assert tags(check(text, [])) == {"del"}


def test_words_that_changed_are_tracked_and_no_others():
    old = [node("a", "zapis stary i krótki o mieście", "1")]
    new = [node("a", "zapis nowy i krótki o mieście", "1")]

    content = check(old, new)

    assert [e.text for e in body(content).iter(f"{W}delText")] == ["stary "]
    (came,) = body(content).iter(f"{W}ins")
    assert [e.text for e in came.iter(f"{W}t")] == ["nowy "]


def test_clause_that_came_or_went_is_a_paragraph_that_did():
    old, new = [node("a"), node("b", "stary")], [node("a"), node("c", "nowy")]

    paragraphs = body(check(old, new)).findall(f"{W}p")

    assert [is_mark_gone(p, {f"{W}del"}) for p in paragraphs][2:4] == [True, False]
    assert [is_mark_gone(p, {f"{W}ins"}) for p in paragraphs][2:4] == [False, True]


def test_clause_that_got_another_number_has_its_label_changed():
    content = check([node("a", number="28")], [node("a", number="29")])

    changed = [
        (run.find(f"{W}rPr/{W}rStyle").get(f"{W}val"), "".join(run.itertext()))
        for tag in ("del", "ins")
        for run in body(content).findall(f".//{W}{tag}/{W}r")
    ]
    assert changed == [("ClauseLabel", "ust. 28 "), ("ClauseLabel", "ust. 29 ")]


def test_clause_that_moved_is_moved_with_a_range_at_either_place():
    old = [node(uid, f"zapis {uid}") for uid in "abcd"]
    new = [old[1], old[2], replace(old[0], text="zapis a dłuższy"), old[3]]

    content = check(old, new)

    assert tags(content) == {"ins", "moveFrom", "moveTo"}
    names = {
        element.tag.removeprefix(W): element.get(f"{W}name")
        for element in body(content).iter()
        if element.tag.endswith("RangeStart")
    }
    assert names == {"moveFromRangeStart": "clause0", "moveToRangeStart": "clause0"}


def test_area_that_moved_takes_along_what_is_in_it():
    one = area("Kultura", 1, clause(uid="a"), clause(uid="b"), uid="A")
    two = area("Sport", 2, clause(uid="c"), clause(uid="d"), uid="B")

    content = check(read_clauses([one, two]), read_clauses([two, one]))

    assert len(list(body(content).iter(f"{W}moveToRangeStart"))) == 3


def test_introduction_may_come_go_and_move():
    old = [node("a", introduction="Wstęp."), node("b"), node("c"), node("d")]
    for introduction in ("", "Wstęp.", "Inny wstęp."):
        a = replace(old[0], introduction=introduction)
        b = replace(old[1], introduction=introduction)
        check(old, [a, *old[1:]])
        check(old, [*old[1:], a])
        check(old, [b, a, *old[2:]])


def test_kind_that_changed_is_a_style_that_did():
    old = [node("a", kind=ClauseKind.AREA)]

    content = check(old, [replace(old[0], kind=ClauseKind.TASK)])

    assert len(list(body(content).iter(f"{W}pPrChange"))) == 1


def test_spaces_and_quotes_are_kept_on_either_side():
    old, new = '  zapis "a"  o mieście i  wsi', "zapis „a” o mieście i wsi"

    content = check([node("a", old)], [node("a", new)])

    gone = [e.text for e in body(content).iter(f"{W}delText")]
    assert gone == ["  ", '"', '"  ', "  "]


def test_every_change_has_an_id_of_its_own_an_author_and_a_date():
    random = Random(7)  # noqa: S311 - a test's texts
    old, new = read_clauses(spread(random)), read_clauses(spread(random))

    content = body(make(old, new, author='Urząd "A&B" <m>'))

    changes = [e for e in content.iter() if e.get(f"{W}author") is not None]
    ids = [e.get(f"{W}id") for e in changes]
    assert len(set(ids)) == len(ids) > 20
    assert {e.get(f"{W}author") for e in changes} == {'Urząd "A&B" <m>'}
    assert {e.get(f"{W}date") for e in changes} == {"2013-08-13T00:00:00Z"}
    assert {e for e in content.iter() if e.tag in CHANGES} <= set(changes)
    starts = [e.get(f"{W}id") for e in content.iter() if "RangeStart" in e.tag]
    assert starts == [e.get(f"{W}id") for e in content if "RangeEnd" in e.tag]


def test_control_characters_and_lines_do_not_break_the_file():
    old = [node("a", "zapis\x00 \x08o\ud800 mieście\ufffe\r\ni\twsi", "1")]
    new = [node("b\x01", "&lt;zapis> ]]> & \x0bdrugi", "2")]

    content = check(old, new)

    assert accepted(content) == [("BodyText", "ust. 2 &lt;zapis> ]]> & \ndrugi")]
    assert rejected(content) == [("BodyText", "ust. 1 zapis o mieście\ni\twsi")]
    make(old, new, title="\x00", author="\x01")


def test_very_long_clause_can_be_written():
    words = " ".join(f"słowo{n}" for n in range(2500))

    check([node("a", words)], [node("a", words.replace("słowo7 ", "inne "))])


def test_file_has_a_title_a_language_and_headings_of_word():
    content = make([], read_clauses([chapter("Cele")]), title="Zmiany <1>")

    found = parts(content)
    core, styles = found["docProps/core.xml"], found["word/styles.xml"]
    assert "Zmiany <1>" in list(core.itertext())
    assert "pl-PL" in list(core.itertext())
    assert styles.find(f".//{W}lang").get(f"{W}val") == "pl-PL"
    names = {
        s.get(f"{W}styleId"): s[0].get(f"{W}val") for s in styles.iter(f"{W}style")
    }
    assert names["Heading1"] == "heading 1"
    used = {s.get(f"{W}val") for s in body(content).iter(f"{W}pStyle")}
    assert used == {"Title", "Heading1"}
    assert used < names.keys()
    size = body(content).find(f"{W}sectPr/{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")


def test_headings_skip_no_level():
    text = [chapter("Zadania", area("Kultura", 1, category("Kino", clause())))]

    content = make([], read_clauses(text))

    levels = [s.removeprefix("Heading") for s, _ in accepted(content) if "Head" in s]
    assert levels == ["1", "2", "3"]
    assert all(int(b) - int(a) <= 1 for a, b in pairwise(levels))


def test_parts_are_named_and_of_one_time():
    with ZipFile(BytesIO(make([], []))) as archive:
        entries = archive.infolist()

    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
