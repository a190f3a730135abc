"""Points out comments that say the same as one, and are not grouped with it."""

from django.utils.translation import gettext as _

from pages.comments.models import PublicComment

NAMED_AT_MOST = 5


def say_same(comment: PublicComment) -> str:
    """Name comments with the same words outside the group; nothing where none is."""
    head = comment.duplicate_of_id or comment.pk
    same = (
        PublicComment.objects.filter(
            consultation=comment.consultation_id,
            fingerprint=comment.fingerprint,
            number__isnull=False,
        )
        .exclude(pk__in=(comment.pk, head))
        .exclude(duplicate_of=head)
    )
    rows = same.order_by("number").only("number", "year")[:NAMED_AT_MOST]
    codes = ", ".join(str(one) for one in rows)
    if not codes:
        return ""
    words = _("The same was said before: %(codes)s. Mark it as a duplicate?")
    return words % {"codes": codes}
