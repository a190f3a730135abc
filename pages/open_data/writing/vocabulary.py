"""The words of public vocabularies that the catalogue is written in."""

from collections.abc import Mapping
from types import MappingProxyType

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcatap": "http://data.europa.eu/r5r/",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
AUTHORITY = "http://publications.europa.eu/resource/authority"
GOVERNMENT = f"{AUTHORITY}/data-theme/GOVE"
DAILY = f"{AUTHORITY}/frequency/DAILY"
PUBLIC = f"{AUTHORITY}/access-right/PUBLIC"
STABLE = f"{AUTHORITY}/planned-availability/STABLE"
CSV_FILE, JSON_FILE = f"{AUTHORITY}/file-type/CSV", f"{AUTHORITY}/file-type/JSON"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
CSVW = "http://www.w3.org/TR/tabular-metadata/"
# The authority table of languages has codes of ISO 639-3.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        code: f"{AUTHORITY}/language/{name}"
        for code, name in {
            "pl": "POL",
            "en": "ENG",
            "uk": "UKR",
            "be": "BEL",
            "de": "DEU",
            "fr": "FRA",
            "lt": "LIT",
            "cs": "CES",
            "sk": "SLK",
        }.items()
    }
)
