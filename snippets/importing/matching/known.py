"""What is asked of an organisation to be found, and what is answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation by the names it has: the first is its own, others are aliases."""

    key: int
    names: tuple[str, ...]
    city: str = ""
    krs: str = ""
    regon: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that may be meant: how surely, of 100, and why (codes)."""

    key: int
    score: int
    why: tuple[str, ...]
