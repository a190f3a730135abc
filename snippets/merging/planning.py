"""What merging two entries would do, without doing it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from snippets.folding import fold
from snippets.models import Membership, Organisation

from .choices import Choice, chosen_values, find_choices, own_fields
from .reasons import Doubt, Obstacle
from .relations import Move, find_moves, find_texts

# Fields that speak against it where both are filled in and differ.
DOUBTFUL = {
    "regon": Doubt.REGON,
    "nip": Doubt.NIP,
    "other_register_number": Doubt.OTHER_REGISTER,
    "city": Doubt.CITY,
    "legal_form": Doubt.LEGAL_FORM,
}


@dataclass(frozen=True)
class MergePlan:
    """What would become of two entries; `texts` name the one that is merged."""

    kept: Organisation
    merged: Organisation
    obstacles: Sequence[Obstacle] = ()
    doubts: Sequence[Doubt] = ()
    choices: Sequence[Choice] = ()
    moves: Sequence[Move] = ()
    texts: Sequence[Any] = ()

    def values(self, chosen: Mapping[str, str]) -> dict[str, Any]:
        """Return what changes in the kept entry, by field."""
        return chosen_values(list(self.choices), chosen)

    def new_aliases(self, values: Mapping[str, Any]) -> list[str]:
        """Return the names that the kept entry gets, so that people find it by them."""
        name = values.get("name", self.kept.name)
        short_name = values.get("short_name", self.kept.short_name)
        seen = {fold(name), fold(short_name), ""}
        for move in self.moves:
            if move.key.model._meta.label == "snippets.OrganisationAlias":
                seen |= {fold(row.name) for row in move.rows}
        seen |= {fold(alias.name) for alias in self.kept.aliases.all()}
        names = []
        for one in (self.merged, self.kept):
            for candidate in (one.name, one.short_name):
                if fold(candidate) not in seen:
                    seen.add(fold(candidate))
                    names.append(candidate)
        return names

    @property
    def doubled(self) -> list[Move]:
        """The moves with rows that the kept entry has already."""
        return [move for move in self.moves if move.doubles]

    @property
    def token(self) -> str:
        """A digest of what both entries hold: another one means that they changed."""
        held = [
            str(getattr(entry, field.attname))
            for entry in (self.kept, self.merged)
            for field in own_fields()
        ]
        return hashlib.sha256("\0".join(held).encode()).hexdigest()


def plan_merge(kept: Organisation, merged: Organisation) -> MergePlan:
    """Return what merging one entry into another would do, or why it cannot be done."""
    obstacles = find_obstacles(kept, merged)
    if obstacles:
        return MergePlan(kept, merged, obstacles)
    return MergePlan(
        kept,
        merged,
        doubts=find_doubts(kept, merged),
        choices=find_choices(kept, merged),
        moves=find_moves(kept, merged),
        texts=find_texts(merged),
    )


def find_obstacles(kept: Organisation, merged: Organisation) -> list[Obstacle]:
    """Return why two entries cannot become one."""
    if kept.pk == merged.pk:
        return [Obstacle.ITSELF]
    if kept.merged_into_id or merged.merged_into_id:
        return [Obstacle.MERGED]
    found = []
    if kept.krs and merged.krs and kept.krs != merged.krs:
        found.append(Obstacle.KRS)
    if is_above(kept, merged) or is_above(merged, kept):
        found.append(Obstacle.BRANCH)
    both = (kept, merged)
    if Membership.objects.filter(organisation__in=both, federation__in=both).exists():
        found.append(Obstacle.MEMBER)
    return found


def find_doubts(kept: Organisation, merged: Organisation) -> list[Doubt]:
    """Return what suggests that two entries are two organisations."""
    return [
        doubt
        for name, doubt in DOUBTFUL.items()
        if (ours := fold(getattr(kept, name)))
        and (theirs := fold(getattr(merged, name)))
        and ours != theirs
    ]


def is_above(one: Organisation, other: Organisation) -> bool:
    """Whether `other` is a branch of `one`, or a branch of its branch."""
    seen: set[int | None] = set()
    above = other.parent
    while above is not None and above.pk not in seen:
        if above.pk == one.pk:
            return True
        seen.add(above.pk)
        above = above.parent
    return False
