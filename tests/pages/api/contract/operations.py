"""The operations of the OpenAPI document, as tests ask for them."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.api import api

METHODS = ("get", "post", "put", "patch", "delete")


@cache
def whole_document():
    """Return the document as a reader gets it; do not change it."""
    document = api.get_openapi_schema(path_prefix="/api/v3/")
    return json.loads(json.dumps(document, cls=NinjaJSONEncoder))


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    name: str
    method: str
    path: str
    details: dict[str, Any]

    @property
    def is_public(self):
        """Whether anybody may ask for it."""
        return {} in self.details["security"]

    def parameters(self, place="query"):
        """Return the parameters in a place, by name."""
        return {
            parameter["name"]: parameter
            for parameter in self.details.get("parameters", ())
            if parameter["in"] == place
        }


def operations(document=None):
    """Return the operations of a document by their names; of ours by default."""
    document = document or whole_document()
    return {
        details["operationId"]: Operation(details["operationId"], method, path, details)
        for path, methods in document["paths"].items()
        for method, details in methods.items()
        if method in METHODS
    }
