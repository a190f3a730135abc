"""Papers as staff take them from their page, and what the history notes of it."""

from wagtail.log_actions import registry

from pages.papers.logs import EXPORT

# Whose contact data are in the register.
NAME, EMAIL = "Zofia Prywatna", "zofia.prywatna@example.org"


def take(client, url, file="table-csv", **values):
    return client.post(url, {"file": file, "language": "pl", **values})


def content(response):
    return b"".join(response.streaming_content)


def notes(consultation):
    logs = registry.get_logs_for_instance(consultation).filter(action=EXPORT)
    return [(entry.user.username, entry.data) for entry in logs]
