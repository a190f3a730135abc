"""The words by which a table that came back gives a ruling, in every language."""

from functools import cache

from django.conf import settings
from django.utils.translation import override

from pages.comments.models import Ruling

from .headings import fold


@cache
def known_rulings() -> dict[str, Ruling]:
    """Return rulings by their folded labels in every language, and by their codes."""
    known = {fold(ruling.value): ruling for ruling in Ruling}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {fold(str(ruling.label)): ruling for ruling in Ruling}
    return known


def ruling_of(text: str) -> Ruling | None:
    """Return the ruling that a cell gives; None where it gives none that there is."""
    return known_rulings().get(fold(text))
