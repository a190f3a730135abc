"""Asks the API as a front end does."""

import json

from django.contrib.auth.models import Group
from wagtail.models import APIToken

API = "/api/v3"


def ask(client, path, *, status=200, bearer=None, headers=None, **query):
    """Return the JSON of an answer; what is refused is a problem."""
    headers = {"accept-language": "en", **(headers or {})}
    if bearer:
        headers["authorization"] = f"Bearer {bearer}"
    response = client.get(f"{API}{path}", query, headers=headers)
    assert response.status_code == status, response.content[:500]
    if status >= 400:
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["status"] == status
    return response.json() if response.content else None


def codes(problem):
    """Return what is wrong with a request: code and place of each fault."""
    return [(fault["type"], *fault["loc"]) for fault in problem["errors"]]


def token_of(user, group="Redakcja"):
    """Return an API token of a user who is in a group."""
    user.groups.add(Group.objects.get(name=group))
    _token, key = APIToken.create_token(user=user, name="tests")
    return key


def page_writer(client, key, usual="post"):
    """Return a function that writes pages by a token, and what it is answered."""

    def write(path, code, /, method=usual, **data):
        response = getattr(client, method)(
            f"{API}/pages/{path}",
            json.dumps(data),
            content_type="application/json",
            headers={"authorization": f"Bearer {key}"},
        )
        assert response.status_code == code, response.content[:500]
        return response.json() if response.content else None

    return write
