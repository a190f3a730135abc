"""Notes which analyser made the index, so that a new one asks for a new index."""

from django.utils import timezone
from modelsearch.conf import get_app_config

from .analysis import analyser_id
from .models import IndexMark


def mark_rebuilt() -> None:
    """Note that the whole index was made by the analyser that runs now."""
    IndexMark.objects.update_or_create(
        pk=IndexMark.ONLY,
        defaults={"analyser": analyser_id(), "rebuilt_at": timezone.now()},
    )


def mark_new_index(using: str) -> None:
    """Note the analyser on a database in which nothing is indexed yet."""
    entries = get_app_config().get_model("IndexEntry")
    marks = IndexMark.objects.using(using)
    if marks.exists() or entries.objects.using(using).exists():
        return
    marks.create(pk=IndexMark.ONLY, analyser=analyser_id())


def is_outdated() -> bool:
    """Whether the index holds other keys than the analyser gives now: one query."""
    mark = IndexMark.objects.filter(pk=IndexMark.ONLY).first()
    return mark is None or mark.analyser != analyser_id()
