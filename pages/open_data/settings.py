"""Where the open data lie and on what terms; a site says it by one setting."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SETTING = "PARTICIPATION_OPEN_DATA"


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use: their name, the deed for people, the concept for catalogues.

    Source: the EU's authority table of licences, which DCAT-AP 3 asks for.
    """

    name: str
    deed: str
    concept: str


_LICENCES = "http://publications.europa.eu/resource/authority/licence"
LICENCES: Mapping[str, Licence] = MappingProxyType(
    {
        "CC0-1.0": Licence(
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            f"{_LICENCES}/CC0",
        ),
        "CC-BY-4.0": Licence(
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/",
            f"{_LICENCES}/CC_BY_4_0",
        ),
    }
)
POLAND = "http://publications.europa.eu/resource/authority/country/POL"


@dataclass(frozen=True)
class OpenData:
    """What a site decides of its open data.

    Without a `folder` nothing is written at night. `publisher` is the office that
    stands for the data, `contact_email` where errors are told, `spatial` the address
    of the place they are about in a public vocabulary.
    """

    folder: Path | None = None
    licence: str = "CC0-1.0"
    publisher: str = ""
    contact_email: str = ""
    spatial: str = POLAND

    def __post_init__(self) -> None:
        if self.licence not in LICENCES:
            raise ImproperlyConfigured(
                f"{SETTING}: the licence is one of {', '.join(LICENCES)}."
            )

    @property
    def terms(self) -> Licence:
        """The licence of the data."""
        return LICENCES[self.licence]


def open_data() -> OpenData:
    """Return what this site decided."""
    own = dict(getattr(settings, SETTING, {}))
    unknown = set(own) - {field.name for field in fields(OpenData)}
    if unknown:
        raise ImproperlyConfigured(
            f"{SETTING} has no such key: {', '.join(sorted(unknown))}"
        )
    if own.get("folder"):
        own["folder"] = Path(own["folder"])
    if not own.get("publisher"):
        own["publisher"] = str(getattr(settings, "WAGTAIL_SITE_NAME", ""))
    return OpenData(**own)
