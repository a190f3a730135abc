"""Proposes which clauses pasted paragraphs are: pure, without Django.

Each paragraph gets up to three candidates with a score. Nothing is decided here: a
person confirms. Candidates are looked up by their rare words, so that the work grows
with the length of the texts, not with paragraphs times clauses.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest

from .clauses import ClauseNode
from .paragraphs import Paragraph, split_paragraphs

__all__ = [
    "Candidate",
    "Paragraph",
    "Proposal",
    "is_same_text",
    "propose",
    "split_paragraphs",
    "unclaimed",
]

MOST_CANDIDATES = 3
# Below this score of the best candidate a new clause is proposed.
THRESHOLD = 0.5
# Below this score a clause is not even shown as a candidate.
LEAST_SHOWN = 0.25
# What differs in anything stays below what is exactly the same.
ALMOST = 0.99
LABEL_BONUS = 0.03

# A paragraph is looked up by so many of its rarest words, each in so many clauses.
LOOKED_UP = 24
MOST_POSTINGS = 60
# So many clauses with the most words in common are compared in full.
COMPARED = 4
# Pairs of equal words up to which difflib is used; beyond it would be slow.
MOST_PAIRS = 20_000

_SAME = str.maketrans(
    dict.fromkeys("„”“«»‟″", '"')
    | dict.fromkeys("‚’‘‹›′`´", "'")
    | dict.fromkeys("–—‒―‐‑−", "-")
)
_STRIPPED = ".,;:!?()[]\"'-"


@dataclass(frozen=True)
class Candidate:
    """A clause that a paragraph may be, with a score from 0 to 1."""

    uid: str
    score: float


@dataclass(frozen=True)
class Proposal:
    """What a paragraph may be: candidates, the best first, and the one proposed.

    `best` is None where a new clause is proposed; no two paragraphs have the same.
    `is_certain` where one clause, and no other paragraph, has exactly this text.
    """

    paragraph: Paragraph
    candidates: tuple[Candidate, ...] = ()
    best: Candidate | None = None
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is compared."""

    exact: str
    words: tuple[str, ...]
    bag: Counter[str]
    label: str


def propose(
    old: Sequence[ClauseNode], paragraphs: Sequence[Paragraph]
) -> list[Proposal]:
    """Return a proposal for each paragraph, in order."""
    clauses = [_read(node.text, node.number) for node in old]
    texts = [_read(p.text, p.label) for p in paragraphs]
    exact, certain = _exact(clauses, texts)
    index = _Index(clauses)
    scores: list[dict[int, float]] = []
    for place, text in enumerate(texts):
        found = {} if place in certain else dict(index.candidates(text))
        if place in exact:
            found[exact[place]] = 1.0
        scores.append(found)
    best = _assign(scores, exact, clauses, texts)
    proposals = []
    for place, paragraph in enumerate(paragraphs):
        ranked = sorted(
            scores[place].items(),
            key=lambda item: (item[0] != best.get(place), -item[1], item[0]),
        )
        candidates = [Candidate(old[n].uid, s) for n, s in ranked[:MOST_CANDIDATES]]
        proposals.append(
            Proposal(
                paragraph,
                tuple(candidates),
                candidates[0] if place in best else None,
                place in certain,
            )
        )
    return proposals


def unclaimed(
    old: Iterable[ClauseNode], proposals: Iterable[Proposal]
) -> list[ClauseNode]:
    """Return the clauses that no paragraph is proposed to be."""
    claimed = {proposal.best.uid for proposal in proposals if proposal.best}
    return [node for node in old if node.uid not in claimed]


@lru_cache(maxsize=50_000)
def _word(word: str) -> str:
    return word.casefold().strip(_STRIPPED)


def is_same_text(one: str, other: str) -> bool:
    """Whether texts differ in nothing but spaces and kinds of quotes and dashes."""
    return _exact_words(one) == _exact_words(other)


def _exact_words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).translate(_SAME).split()


def _read(text: str, label: str) -> _Text:
    same = _exact_words(text)
    words = tuple(word for raw in same if (word := _word(raw)))
    return _Text(
        " ".join(same), words, Counter(words), label.lower().lstrip("§ ").rstrip(".)")
    )


