"""A search server in this process, as small as the search needs it.

It is no proof of how a real one ranks, only of what is sent to it and read from it.
"""

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from .fake_queries import RefusedError, score


class Index:
    """Documents under one name, and how their fields are indexed."""

    def __init__(self, settings):
        self.settings = settings
        self.fields = {}
        self.documents = {}

    def search(self, request):
        most = self.settings["settings"]["index"]["max_result_window"]
        size = request.get("size", 10)
        if size > most:
            raise RefusedError("Result window is too large")
        hits = self.hits(request["query"])
        for one in reversed(request.get("sort", ["_score"])):
            ((name, how),) = one.items()
            if name != "_score" and name not in self.fields:
                raise RefusedError(f"No mapping found for [{name}] in order to sort on")
            hits.sort(key=sort_key(name), reverse=how["order"] == "desc")
        return [
            {"_id": key, "_score": found, "fields": {"pk": [self.stored(held["pk"])]}}
            for key, found, held in hits[:size]
        ]

    def hits(self, query):
        found = (
            (key, score(query, held, self.fields), held)
            for key, held in self.documents.items()
        )
        return [one for one in found if one[1] is not None]

    def stored(self, key):
        return int(key) if self.fields["pk"]["type"] == "long" else key


class FakeServer:
    """Indexes, aliases, and all that was asked."""

    def __init__(self):
        self.indexes = {}
        self.aliases = {}
        self.requests = []
        self.authorizations = set()
        self.is_broken = False

    def asked(self, pattern):
        """Return the bodies of the requests whose method and path fit."""
        return [body for what, body in self.requests if re.fullmatch(pattern, what)]

    def of(self, name):
        """Return the index with a name or an alias."""
        for index in (name, *self.aliases.get(name, ())):
            if index in self.indexes:
                return self.indexes[index]
        raise KeyError(name)

    def answer(self, method, path, text):
        """Return the status and the body of the answer to a request."""
        for pattern, respond in ROUTES:
            found = re.fullmatch(pattern, f"{method} {path}")
            if found:
                if self.is_broken:
                    return 503, {"error": {"type": "unavailable"}, "status": 503}
                try:
                    return 200, respond(self, *found.groups(), text)
                except KeyError:
                    return 404, {"error": {"type": "not_found"}, "status": 404}
                except RefusedError as error:
                    refusal = {"type": "refused", "reason": str(error)}
                    return 400, {"error": refusal, "status": 400}
        return 405, {"error": {"type": "no_such_route"}, "status": 405}


def create(server, name, text):
    server.indexes[name] = Index(json.loads(text))
    return {"acknowledged": True, "index": name}


def delete(server, name, text):
    del server.indexes[name]
    server.aliases = {alias: held - {name} for alias, held in server.aliases.items()}
    return {"acknowledged": True}


def put_mapping(server, name, text):
    server.of(name).fields |= json.loads(text)["properties"]
    return {"acknowledged": True}


def put_alias(server, name, alias, text):
    server.aliases.setdefault(alias, set()).add(name)
    return {"acknowledged": True}


def get_alias(server, alias, text):
    if not server.aliases.get(alias):
        raise KeyError(alias)
    return {name: {"aliases": {alias: {}}} for name in server.aliases[alias]}


def put_document(server, name, key, text):
    server.of(name).documents[key] = json.loads(text)
    return {"_id": key, "result": "created"}


def delete_document(server, name, key, text):
    del server.of(name).documents[key]
    return {"_id": key, "result": "deleted"}


def bulk(server, name, text):
    lines = [json.loads(line) for line in text.splitlines()]
    items = []
    for action, document in zip(lines[::2], lines[1::2], strict=True):
        key = action["index"]["_id"]
        server.of(name).documents[key] = document
        items.append({"index": {"_id": key, "status": 201}})
    return {"errors": False, "items": items}


def search(server, name, text):
    hits = server.of(name).search(json.loads(text))
    return {"took": 1, "timed_out": False, "hits": {"hits": hits}}


def count(server, name, text):
    request = json.loads(text)
    if set(request) != {"query"}:
        raise RefusedError("request does not support more than a query")
    return {"count": len(server.of(name).hits(request["query"]))}


ROUTES = (
    (
        r"POST /([^/]+)/_refresh",
        lambda server, name, text: {"found": server.of(name) and 1},
    ),
    (r"PUT /([^/]+)/_mapping", put_mapping),
    (r"PUT /([^/]+)/_alias(?:es)?/([^/]+)", put_alias),
    (r"(?:GET|HEAD) /_alias/([^/]+)", get_alias),
    (r"(?:PUT|POST) /([^/]+)/_bulk", bulk),
    (r"POST /([^/]+)/_search", search),
    (r"POST /([^/]+)/_count", count),
    (r"PUT /([^/]+)/_doc/([^/]+)", put_document),
    (r"DELETE /([^/]+)/_doc/([^/]+)", delete_document),
    (r"PUT /([^/_]\w*)", create),
    (r"DELETE /([^/_]\w*)", delete),
)


def sort_key(name):
    if name == "_score":
        return lambda hit: hit[1]
    return lambda hit: float(hit[2][name])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body at once: clients wait long for a second packet

    def respond(self):
        path = unquote(urlsplit(self.path).path)
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        fake = self.server.fake
        sent = [json.loads(line) for line in text.splitlines()]
        fake.authorizations.add(self.headers.get("Authorization"))
        fake.requests.append((f"{self.command} {path}", sent))
        status, answer = fake.answer(self.command, path, text)
        content = json.dumps(answer).encode()
        self.send_response(status)
        # Without these the client of Elasticsearch takes it for something else.
        self.send_header("X-Elastic-Product", "Elasticsearch")
        kind = "application/json"
        if "elasticsearch" in self.headers.get("Accept", ""):
            kind = "application/vnd.elasticsearch+json; compatible-with=9"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = respond  # noqa: N815

    def log_message(self, *args):
        """Write nothing between the dots of the tests."""


def serve():
    """Yield a server and its address, until no more is wanted."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    http.fake = FakeServer()
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield http.fake, f"http://127.0.0.1:{http.server_port}"
    http.shutdown()
    http.server_close()
    thread.join()
