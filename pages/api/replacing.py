"""Our operations in the place of Wagtail's, under the same names and addresses."""

from typing import Any

from ninja import Router

from .tokens import PUBLIC


def replace_reading(router: Router, path: str, view: Any, response: Any) -> None:
    """Replace the reading operation of a path, before the API is first used."""
    operations = router.path_operations[path].operations
    old = next(operation for operation in operations if "GET" in operation.methods)
    operations.remove(old)
    router.add_api_operation(
        path,
        ["GET"],
        view,
        auth=PUBLIC,
        response=response,
        operation_id=old.operation_id,
        summary=old.summary,
        url_name=old.url_name,
    )