def _exact(
    clauses: Sequence[_Text], texts: Sequence[_Text]
) -> tuple[dict[int, int], set[int]]:
    """Pair paragraphs with clauses of the same text: same label first, then order.

    Also return the paragraphs of which there can be no doubt.
    """
    having: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        if clause.exact:
            having[clause.exact].append(number)
    alike: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if text.exact in having:
            alike[text.exact].append(place)
    pairs: dict[int, int] = {}
    certain: set[int] = set()
    for exact, places in alike.items():
        numbers = having[exact]
        if len(places) == len(numbers) == 1:
            certain.update(places)
        pairs |= _pair(places, numbers, clauses, texts)
    return pairs, certain


def _pair(
    places: Sequence[int],
    numbers: Sequence[int],
    clauses: Sequence[_Text],
    texts: Sequence[_Text],
) -> dict[int, int]:
    """Pair paragraphs and clauses of one text."""
    pairs: dict[int, int] = {}
    free = dict.fromkeys(numbers)
    labelled: dict[str, list[int]] = defaultdict(list)
    for number in reversed(numbers):
        labelled[clauses[number].label].append(number)
    for place in places:
        label = texts[place].label
        if label and labelled.get(label):
            pairs[place] = labelled[label].pop()
            del free[pairs[place]]
    rest = (place for place in places if place not in pairs)
    pairs |= dict(zip(rest, free, strict=False))
    return pairs


class _Index:
    """Clauses by their words."""

    def __init__(self, clauses: Sequence[_Text]) -> None:
        self.clauses = clauses
        self.postings: dict[str, list[int]] = defaultdict(list)
        for number, clause in enumerate(clauses):
            for word in clause.bag:
                self.postings[word].append(number)

    def candidates(self, text: _Text) -> Iterator[tuple[int, float]]:
        """Yield clauses with their score."""
        shared: Counter[int] = Counter()
        for word in self._rarest(text):
            for number in self.postings[word]:
                shared[number] += 1
        # The common words count too, but only among those that share a rare one.
        near = nsmallest(COMPARED * 4, shared, key=lambda n: (-shared[n], n))
        best = nsmallest(
            COMPARED, near, key=lambda n: (-_overlap(text, self.clauses[n]), n)
        )
        for number in best:
            score = _score(text, self.clauses[number])
            if score >= LEAST_SHOWN:
                yield number, score

    def _rarest(self, text: _Text) -> Iterator[str]:
        known = (word for word in text.bag if word in self.postings)
        rarest = nsmallest(LOOKED_UP, known, key=lambda w: (len(self.postings[w]), w))
        for place, word in enumerate(rarest):
            # Always one word, so that a text of common words is found as well.
            if place and len(self.postings[word]) > MOST_POSTINGS:
                return
            yield word


def _overlap(one: _Text, other: _Text) -> float:
    """Return the share of words in common, whatever their order."""
    less, more = sorted((one.bag, other.bag), key=len)
    common = sum(min(count, more[word]) for word, count in less.items())
    return 2 * common / (len(one.words) + len(other.words) or 1)


def _score(one: _Text, other: _Text) -> float:
    """Return how alike two texts are; the label helps what is alike already."""
    pairs = sum(count * other.bag[word] for word, count in one.bag.items())
    if pairs > MOST_PAIRS:
        ratio = _overlap(_pairs_of(one), _pairs_of(other))
    else:
        ratio = SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()
    if ratio >= THRESHOLD and one.label and one.label == other.label:
        ratio += LABEL_BONUS
    return min(ALMOST, round(ratio, 4))


def _pairs_of(text: _Text) -> _Text:
    """Return a text whose words are its words two by two: order counts a little."""
    pairs = tuple(
        f"{one} {two}" for one, two in zip(text.words, text.words[1:], strict=False)
    )
    return _Text(text.exact, pairs, Counter(pairs), text.label)


def _assign(
    scores: Sequence[dict[int, float]],
    exact: dict[int, int],
    clauses: Sequence[_Text],
    texts: Sequence[_Text],
) -> dict[int, int]:
    """Give each paragraph at most one clause and each clause at most one paragraph."""
    best = dict(exact)
    taken = set(exact.values())
    pairs = sorted(
        (-score, texts[place].label != clauses[number].label, place, number)
        for place, found in enumerate(scores)
        for number, score in found.items()
        if score >= THRESHOLD
    )
    for _rank, _label, place, number in pairs:
        if place not in best and number not in taken:
            best[place] = number
            taken.add(number)
    return best
