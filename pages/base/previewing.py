"""Where drafts are shown: on the site itself, or by a front end of its own."""

from collections.abc import Callable

from wagtail.models import Page

FindFrontEnd = Callable[[Page], str]
_finders: list[FindFrontEnd] = []


def register(find: FindFrontEnd) -> None:
    """Let `find` say where a front end shows a draft; „” where it does not."""
    if find not in _finders:
        _finders.append(find)


def find_front_end(page: Page) -> str:
    """Return the address at which a front end shows this draft, if there is one."""
    return next(filter(None, (find(page) for find in _finders)), "")
