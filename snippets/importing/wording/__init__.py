"""Notes in words: a code is kept, and the text is made for whoever reads it."""

from snippets.importing.fields import FIELDS
from snippets.models.importing import Note

from .columns import COLUMNS
from .layout import LAYOUT
from .matching import WHY
from .reading import READING
from .resource import RESOURCE
from .running import RUNNING
from .values import VALUES

__all__ = ["TEXTS", "WHY", "word", "word_why"]

# A code is used by one room only; `%(field)s` is the label of the note's field.
TEXTS = {**READING, **LAYOUT, **COLUMNS, **VALUES, **RESOURCE, **RUNNING}


class _Params(dict[str, object]):
    """What a text speaks of; a note kept by an earlier version may lack a part."""

    def __missing__(self, key: str) -> str:
        return "…"


def word(note: Note) -> str:
    """Return the note as a sentence; a code of another version is left as it is."""
    if note.code not in TEXTS:
        return note.code
    field = FIELDS.get(note.field)
    label = {"field": field.label} if field else {}
    return str(TEXTS[note.code]) % _Params({**label, **note.params})


def word_why(code: str) -> str:
    """Return in a few words why an organisation is a candidate."""
    return str(WHY.get(code, code))
