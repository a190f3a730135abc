"""Addresses of the wizard, and what its forms send."""

from django.urls import reverse


def address(name, about=None):
    return reverse(
        f"wagtailsnippets_snippets_organisation:{name}",
        args=[about.pk] if about else [],
    )


def values_of(page):
    """What the forms of the columns send when nothing in them is changed."""
    forms = (page.context["reading_form"], page.context["columns_form"])
    values = {field.html_name: field.value() for form in forms for field in form}
    return {name: "" if value is None else value for name, value in values.items()}
