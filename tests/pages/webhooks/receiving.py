"""A receiver of webhooks on this machine, and how it checks what it gets."""

import base64
import hashlib
import hmac
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# What lets messages go to a server of this machine.
OPEN = {"allowed_hosts": ["127.0.0.1", "localhost"], "allow_http": True, "timeout": 2}


class Message:
    """A message as it came over the wire."""

    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body

    @property
    def payload(self):
        return json.loads(self.body)

    def is_signed_with(self, secret):
        """Whether it comes from who knows the secret, by Standard Webhooks."""
        signed = b".".join(
            [
                self.headers["webhook-id"].encode(),
                self.headers["webhook-timestamp"].encode(),
                self.body,
            ]
        )
        key = base64.b64decode(secret.removeprefix("whsec_"))
        digest = hmac.new(key, signed, hashlib.sha256).digest()
        expected = f"v1,{base64.b64encode(digest).decode()}"
        signatures = self.headers["webhook-signature"].split()
        return any(hmac.compare_digest(one, expected) for one in signatures)


class Receiver:
    """A server that keeps what it gets and answers `status`."""

    def __init__(self, port):
        self.port, self.status, self.headers = port, 204, {}
        self.messages = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/hook?site=1"


@contextmanager
def receiver():
    """Run a server that takes messages."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            own.messages.append(Message(self.path, self.headers, body))
            self.send_response(own.status)
            for name, value in own.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        own = Receiver(server.server_address[1])
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield own
        server.shutdown()


def allow(settings, port, **own):
    """Let messages go to a port of this machine."""
    settings.PARTICIPATION_WEBHOOKS = OPEN | {"ports": [port]} | own
