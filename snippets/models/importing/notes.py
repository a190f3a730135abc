"""What is said of a row or of a file: kept as a code, worded for who reads it."""

import dataclasses
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Note:
    """Something noticed: its code, the field it is about, what its text speaks of.

    The texts are in `snippets.importing.wording`; a note in the database stays true
    in each language, and no value that must not be kept is ever put into one.
    """

    code: str
    field: str = ""
    params: dict[str, Any] = dataclasses.field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the note as it is kept; blank parts are left out."""
        kept = {"code": self.code, "field": self.field, "params": self.params}
        return {name: value for name, value in kept.items() if value}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Read a note that was kept."""
        return cls(kept["code"], kept.get("field", ""), kept.get("params", {}))
