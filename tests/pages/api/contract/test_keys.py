"""Keys that are none, in the address of every operation: refused, never an error."""

import pytest

from tests.factories.pages import City
from tests.pages.api.asking import token_of

from .operations import operations

pytestmark = pytest.mark.django_db

ODD = ["0", "-1", "abc", "1.5", "9" * 30, "%00", "%F0%9F%8C%B3", "a%2Fb"]


def with_key(operation, odd):
    """Return an operation's address with an odd key; None where it has no key."""
    path, is_keyed = operation.path, False
    for name, parameter in operation.parameters("path").items():
        known = parameter["schema"].get("enum")
        is_keyed |= known is None
        path = path.replace(f"{{{name}}}", known[0] if known else odd)
    return path if is_keyed else None


@pytest.mark.parametrize("odd", ODD)
def test_odd_keys_are_refused_by_every_operation(client, admin_user, odd):
    City()
    headers = {"authorization": f"Bearer {token_of(admin_user)}"}
    client.raise_request_exception = False
    answered, wrong = 0, {}

    for name, operation in operations().items():
        if address := with_key(operation, odd):
            method = operation.method.upper()
            body = "" if method in {"GET", "DELETE"} else "{}"
            kind = "application/json"
            response = client.generic(method, address, body, kind, headers=headers)
            answered += 1
            if not 400 <= response.status_code < 500:
                wrong[name] = response.status_code

    assert wrong == {}
    assert answered > 40
