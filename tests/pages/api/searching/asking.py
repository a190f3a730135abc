"""The page of results and the API, asked the same."""

from urllib.parse import urlsplit

SEARCH = "/api/v3/search/"


def ask(client, status=200, language="pl", address=SEARCH, **question):
    """Return the answer of the API."""
    response = client.get(address, question, headers={"accept-language": language})
    assert response.status_code == status, response.content
    return response.json()


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
