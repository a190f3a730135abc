"""How alike two organisations are, by name, town and numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from snippets.folding import fold

from .words import Name

# A pair below it is not worth a person's time; a shared NIP makes it worth more.
LEAST = 75
LEAST_WITH_NUMBER = 60
# Fewer common words than these tell nothing, however many there are.
LEAST_WEIGHT = 0.8

SAME_NAME, OWN_NAME = 97.0, 85.0
# Only the same name in the same town is beyond doubt.
MOST_LIKE, MOST_SAME = 95, 99
# What is added to or taken from the likeness of the names.
SAME_TOWN, OTHER_TOWN = 3, -15
OTHER_FORM, OTHER_OWN_NAME, OTHER_REGON = -10, -20, -15
SAME_NUMBER = 10
# A word that only names the town says hardly more than the town does.
TOWN_WORD = 0.15

Weigh = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation beside its name: town and numbers, as they are compared."""

    city: str = ""
    krs: str = ""
    regon: str = ""
    nip: str = ""

    def may_be(self, other: "Body") -> bool:
        """Whether two can be one: each KRS number is that of one organisation."""
        return not self.krs or not other.krs or self.krs == other.krs

    def shares_town(self, other: "Body") -> bool | None:
        """Whether they have one town; None when it is not known of both."""
        if not self.city or not other.city:
            return None
        return self.city.replace(" ", "") == other.city.replace(" ", "")


def score_pair(
    name: Name, body: Body, other_name: Name, other_body: Body, weigh: Weigh
) -> tuple[float, list[str]]:
    """Return how alike two are, of 100, and why; 0 when they cannot be one."""
    if not body.may_be(other_body) or _numbers_differ(name, other_name):
        return 0, []
    towns = [city for city in (body.city, other_body.city) if city]
    if body.shares_town(other_body) is False:
        towns = []
    score, why = _likeness(name, other_name, towns, weigh)
    if not score:
        return 0, []
    changes = {
        "same_city": SAME_TOWN if body.shares_town(other_body) else 0,
        "other_city": OTHER_TOWN if body.shares_town(other_body) is False else 0,
        "same_nip": SAME_NUMBER if body.nip and body.nip == other_body.nip else 0,
        **_by_regon(body, other_body),
        "": _by_form(name, other_name),
    }
    score += sum(changes.values())
    reasons = [code for code, change in changes.items() if change and code]
    has_number = "same_nip" in reasons or "same_regon" in reasons
    if score < (LEAST_WITH_NUMBER if has_number else LEAST):
        return 0, []
    if why != "same_name":
        return min(score, MOST_LIKE), [why, *reasons]
    return min(score, 100 if "same_city" in reasons else MOST_SAME), [why, *reasons]


def alike(word: str, other: str) -> float:
    """Return how alike two words are, of 1: forms of one word, or a slip; else 0.

    Slips in the first letter are rare: words that start otherwise are others.
    """
    if word[0] != other[0] or min(len(word), len(other)) < 4 or word.isdigit():
        return 0
    likeness = ratio(word, other, score_cutoff=65) / 100
    return likeness if likeness >= 0.83 or word[:4] == other[:4] else 0


def _likeness(
    name: Name, other: Name, towns: list[str], weigh: Weigh
) -> tuple[float, str]:
    if name.key == other.key:
        return SAME_NAME, "same_name"
    score = _shared_weight(name.words, other.words, towns, weigh)
    own = OWN_NAME if _is_own_name_of(name, other) else 0
    return (own, "own_name") if own >= score else (score, "like_name")


def _is_own_name_of(name: Name, other: Name) -> bool:
    """„SocLab” is all of one name, and in quotation marks in the other."""
    return bool(name.own or other.own) and (
        name.key == other.own or other.key == name.own
    )


def _shared_weight(
    words: tuple[str, ...], others: tuple[str, ...], towns: list[str], weigh: Weigh
) -> float:
    """The weight of the words that two names share, of 100."""
    common = set(words) & set(others)
    shared = 2 * sum(map(weigh, common))
    rest = [word for word in words if word not in common]
    left = [word for word in others if word not in common]
    total = shared
    for word in rest:
        weight = weigh(word)
        near = [(alike(word, one), one) for one in left if one[0] == word[0]]
        likeness, best = max(near, default=(0, ""))
        if likeness:
            left.remove(best)
            pair = weight + weigh(best)
            shared += likeness * pair
            total += pair
        else:
            total += weight * _share_of(word, towns)
    total += sum(weigh(word) * _share_of(word, towns) for word in left)
    return 100 * shared / total if shared >= 2 * LEAST_WEIGHT else 0


def _share_of(word: str, towns: Iterable[str]) -> float:
    return TOWN_WORD if any(names_town(word, town) for town in towns) else 1


def names_town(word: str, town: str) -> bool:
    """Whether a word is a form of a town's name: Łomży of Łomża."""
    start = word[:3]
    # Most words are not: this one look settles it.
    if start not in town:
        return False
    return any(
        (word.startswith(part) and len(word) < len(part) + 3)
        or (len(part) > 3 and word.startswith(part[:-1]))
        or alike(word, part) > 0
        for part in town.split()
    )


def _numbers_differ(name: Name, other: Name) -> bool:
    """Whether both have numbers, other ones: „Koło nr 165” is never „Koło nr 171”."""
    return bool(name.numbers and other.numbers and name.numbers != other.numbers)


def _by_form(name: Name, other: Name) -> int:
    """What differing legal forms and differing own names take away."""
    change = 0
    if name.form and other.form and name.form != other.form:
        change += OTHER_FORM
    if name.own and other.own and ratio(name.own, other.own) < 75:
        change += OTHER_OWN_NAME
    return change


def _by_regon(body: Body, other: Body) -> dict[str, int]:
    """The first nine digits are those of the organisation, all fourteen of a unit."""
    if not body.regon or not other.regon:
        return {}
    if body.regon[:9] == other.regon[:9]:
        return {"same_regon": SAME_NUMBER}
    return {"other_regon": OTHER_REGON}


def body_of(*, city: str, krs: str, regon: str, nip: str) -> Body:
    """Return town and numbers in the form in which they are compared."""
    return Body(fold(city), krs, regon, nip)
