"""Rows that are made from others, as an index is, and never entered by anybody."""

from django.db.models import Model


def is_derived(model: type[Model]) -> bool:
    """Whether rows of a model follow by themselves what they are made from.

    Such a model says `is_derived = True`; rows of its many-to-many fields are the same.
    """
    owner = model._meta.auto_created or model
    return bool(getattr(owner, "is_derived", False))
