"""The catalogue of the open data by DCAT-AP 3, as a graph that JSON-LD writes down.

Source: DCAT-AP 3.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from pages.open_data.addresses import Addresses
from pages.open_data.columns import Dataset
from pages.open_data.datasets.public_pages import language
from pages.open_data.published import PublishedFile
from pages.open_data.settings import OpenData

from . import vocabulary as words
from .dictionary import METADATA, dictionary_files, in_languages, languages

Node = dict[str, Any]

TITLE = _("Open data of the programme of cooperation")
ABOUT = _(
    "What the site of the city's programme of cooperation with non-governmental "
    "organisations makes public: organisations, meetings and their findings, clauses "
    "of all versions, amendments, comments and official answers."
)
KEYWORDS = (
    _("non-governmental organisations"),
    _("programme of cooperation"),
    _("public consultations"),
)


@dataclass(frozen=True)
class Catalogue:
    """What a catalogue is made of: the datasets that there are files of."""

    terms: OpenData
    addresses: Addresses
    datasets: Iterable[Dataset]
    files: Mapping[str, PublishedFile]

    def graph(self) -> Node:
        """Return the catalogue with all that is in it, as JSON-LD."""
        datasets = [self._dataset(dataset) for dataset in self.datasets]
        times = [dataset["dct:modified"]["@value"] for dataset in datasets]
        return {
            "@context": dict(words.PREFIXES),
            **self._thing("catalog", "dcat:Catalog", TITLE, ABOUT),
            "dct:license": link(self.terms.terms.concept),
            "dct:language": self._languages(languages()),
            "dcat:themeTaxonomy": link(f"{words.AUTHORITY}/data-theme"),
            "foaf:homepage": {"@id": self._landing(), "@type": "foaf:Document"},
            **({"dct:modified": moment(max(times))} if times else {}),
            "dcat:dataset": datasets,
        }

    def _dataset(self, dataset: Dataset) -> Node:
        """Return a dataset with its files."""
        files = [
            self._distribution(self.files[dataset.csv], "csv", words.CSV_FILE),
            self._distribution(self.files[dataset.json], "json", words.JSON_FILE),
        ]
        modified = max(file["dct:modified"]["@value"] for file in files)
        return {
            **self._thing(dataset.name, "dcat:Dataset", dataset.title, dataset.about),
            **self._contact(),
            "dct:identifier": dataset.name,
            "dcat:theme": link(words.GOVERNMENT),
            "dcat:keyword": [one for text in KEYWORDS for one in literals(text)],
            "dct:accrualPeriodicity": link(words.DAILY),
            "dct:accessRights": link(words.PUBLIC),
            "dct:language": self._languages([language()]),
            "dct:modified": moment(modified),
            "dcat:landingPage": {"@id": self._landing(), "@type": "foaf:Document"},
            "foaf:page": [
                {"@id": f"{address}#{dataset.name}", "@type": "foaf:Document"}
                for address in map(self.addresses.file, dictionary_files())
            ],
            "dcat:distribution": files,
        }

    def _distribution(self, file: PublishedFile, form: str, kind: str) -> Node:
        """Return a file of a dataset."""
        address = self.addresses.file(file.name)
        about = {
            "@id": self._uri(file.name),
            "@type": "dcat:Distribution",
            "dct:title": file.name,
            "dcat:accessURL": link(address),
            "dcat:downloadURL": link(address),
            "dct:format": link(kind),
            "dcat:mediaType": link(f"{words.MEDIA_TYPES}/{media_type(form)}"),
            "dct:license": link(self.terms.terms.concept),
            "dct:language": self._languages([language()]),
            "dct:modified": moment(file.modified.isoformat(timespec="seconds")),
            "dcat:byteSize": typed(str(file.size), "xsd:nonNegativeInteger"),
            "dcatap:availability": link(words.STABLE),
            "spdx:checksum": {
                "@id": self._uri(f"{file.name}-sha256"),
                "@type": "spdx:Checksum",
                "spdx:algorithm": link(words.SHA256),
                "spdx:checksumValue": typed(file.sha256, "xsd:hexBinary"),
            },
        }
        if form == "csv":
            about["foaf:page"] = {
                "@id": self.addresses.file(METADATA),
                "@type": "foaf:Document",
            }
            about["dct:conformsTo"] = {"@id": words.CSVW, "@type": "dct:Standard"}
        return about

    def _thing(self, name: str, kind: str, title: Any, about: Any) -> Node:
        """Return what catalogue and datasets have alike."""
        return {
            "@id": self._uri(name),
            "@type": kind,
            "dct:title": literals(title),
            "dct:description": literals(about),
            "dct:publisher": {
                "@id": self._uri("publisher"),
                "@type": "foaf:Agent",
                "foaf:name": self.terms.publisher,
            },
            "dct:spatial": {"@id": self.terms.spatial, "@type": "dct:Location"},
        }

    def _contact(self) -> Node:
        if not self.terms.contact_email:
            return {}
        contact = {
            "@id": self._uri("contact"),
            "@type": "vcard:Kind",
            "vcard:fn": self.terms.publisher,
            "vcard:hasEmail": link(f"mailto:{self.terms.contact_email}"),
        }
        return {"dcat:contactPoint": contact}

    def _uri(self, name: str) -> str:
        """Return what a thing of the catalogue is known by, for good."""
        return f"{self.addresses.path(reverse('open_data_files'))}#{name}"

    def _landing(self) -> str:
        with translation.override(settings.LANGUAGE_CODE):
            return self.addresses.landing

    def _languages(self, codes: Iterable[str]) -> list[Node]:
        known = (code.partition("-")[0] for code in codes)
        return [
            link(words.LANGUAGES[code]) for code in known if code in words.LANGUAGES
        ]


def media_type(form: str) -> str:
    """Return the media type of a file by the end of its name."""
    return {"csv": "text/csv", "json": "application/json"}[form]


def link(address: str) -> Node:
    """Return what only points at a thing."""
    return {"@id": address}


def literals(text: Any) -> list[Node]:
    """Return a text in each language."""
    return [
        {"@value": said, "@language": code} for code, said in in_languages(text).items()
    ]


def moment(text: str) -> Node:
    """Return a moment."""
    return typed(text, "xsd:dateTime")


def typed(text: str, kind: str) -> Node:
    """Return a value of a datatype."""
    return {"@value": text, "@type": kind}
