"""A mail server that refuses everybody, and a queue that takes nothing."""

import socketserver
import threading
from contextlib import contextmanager

from django.test import override_settings
from django_tasks_db.compat import BaseTaskBackend

SMTP = "django.core.mail.backends.smtp.EmailBackend"
# Nobody listens there.
CLOSED = {"EMAIL_BACKEND": SMTP, "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": 1}
IMMEDIATE = "django_tasks.backends.immediate.ImmediateBackend"


class _Refusing(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 mail.example.org\r\n")
        for line in self.rfile:
            verb, _, rest = line.decode().strip().partition(" ")
            answers = {"RCPT": f"550 no such user: {rest}", "QUIT": "221 bye"}
            self.wfile.write(f"{answers.get(verb.upper(), '250 ok')}\r\n".encode())


@contextmanager
def refusing_server():
    """Let the site hand its mail to a server that knows no recipient."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Refusing) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        host, port = server.server_address
        with override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST=host, EMAIL_PORT=port):
            yield
        server.shutdown()


class DeadQueue(BaseTaskBackend):
    """A queue that is away."""

    supports_defer = True

    def enqueue(self, task, args, kwargs):
        raise ConnectionError("the queue is away")


def tasks(backend):
    """Return TASKS with another backend for background work."""
    return {
        "default": {"BACKEND": IMMEDIATE},
        "background": {"BACKEND": backend, "QUEUES": ["mail", "exports", "imports"]},
    }
