"""The register as an import sees it: whom a number or a name belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from snippets.folding import fold
from snippets.models import (
    ImportedValues,
    Organisation,
    OrganisationAlias,
    OrganisationMerge,
)

from .held import with_related
from .matching import Candidate, Known, NameIndex, match_key

LOADED_AT_ONCE = 500
SAME = ("same_name", "same_city")

# Register and number, folded: „ST 12/2019” of one office is not that of another.
OtherNumber = tuple[str, str]
# Name and town, folded.
ListedName = tuple[str, str]
NUMBERS = ("pk", "krs", "regon", "other_register", "other_register_number", "parent")


class Register:
    """Whom the numbers of the whole register belong to, and those of a list.

    Rows of the list join as they are judged: their keys are their numbers, negative.
    Two queries and some 300 bytes of memory for each organisation; names are read only
    when a row has to be found by its name.
    """

    def __init__(self) -> None:
        self.krs_of: dict[int, str] = {}
        self.regon_of: dict[int, str] = {}
        self.by_krs: dict[str, int] = {}
        self.by_regon: dict[str, int] = {}
        self.by_other_number: dict[OtherNumber, int] = {}
        self.by_listed_name: dict[ListedName, int | None] = {}
        self.parent_of: dict[int, int] = {}
        self.rows = Rows()
        self._read()

    @cached_property
    def names(self) -> "Names":
        """The names of the register, read when they are first asked for."""
        return Names()

    @cached_property
    def by_slug(self) -> dict[str, int]:
        """The entries by the end of their address, read when a list names one."""
        entries = Organisation.objects.order_by().values_list(
            "slug", "pk", "merged_into"
        )
        return {slug: merged_into or pk for slug, pk, merged_into in entries}

    def _read(self) -> None:
        entries = Organisation.objects.order_by("pk")
        for row in entries.unmerged().values(*NUMBERS).iterator(chunk_size=2000):
            self.learn(row["pk"], row)
            if row["parent"]:
                self.parent_of[row["pk"]] = row["parent"]
        listed = ImportedValues.objects.filter(organisation__merged_into=None)
        listed = listed.exclude(names=[]).order_by()
        for pk, names in listed.values_list("pk", "names").iterator(chunk_size=2000):
            for name, city in names:
                self.add_listed(pk, (name, city))
        self._read_merged()

    def _read_merged(self) -> None:
        """Let the numbers of merged entries lead to those that stand for them."""
        merged = Organisation.objects.exclude(merged_into=None).order_by("pk")
        for row in merged.values(*NUMBERS, "merged_into"):
            number = other_number(row)
            if number and row["merged_into"] in self.krs_of:
                self.by_other_number.setdefault(number, row["merged_into"])
        mergers = OrganisationMerge.objects.filter(undone_at=None).order_by("pk")
        for kept, before in mergers.values_list("kept", "before"):
            regon = before.get("merged", {}).get("regon")
            if regon and kept in self.krs_of:
                self.by_regon.setdefault(regon, kept)

    def learn(self, key: int, values: Mapping[str, Any]) -> None:
        """Let an organisation be found by its numbers, also those a row gives it."""
        krs, regon = values.get("krs", ""), values.get("regon", "")
        self.krs_of[key] = self.krs_of.get(key) or krs
        self.regon_of[key] = self.regon_of.get(key) or regon
        if krs:
            self.by_krs.setdefault(krs, key)
        if regon:
            self.by_regon.setdefault(regon, key)
        if number := other_number(values):
            self.by_other_number.setdefault(number, key)

    def add_row(self, number: int, values: Mapping[str, Any]) -> None:
        """Let a row that a new organisation comes of be found by later rows."""
        self.learn(-number, values)
        self.rows.add(-number, values)
        if is_numberless(values):
            self.add_listed(-number, listed_name(values))

    def add_listed(self, key: int, name: ListedName) -> None:
        """Remember under which name and town a list brought what has no number."""
        is_new = self.by_listed_name.setdefault(name, key) == key
        if not is_new:
            # Two of one name and town: a person has to say which is meant.
            self.by_listed_name[name] = None

    def find_names(self, values: Mapping[str, Any]) -> list[Candidate]:
        """Return whom a row may be about by its name, the likeliest first.

        Of the list itself only rows of the same name and town.
        """
        krs = values.get("krs", "")
        same = [key for key in self.rows.same(values) if self.may_hold(key, krs)]
        found = self.names.index.find(
            name=values.get("name", ""),
            city=values.get("city", ""),
            krs=krs,
            regon=values.get("regon", ""),
            nip=values.get("nip", ""),
        )
        return [*(Candidate(key, 100, SAME) for key in same), *found]

    def find_parent(self, said: str) -> int | None:
        """Return whom a parent's KRS number or name means, if one organisation."""
        return self.by_krs.get(said) or self.names.by_name.get(fold(said))

    def may_hold(self, key: int, krs: str) -> bool:
        """Whether an organisation can be the one of a KRS number: two share none."""
        return not krs or self.krs_of[key] in ("", krs)

    def may_be_both(self, key: int, values: Mapping[str, Any]) -> bool:
        """Whether a number in another register may mean an organisation of a row.

        It cannot if both have KRS numbers, or REGON numbers, that differ.
        """
        regons = {self.regon_of.get(key, ""), values.get("regon", "")} - {""}
        return self.may_hold(key, values.get("krs", "")) and len(regons) < 2

    def canonical(self, key: int) -> str:
        """Return how a parent is written: by KRS number if it has one, else by name."""
        return self.krs_of[key] or self.describe(key)["name"]

    def describe(self, key: int) -> dict[str, str]:
        """Return name, town and KRS number of an organisation or of a row."""
        name, city = self.rows.name(key) if key < 0 else self.names.known[key]
        return {"name": name, "city": city, "krs": self.krs_of[key]}


