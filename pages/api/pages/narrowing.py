"""Lists of pages narrowed by the other pages that they name."""

from django.db.models import ForeignKey
from django.http import HttpRequest
from wagtail.api.v3.schemas.params import APIFieldFilterSchema
from wagtail.models import Page
from wagtail.query import PageQuerySet

from .access import readable


class PageColumnFilter(APIFieldFilterSchema):
    """Narrows lists by columns, by other pages in whichever language they are named.

    A page is told to name another in its own language, whatever its row says.
    """

    def filter_for(self, request: HttpRequest, pages: PageQuerySet) -> PageQuerySet:
        """Return the pages that have all that was asked for."""
        for name in self.get_validated_fields(pages):
            column = pages.model._meta.get_field(name)
            if isinstance(column, ForeignKey) and issubclass(
                column.related_model, Page
            ):
                self.ignore_fields.add(name)
                named = readable(request).filter(pk=self.raw_params[name])
                family = named.values("translation_key")
                pages = pages.filter(**{f"{name}__translation_key__in": family})
        narrowed: PageQuerySet = self.filter_queryset(pages)
        return narrowed
