"""Names of many organisations, among which the like ones are found quickly.

Each name is filed under the stems of its words. A search looks up its rarest words
first and stops when it has seen enough: its time hardly grows with the register.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from itertools import chain, islice

from .known import Candidate, Known
from .scoring import Body, body_of, names_town, score_pair
from .weights import Weights
from .words import Name, read_name, skeleton, stem

MOST_FOUND = 5
# Filed names looked at for one search, and those of them that are compared in full.
MOST_SEEN = 500
MOST_COMPARED = 12
# What a like name shares of the weight of a name at least.
LEAST_SHARE = 0.6
# Names that are the same: so many of one town, or of no known town.
MOST_SAME = 20
# A name that more towns have („Ochotnicza Straż Pożarna”) tells nothing without
# the town: those of other towns are not asked about.
MOST_TOWNS = 3


class NameIndex:
    """Finds organisations by their names; rows of a list may join as they come."""

    def __init__(self) -> None:
        self._names: list[Name] = []
        self._owners: list[int] = []
        self._is_alias: list[bool] = []
        self._keys: list[int] = []
        self._bodies: list[Body] = []
        self._weights = Weights()
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._by_skeleton: defaultdict[str, list[int]] = defaultdict(list)
        self._by_own: defaultdict[str, list[int]] = defaultdict(list)
        # The core of a name to the towns that have it, to the names filed there.
        self._by_core: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)

    def add(self, known: Known) -> None:
        """File an organisation under all its names."""
        owner = len(self._keys)
        self._keys.append(known.key)
        self._bodies.append(
            body_of(city=known.city, krs=known.krs, regon=known.regon, nip=known.nip)
        )
        for place, text in enumerate(known.names):
            self._file(read_name(text), owner, is_alias=place > 0)

    def find(
        self,
        *,
        name: str,
        city: str = "",
        krs: str = "",
        regon: str = "",
        nip: str = "",
    ) -> list[Candidate]:
        """Return at most five organisations that may be meant, the likeliest first."""
        wanted = read_name(name)
        if not wanted.words:
            return []
        body = body_of(city=city, krs=krs, regon=regon, nip=nip)
        is_common = len(self._by_core.get(core_of(wanted, body.city), ())) > MOST_TOWNS
        best: dict[int, Candidate] = {}
        for filed in dict.fromkeys(chain(self._same(wanted, body), self._like(wanted))):
            owner = self._owners[filed]
            score, why = score_pair(
                wanted,
                body,
                self._names[filed],
                self._bodies[owner],
                self._weights.weigh,
            )
            if not score or ("other_city" in why and is_common):
                continue
            if self._is_alias[filed]:
                why.append("alias")
            if owner not in best or best[owner].score < round(score):
                best[owner] = Candidate(self._keys[owner], round(score), tuple(why))
        # Of equals the one that was filed first.
        ordered = [best[owner] for owner in sorted(best)]
        return nlargest(MOST_FOUND, ordered, key=lambda candidate: candidate.score)

    def _file(self, name: Name, owner: int, *, is_alias: bool) -> None:
        if not name.words:
            return
        filed = len(self._names)
        self._names.append(name)
        self._owners.append(owner)
        self._is_alias.append(is_alias)
        stems = {stem(word) for word in name.words}
        self._weights.add(stems)
        for start in stems:
            self._by_stem[start].append(filed)
        for bones in {skeleton(word) for word in name.words}:
            self._by_skeleton[bones].append(filed)
        if name.own and name.own != name.key:
            self._by_own[name.own].append(filed)
        city = self._bodies[owner].city
        self._by_core[core_of(name, city)].setdefault(city, []).append(filed)

    def _same(self, wanted: Name, body: Body) -> Iterable[int]:
        """Filed names that are the same, or the own name of one another."""
        cores = [core_of(wanted, body.city)]
        if wanted.own:
            cores.append(core_of(read_name(wanted.own), body.city))
        for towns in (self._by_core.get(core, {}) for core in cores):
            if body.city and len(towns) > MOST_TOWNS:
                towns = {city: towns.get(city, []) for city in (body.city, "")}
            yield from islice(chain.from_iterable(towns.values()), MOST_SAME)
        for own in filter(None, (wanted.key, wanted.own)):
            if len(owned := self._by_own.get(own, ())) <= MOST_TOWNS:
                yield from owned

    def _like(self, wanted: Name) -> list[int]:
        """Filed names that share the most telling words.

        A like name shares most of the weight, and so has one of the rarest words: the
        common ones need not be looked up at all.
        """
        under = sorted(map(self._filed_under, wanted.words), reverse=True)
        weight_left = sum(weight for weight, _filed in under)
        enough = weight_left * LEAST_SHARE
        found: dict[int, float] = {}
        for weight, filed in under:
            if found and (weight_left < enough or len(filed) > MOST_SEEN):
                break
            weight_left -= weight
            for one in islice(filed, MOST_SEEN):
                found[one] = found.get(one, 0) + weight
        if len(found) <= MOST_COMPARED:
            return list(found)
        own, names = len(wanted.words), self._names
        ordered = sorted(found, key=found.__getitem__, reverse=True)
        return nlargest(
            MOST_COMPARED,
            ordered[: 4 * MOST_COMPARED],
            key=lambda one: found[one] / (own + len(names[one].words)),
        )

    def _filed_under(self, word: str) -> tuple[float, list[int]]:
        """How much a word tells, and the names that have it or a slip of it."""
        start = stem(word)
        filed = self._by_stem.get(start)
        if filed is None:
            filed = self._by_skeleton.get(skeleton(word), []) if len(word) > 4 else []
        return self._weights.weigh_stem(start), filed


def core_of(name: Name, city: str) -> str:
    """Return the stems of a name's words without those that name its town."""
    words = [word for word in name.words if not (city and names_town(word, city))]
    return " ".join(sorted(map(stem, words or name.words)))
