"""Sending over HTTP: pinned, in time, no step further than the first answer."""

import datetime
import socket
import ssl
import threading
import time
from contextlib import ExitStack, contextmanager

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pages.webhooks.addresses import read_url
from pages.webhooks.models import Fault
from pages.webhooks.sending import LARGEST_ANSWER, NotDeliveredError, connect, post
from pages.webhooks.settings import webhook_settings

from .receiving import allow, receiver

BODY = b'{"type": "webhook.test"}'
HEADERS = {"Content-Type": "application/json", "webhook-id": "msg_1"}


def fault_of(url):
    with pytest.raises(NotDeliveredError) as caught:
        post(url, BODY, HEADERS)
    return caught.value.fault, caught.value.status


@contextmanager
def raw_server(talk):
    """Run a server that does with each connection what `talk` says."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            while True:
                try:
                    connection, _address = listening.accept()
                except OSError:
                    return
                with connection:
                    try:
                        talk(connection)
                    except OSError:
                        continue

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def lead_here(monkeypatch, port):
    """Let any name stand for this machine."""
    asked = []

    def getaddrinfo(host, _port, **options):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


def test_message_arrives_whole(server):
    assert post(server.url, BODY, HEADERS) == 204

    [message] = server.messages
    assert (message.path, message.body) == ("/hook?site=1", BODY)
    assert message.headers["Host"] == f"127.0.0.1:{server.port}"
    assert message.headers["webhook-id"] == "msg_1"
    assert message.headers["Content-Length"] == str(len(BODY))


def test_name_is_looked_up_once_and_stays_the_host(server, settings, monkeypatch):
    allow(settings, server.port, allowed_hosts=["build.intranet.example"])
    asked = lead_here(monkeypatch, server.port)

    post(f"http://build.intranet.example:{server.port}/", BODY, HEADERS)

    assert asked == ["build.intranet.example"]
    host = server.messages[0].headers["Host"]
    assert host == f"build.intranet.example:{server.port}"


def test_nothing_goes_to_a_name_that_leads_here(server, settings, monkeypatch):
    allow(settings, server.port, allowed_hosts=["other.example"])
    lead_here(monkeypatch, server.port)

    url = f"http://front.example:{server.port}/"
    assert fault_of(url) == (Fault.ADDRESS, None)
    assert server.messages == []


def test_address_that_the_rules_forbid_by_now_gets_nothing(server, settings):
    settings.PARTICIPATION_WEBHOOKS = {"allow_http": False}

    assert fault_of(server.url) == (Fault.URL, None)
    assert server.messages == []


def test_redirect_is_not_followed(server):
    with receiver() as other:
        server.status, server.headers = 307, {"Location": other.url}

        assert fault_of(server.url) == (Fault.REDIRECT, 307)
        assert other.messages == []


def test_proxy_of_the_environment_is_not_used(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    assert post(server.url, BODY, HEADERS) == 204


@pytest.mark.parametrize(
    ("status", "fault"),
    [(400, Fault.STATUS), (410, Fault.GONE), (429, Fault.STATUS), (503, Fault.STATUS)],
)
def test_refusal_is_told_with_its_status(server, status, fault):
    server.status = status

    assert fault_of(server.url) == (fault, status)


def test_nobody_listens(settings):
    allow(settings, 1)
    assert fault_of("http://127.0.0.1:1/") == (Fault.CONNECTION, None)


@contextmanager
def deaf_server():
    """Run a server whose queue is full: it answers no connection at all."""
    with socket.socket() as listening, ExitStack() as waiting:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _time in range(4):
            sock = waiting.enter_context(socket.socket())
            sock.setblocking(False)
            sock.connect_ex(listening.getsockname())
        yield listening.getsockname()


def test_address_that_does_not_answer_leaves_time_for_the_next(server):
    with deaf_server() as deaf:
        addresses = [deaf, ("127.0.0.1", server.port)]
        target = read_url(server.url, webhook_settings())
        found = [(socket.AF_INET, address) for address in addresses]

        with connect(target, found, time.monotonic() + 1) as sock:
            assert sock.getpeername() == addresses[1]


def test_no_host_of_that_name(settings, monkeypatch):
    def getaddrinfo(*args, **options):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert fault_of("https://nobody.example/") == (Fault.NAME, None)


def silent(connection):
    connection.recv(4096)
    time.sleep(3)


def dripping(connection):
    connection.recv(4096)
    for _time in range(30):
        connection.sendall(b"H")
        time.sleep(0.1)


def endless(connection):
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    connection.sendall(b"X: %s\r\n" % (b"x" * 1000) * (LARGEST_ANSWER // 1000 + 2))
    time.sleep(1)


def garbage(connection):
    connection.recv(4096)
    connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")


def closing(connection):
    connection.recv(4096)


@pytest.mark.parametrize(
    ("talk", "fault"),
    [
        (silent, Fault.TIMEOUT),
        (dripping, Fault.TIMEOUT),
        (endless, Fault.ANSWER),
        (garbage, Fault.ANSWER),
        (closing, Fault.CONNECTION),
    ],
)
def test_strange_receiver_holds_nobody_up(settings, talk, fault):
    with raw_server(talk) as port:
        allow(settings, port, timeout=1)
        began = time.monotonic()

        assert fault_of(f"http://127.0.0.1:{port}/") == (fault, None)
        assert time.monotonic() - began < 2


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for build.intranet.example that nobody but itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "build")])
    now = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("build.intranet.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


@contextmanager
def tls_server(certificate):
    """Run a server with TLS; give its port, and the names it was asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    names = []
    context.sni_callback = lambda sock, name, ctx: names.append(name)

    def talk(connection):
        with context.wrap_socket(connection, server_side=True) as secure:
            heard = b""
            while not heard.endswith(BODY):  # what is left unread resets the line
                heard += secure.recv(4096)
            secure.sendall(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")

    with raw_server(talk) as port:
        yield port, names


@pytest.mark.parametrize(
    ("host", "outcome"),
    [("build.intranet.example", 202), ("other.intranet.example", Fault.TLS)],
)
def test_certificate_is_checked_for_the_name(
    settings, monkeypatch, certificate, host, outcome
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with tls_server(certificate) as (port, names):
        allow(settings, port, allowed_hosts=[host], allow_http=False)
        lead_here(monkeypatch, port)
        url = f"https://{host}:{port}/"

        if outcome == 202:
            assert post(url, BODY, HEADERS) == 202
        else:
            assert fault_of(url) == (outcome, None)
        assert names == [host]


def test_certificate_that_nobody_vouches_for_is_refused(
    settings, monkeypatch, certificate
):
    with tls_server(certificate) as (port, _names):
        allow(settings, port, allowed_hosts=["build.intranet.example"])
        lead_here(monkeypatch, port)

        url = f"https://build.intranet.example:{port}/"
        assert fault_of(url) == (Fault.TLS, None)
