"""Sends one message by HTTP: to a checked address, within a time, no step further.

No redirect is followed and no proxy of the environment is used. Of the answer only the
status is read: who enters an address must not read by it what lies behind.
"""

import io
import socket
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any, cast

from django.core.exceptions import ValidationError

from .addresses import RefusedAddressError, Target, read_url, resolve
from .models import Fault
from .settings import Settings, webhook_settings

LARGEST_ANSWER = 16 * 1024


class NotDeliveredError(Exception):
    """A message did not arrive; `status` is what the receiver answered, if it did."""

    def __init__(self, fault: Fault, status: int | None = None) -> None:
        super().__init__(fault.value)
        self.fault, self.status = fault, status


class AnswerReader(io.RawIOBase):
    """Reads an answer as long as there is time, and not more than it may have."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        super().__init__()
        self.sock, self.deadline, self.left = sock, deadline, LARGEST_ANSWER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.left:
            raise HTTPException("the answer is too long")
        self.sock.settimeout(time_left(self.deadline))
        size = self.sock.recv_into(memoryview(buffer)[: self.left])
        self.left -= size
        return size

    def makefile(self, mode: str) -> io.BufferedReader:
        """Give http.client what it asks a socket for."""
        return io.BufferedReader(self)


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send a message; return the status, or raise NotDeliveredError."""
    status = _exchange(url, body, headers)
    if 200 <= status < 300:
        return status
    if status == 410:
        raise NotDeliveredError(Fault.GONE, status)
    if 300 <= status < 400:
        raise NotDeliveredError(Fault.REDIRECT, status)
    raise NotDeliveredError(Fault.STATUS, status)


def _exchange(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Return the status of the answer; put what goes wrong into our words."""
    rules = webhook_settings()
    try:
        target = read_url(url, rules)
        addresses = _look_up(target, rules)
        deadline = time.monotonic() + rules.timeout
        with connect(target, addresses, deadline) as sock:
            return _talk(sock, deadline, target, body, headers)
    except ValidationError:
        raise NotDeliveredError(Fault.URL) from None
    except RefusedAddressError:
        raise NotDeliveredError(Fault.ADDRESS) from None
    except TimeoutError as error:
        raise NotDeliveredError(Fault.TIMEOUT) from error
    except ssl.SSLError as error:
        raise NotDeliveredError(Fault.TLS) from error
    except OSError as error:
        raise NotDeliveredError(Fault.CONNECTION) from error
    except HTTPException as error:
        raise NotDeliveredError(Fault.ANSWER) from error


def _look_up(target: Target, rules: Settings) -> Sequence[tuple[Any, Any]]:
    try:
        return resolve(target, rules)
    except OSError as error:
        raise NotDeliveredError(Fault.NAME) from error


@contextmanager
def connect(
    target: Target, addresses: Sequence[tuple[Any, Any]], deadline: float
) -> Iterator[socket.socket]:
    """Connect to the first address that answers; the certificate is for the name."""
    sock = _first_open(addresses, deadline)
    try:
        if target.scheme == "https":
            context = ssl.create_default_context()
            sock.settimeout(time_left(deadline))
            sock = context.wrap_socket(sock, server_hostname=target.host)
        yield sock
    finally:
        sock.close()


def _first_open(addresses: Sequence[tuple[Any, Any]], deadline: float) -> socket.socket:
    """Return a connection; an address that is deaf leaves time for those after it."""
    failure: OSError = ConnectionError("there is no address")
    for tried, (family, sockaddr) in enumerate(addresses):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(time_left(deadline) / (len(addresses) - tried))
            sock.connect(sockaddr)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


def _talk(
    sock: socket.socket,
    deadline: float,
    target: Target,
    body: bytes,
    headers: Mapping[str, str],
) -> int:
    connection = HTTPConnection(target.host, target.port)
    connection.sock = sock
    sock.settimeout(time_left(deadline))
    own = {"Host": target.host_header, "Connection": "close"}
    connection.request("POST", target.path, body, {**own, **headers})
    reader = AnswerReader(sock, deadline)
    response = HTTPResponse(cast(socket.socket, reader), method="POST")
    response.begin()
    return response.status


def time_left(deadline: float) -> float:
    """Return how many seconds are left; raise TimeoutError where none is."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
