"""Where webhooks may lead: nobody reaches the own network through them."""

import socket

import pytest
from django.core.exceptions import ValidationError

from pages.webhooks.addresses import (
    RefusedAddressError,
    ip_address,
    may_reach,
    read_url,
    resolve,
    validate_url,
)
from pages.webhooks.settings import Settings

STRICT = Settings(allow_http=False)

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]
OWN = [
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "::1",
    "fd00::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::10.0.0.1",
]
NOWHERE = "0.0.0.0"  # noqa: S104 - nothing is bound to it
NEVER = [
    NOWHERE,
    "169.254.169.254",
    "169.254.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::1",
    "168.63.129.16",
    "::ffff:168.63.129.16",
    "192.0.0.192",
    "fd00:ec2::254",
    "100.64.0.1",
    "100.100.100.200",
    "192.88.99.1",
    "224.0.0.1",
    "239.255.255.250",
    "::ffff:224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::127.0.0.1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "4000::1",
]


def lead(monkeypatch, *addresses):
    """Let every name stand for these addresses; return what was asked."""
    asked = []

    def getaddrinfo(host, port, **options):
        asked.append((host, port))
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, port),
            )
            for address in addresses
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet_may_be_reached(address):
    assert may_reach(ip_address(address))


@pytest.mark.parametrize("address", [*OWN, *NEVER])
def test_no_other_address_may_be_reached(address):
    assert not may_reach(ip_address(address))


@pytest.mark.parametrize("address", [*OWN, *PUBLIC])
def test_listed_host_may_lie_in_the_own_network(address):
    assert may_reach(ip_address(address), is_listed=True)


@pytest.mark.parametrize("address", NEVER)
def test_listed_host_may_not_be_a_service_of_the_cloud_or_of_nobody(address):
    assert not may_reach(ip_address(address), is_listed=True)


@pytest.mark.parametrize("address", [*OWN, *NEVER])
def test_name_that_leads_into_the_own_network_is_refused(monkeypatch, address):
    lead(monkeypatch, address)
    with pytest.raises(RefusedAddressError):
        resolve(read_url("https://front.example/", STRICT), STRICT)


def test_name_with_one_wrong_address_is_refused(monkeypatch):
    lead(monkeypatch, PUBLIC[0], "10.0.0.1")
    with pytest.raises(RefusedAddressError):
        resolve(read_url("https://front.example/", STRICT), STRICT)


def test_name_is_looked_up_once_and_leads_to_what_was_checked(monkeypatch):
    asked = lead(monkeypatch, *PUBLIC)
    found = resolve(read_url("https://front.example:8443/", STRICT), STRICT)

    assert asked == [("front.example", 8443)]
    assert [sockaddr[0] for _family, sockaddr in found] == PUBLIC


# As the libraries of the machine read them: each is 127.0.0.1.
@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
def test_number_is_an_address_however_it_is_written(host):
    with pytest.raises(RefusedAddressError):
        resolve(read_url(f"https://{host}/", STRICT), STRICT)


def test_only_the_host_that_is_listed_may_lie_in_the_own_network(monkeypatch):
    rules = Settings(allowed_hosts=["Build.intranet.example"], allow_http=False)
    lead(monkeypatch, "10.0.0.1")

    assert resolve(read_url("https://BUILD.intranet.example./", rules), rules)
    with pytest.raises(RefusedAddressError):
        resolve(read_url("https://other.build.intranet.example/", rules), rules)


@pytest.mark.parametrize(
    ("url", "host", "port", "path", "header"),
    [
        ("https://front.example", "front.example", 443, "/", "front.example"),
        ("https://FRONT.example:443/a?b=c#d", "front.example", 443, "/a?b=c", None),
        ("https://front.example:8443/", "front.example", 8443, "/", None),
        ("https://łódź.example/ó", "xn--d-uga0v4h.example", 443, "/%C3%B3", None),
        ("https://[2606:2800::1]/", "2606:2800::1", 443, "/", "[2606:2800::1]"),
    ],
)
def test_address_is_read(url, host, port, path, header):
    target = read_url(url, STRICT)

    assert (target.host, target.port, target.path) == (host, port, path)
    usual = host if port == 443 else f"{host}:{port}"
    assert target.host_header == (header or usual)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "front.example",
        "//front.example/",
        "ftp://front.example/",
        "file:///etc/passwd",
        "gopher://front.example/",
        "javascript:alert(1)",
        "http://front.example/",
        "https://",
        "https:///hook",
        "https://user@front.example/",
        "https://user:secret@front.example/",
        "https://front.example\\@127.0.0.1/",
        "https://front.example/a b",
        "https://front.exam\nple/",
        " https://front.example/",
        "https://front.example/\x00",
        "https://front.example:22/",
        "https://front.example:0/",
        "https://front.example:99999/",
        "https://front.example:x/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://front%2eexample/",
        "https://front..example/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 150}example/",
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/latest/meta-data/",
    ],
)
def test_bad_address_is_refused_when_it_is_entered(url):
    with pytest.raises(ValidationError):
        validate_url(url)


def test_http_and_other_ports_need_the_settings(settings):
    for url in ("http://front.example/", "https://front.example:9000/"):
        with pytest.raises(ValidationError):
            validate_url(url)
    settings.PARTICIPATION_WEBHOOKS = {"allow_http": True, "ports": [80, 9000]}
    validate_url("http://front.example/")
    validate_url("https://front.example:9000/")


def test_http_is_allowed_while_developing(settings):
    settings.DEBUG = True
    validate_url("http://front.example/")
