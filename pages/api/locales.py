"""The languages that what is read may be asked for in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

from django.conf import settings
from django.utils import translation
from ninja.params.functions import Query

from .choices import ToldOneOf

CODES = tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)

# The document names the languages of the site; only the settings know them.
if TYPE_CHECKING:
    LocaleCode = str
    LocaleChoice = str
    ToldLocale = str
else:
    LocaleCode = Literal[CODES]
    LocaleChoice = Literal[(*CODES, "all")]
    ToldLocale = Annotated[str, ToldOneOf(CODES)]

# The parameter `locale` of an operation; a default of none makes it optional.
LocaleQuery = Annotated[
    LocaleCode | None,
    Query(description="The language; without it that of `Accept-Language`."),
]


@contextmanager
def reading(locale: str | None) -> Iterator[str]:
    """Make a language the active one, the reader's own if none is asked for.

    Gives its code. The reader's is that of Accept-Language, where the site has it.
    """
    active = translation.get_language() or ""
    code = locale or (active if active in CODES else CODES[0])
    with translation.override(code):
        yield code