class Names:
    """The names of the register, with those that documents use; two queries.

    Some 4 kB of memory for each organisation.
    """

    def __init__(self) -> None:
        self.index = NameIndex()
        self.known: dict[int, tuple[str, str]] = {}
        # None where several have the name.
        self.by_name: dict[str, int | None] = {}
        aliases: dict[int, list[str]] = {}
        for pk, name in OrganisationAlias.objects.order_by().values_list(
            "organisation", "name"
        ):
            aliases.setdefault(pk, []).append(name)
        rows = Organisation.objects.unmerged().order_by("pk")
        columns = ("pk", "name", "short_name", "city", "krs", "regon", "nip")
        for pk, name, short, city, *numbers in rows.values_list(*columns).iterator(
            chunk_size=2000
        ):
            self.known[pk] = (name, city)
            folded = fold(name)
            self.by_name[folded] = None if folded in self.by_name else pk
            names = tuple(one for one in (name, short, *aliases.get(pk, ())) if one)
            self.index.add(Known(pk, names, city, *numbers))


class Rows:
    """The rows of the list that new organisations come of, by name and town."""

    def __init__(self) -> None:
        self._values: dict[int, Mapping[str, Any]] = {}
        self._by_name: dict[ListedName, list[int]] = {}

    def add(self, key: int, values: Mapping[str, Any]) -> None:
        self._values[key] = values
        self._by_name.setdefault(self._file(values), []).append(key)

    def same(self, values: Mapping[str, Any]) -> Sequence[int]:
        """Return the rows of the same name and town; without a town there are none."""
        return self._by_name.get(self._file(values), ()) if values.get("city") else ()

    def name(self, key: int) -> tuple[str, str]:
        values = self._values[key]
        return values.get("name", ""), values.get("city", "")

    @staticmethod
    def _file(values: Mapping[str, Any]) -> ListedName:
        return match_key(values.get("name", "")), fold(values.get("city", ""))


class Loader:
    """Loads organisations of the register a window at a time, as the rows come."""

    def __init__(self, keys: Iterable[int], fields: Iterable[str]) -> None:
        self._fields = frozenset(fields)
        self._coming = list(dict.fromkeys(key for key in keys if key > 0))
        self._place_of = {pk: place for place, pk in enumerate(self._coming)}
        self._window: dict[int, Organisation] = {}
        self._reached = 0

    def get(self, pk: int) -> Organisation:
        """Return an organisation; one asked for out of turn costs queries of its own.

        Raises Organisation.DoesNotExist when it has gone in the meantime.
        """
        if pk in self._window:
            return self._window[pk]
        place = self._place_of.get(pk)
        if place is None or place < self._reached:
            return self._load([pk]).get()
        self._reached = place + LOADED_AT_ONCE
        window = self._coming[place : place + LOADED_AT_ONCE]
        self._window = {one.pk: one for one in self._load(window)}
        if pk not in self._window:
            raise Organisation.DoesNotExist(pk)
        return self._window[pk]

    def _load(self, pks: Sequence[int]) -> QuerySet[Organisation]:
        entries = Organisation.objects.unmerged().filter(pk__in=pks)
        return with_related(entries, self._fields)


def other_number(values: Mapping[str, Any]) -> OtherNumber | None:
    """Return register and number, of values that have both.

    Without its register a number says nothing: each office counts from one.
    """
    register = fold(values.get("other_register", ""))
    number = fold(values.get("other_register_number", ""))
    return (register, number) if register and number else None


def listed_name(values: Mapping[str, Any]) -> ListedName:
    """Return name and town in the form in which they are the same."""
    return fold(values.get("name", "")), fold(values.get("city", ""))


def is_numberless(values: Mapping[str, Any]) -> bool:
    """Whether only a name and a town say whom a row is about."""
    return not (values.get("krs") or values.get("regon") or other_number(values))
