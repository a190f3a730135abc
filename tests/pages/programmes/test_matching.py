import random
import time

from hypothesis import given
from hypothesis import strategies as st

from pages.programmes.clauses import ClauseKind, ClauseNode
from pages.programmes.matching import (
    THRESHOLD,
    Paragraph,
    is_same_text,
    propose,
    unclaimed,
)

WORDS = [
    "kultura",
    "sport",
    "zdrowie",
    "edukacja",
    "wspieranie",
    "i",
    "w",
    "na",
    "dla",
    "organizacji",
    "miasta",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def nodes(*texts):
    return [
        ClauseNode(f"u{n}", ClauseKind.TASK, str(n + 1), text, 0)
        for n, text in enumerate(texts)
    ]


def paragraphs(*texts):
    return [Paragraph(text) for text in texts]


def best(old, new):
    return [p.best and p.best.uid for p in propose(old, new)]


def test_exact_text_is_certain_whatever_its_spaces_and_quotes():
    (proposal,) = propose(
        nodes("program „Razem” – etap", "x y"),
        paragraphs('program\xa0 "Razem" - etap'),
    )

    assert proposal.is_certain
    assert (proposal.best.uid, proposal.best.score) == ("u0", 1.0)


def test_anything_else_is_never_certain():
    for text in ("Wspieranie kultury.", "wspieranie kultury", "Wspieranie  kultury;"):
        (proposal,) = propose(nodes("Wspieranie kultury:"), paragraphs(text))

        assert not proposal.is_certain
        assert proposal.best.score < 0.999


def test_the_same_text_twice_is_proposed_but_never_certain():
    same = nodes("wspieranie sportu", "wspieranie sportu")

    one = propose(same, paragraphs("wspieranie sportu"))
    two = propose(same[:1], paragraphs("wspieranie sportu", "wspieranie sportu"))

    assert [p.is_certain for p in one + two] == [False] * 3
    assert [p.best and p.best.uid for p in two] == ["u0", None]


def test_same_text_twice_is_told_apart_by_the_label():
    old = nodes("tak samo", "tak samo")

    assert best(old, [Paragraph("tak samo", "2"), Paragraph("tak samo", "1")]) == [
        "u1",
        "u0",
    ]


def test_changed_clause_is_found_with_its_score():
    old = nodes("wspieranie klubów sportowych w mieście", "opieka nad zabytkami")

    (proposal,) = propose(old, paragraphs("wspieranie klubów sportowych na wsi"))

    assert proposal.best.uid == "u0"
    assert THRESHOLD <= proposal.best.score < 0.99


def test_what_is_unlike_everything_is_a_new_clause():
    old = nodes("wspieranie klubów sportowych")

    assert best(old, paragraphs("budowa ścieżek rowerowych")) == [None]
    assert best([], paragraphs("cokolwiek")) == [None]
    assert best(nodes(""), paragraphs("cokolwiek", "—")) == [None, None]


def test_label_alone_decides_nothing():
    old = nodes("wspieranie klubów sportowych", "opieka nad zabytkami")

    assert best(old, [Paragraph("zupełnie inne zadanie", "1")]) == [None]


def test_label_helps_between_two_that_are_alike():
    old = nodes("wspieranie klubu A w mieście", "wspieranie klubu B w mieście")

    for label, uid in (("1", "u0"), ("2", "u1")):
        assert best(old, [Paragraph("wspieranie klubu C w mieście", label)]) == [uid]


def test_at_most_three_candidates_are_shown_the_proposed_first():
    old = nodes(*(f"wspieranie klubu {n} w naszym mieście" for n in "ABCDEF"))

    (proposal,) = propose(old, paragraphs("wspieranie klubu X w naszym mieście"))

    assert len(proposal.candidates) == 3
    assert proposal.candidates[0] == proposal.best


def test_clauses_nobody_claimed_are_told():
    old = nodes("wspieranie klubów sportowych", "opieka nad zabytkami")

    left = unclaimed(old, propose(old, paragraphs("opieka nad zabytkami")))

    assert [node.uid for node in left] == ["u0"]


def test_same_text_is_told_from_another():
    assert is_same_text("a „b”", 'a  "b"')
    assert not is_same_text("a b", "a B")


@given(st.lists(TEXTS, max_size=12), st.randoms())
def test_an_exact_copy_matches_itself_whatever_the_order(texts, rng):
    old = nodes(*texts)
    shuffled = texts[:]
    rng.shuffle(shuffled)

    proposals = propose(old, paragraphs(*shuffled))

    by_uid = {node.uid: node.text for node in old}
    assert [by_uid[p.best.uid] for p in proposals] == shuffled
    assert {p.best.score for p in proposals} <= {1.0}
    assert unclaimed(old, proposals) == []


@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=12))
def test_no_two_paragraphs_have_the_same_clause(texts, pasted):
    proposals = propose(nodes(*texts), paragraphs(*pasted))

    claimed = [p.best.uid for p in proposals if p.best]
    assert len(claimed) == len(set(claimed))
    for proposal in proposals:
        assert all(0 <= c.score <= 1 for c in proposal.candidates)
        assert proposal.best is None or proposal.best in proposal.candidates
        assert not proposal.is_certain or proposal.best.score == 1.0


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8))
def test_the_same_is_proposed_each_time(texts, pasted):
    old, new = nodes(*texts), paragraphs(*pasted)

    assert propose(old, new) == propose(old, new)


def test_three_hundred_paragraphs_are_matched_in_a_second():
    rng = random.Random(4)  # noqa: S311
    words = [f"słowo{n}" for n in range(2000)]
    weights = [1 / (n + 1) for n in range(2000)]
    texts = [" ".join(rng.choices(words, weights, k=60)) for _ in range(300)]
    changed = [f"{text} nowe {rng.choice(words)}" for text in texts]
    rng.shuffle(changed)
    start = time.perf_counter()

    proposals = propose(nodes(*texts), paragraphs(*changed))

    assert time.perf_counter() - start < 1
    assert all(proposal.best for proposal in proposals)


def test_texts_of_one_word_over_and_over_take_no_longer():
    old = nodes(*("a " * 600 + f"x{n}" for n in range(100)))
    start = time.perf_counter()

    propose(old, paragraphs(*("a " * 600 + f"y{n}" for n in range(100))))

    assert time.perf_counter() - start < 2
