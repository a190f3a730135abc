"""Erases who wrote, once the time is over for which that was kept."""

from django.db import transaction

from pages.comments.models import Consultation, PublicComment

from .models import OrganisationCode, PositionDraft


def erase_contacts(consultation: Consultation, dry_run: bool) -> int:
    """Erase contact persons' addresses and the names on drafts; return how many.

    Links that went to these addresses work no more. What the drafts say stays, and the
    position with it.
    """
    codes = OrganisationCode.objects.filter(consultation=consultation)
    codes = codes.exclude(contact_email="")
    drafts = PositionDraft.objects.filter(code__consultation=consultation)
    drafts = drafts.exclude(author="")
    with transaction.atomic():
        count = int(codes.count() + drafts.count())
        if not dry_run:
            drafts.update(author="")
            codes.update(contact_email="", link_digest="")
    return count


def forget_contact(comment: PublicComment) -> None:
    """Erase the contact person's address once no comment of a position has it any more.

    The private link to the desk holds no address: it stays, as the links to follow do.
    """
    # Held, so that of two comments erased at once the second finds the first one empty.
    codes = OrganisationCode.objects.select_for_update(of=("self",))
    code = codes.filter(items__comment=comment).first()
    if code and not code.comments.exclude(email="").exists():
        OrganisationCode.objects.filter(pk=code.pk).update(contact_email="")
