"""The entry that stands for one which was merged into another."""

from snippets.models import Organisation


def standing_entry(organisation: Organisation) -> Organisation | None:
    """Return the last entry of a chain of mergers, itself where it was not merged.

    None where the chain runs in a circle: no entry stands then.
    """
    seen = {organisation.pk}
    while organisation.merged_into is not None:
        organisation = organisation.merged_into
        if organisation.pk in seen:
            return None
        seen.add(organisation.pk)
    return organisation
