"""The page of results and the API, asked the same."""

from urllib.parse import urlsplit

from tests.pages.api import asking

SEARCH = "/search/"
SUGGESTIONS = f"{SEARCH}suggestions/"


def ask(client, path=SEARCH, status=200, language="pl", **question):
    """Return the answer of the API."""
    headers = {"accept-language": language}
    return asking.ask(client, path, status=status, headers=headers, **question)


def look(client, language="pl", **question):
    """Return what the page of results shows."""
    response = client.get(f"/{language}/search/", question)
    assert response.status_code == 200
    return response.context


def words(segments):
    return "".join(segment["text"] for segment in segments)


def path(url):
    """Return an absolute address as the page has it."""
    parts = urlsplit(url)
    assert parts.netloc, url
    return parts.path + (f"?{parts.query}" if parts.query else "")
