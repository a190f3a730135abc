"""Where a webhook may lead: to the internet, never into the own network.

What counts is the address that a name stands for at the moment of sending; the
connection is made to that very address, so that no name can mean another one then.
"""

import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from .settings import Settings, webhook_settings

Address = IPv4Address | IPv6Address

NAT64 = ip_network("64:ff9b::/96")
# What Python takes for a part of the internet, or for a private network like others.
# The first ones answer for the machine's own cloud, with its passwords among it.
METADATA = tuple(
    map(ip_network, ("168.63.129.16/32", "192.0.0.192/32", "fd00:ec2::254/128"))
)
RELAYS = tuple(
    map(ip_network, ("192.88.99.0/24", "2002::/16", "64:ff9b:1::/48", "fec0::/10"))
)
# Browsers forgive these in an address, each in its own way.
STRANGE = re.compile(r"[\x00-\x20\x7f\\]")
PORTS = {"http": 80, "https": 443}
LONGEST_HOST = 253


class RefusedAddressError(Exception):
    """A name stands for an address that nothing may be sent to."""


@dataclass(frozen=True)
class Target:
    """What an address says; `host` is in ASCII, `path` has the query with it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        """The host as HTTP names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def validate_url(url: str) -> None:
    """Raise ValidationError unless messages may be sent there, as far as it says."""
    target = read_url(url, webhook_settings())
    try:
        address = ip_address(target.host)
    except ValueError:  # a name: what it stands for is looked up when it is needed
        return
    if not may_reach(address, is_listed=webhook_settings().allows(target.host)):
        raise ValidationError(_("The address has to lead to the internet."))


def read_url(url: str, rules: Settings) -> Target:
    """Return what an address says; raise ValidationError where it is not allowed."""
    try:
        parts = urlsplit(url)
        port, name = parts.port, parts.hostname or ""
        host = name if ":" in name else name.rstrip(".").encode("idna").decode()
    except ValueError:
        raise ValidationError(_("This is not a web address.")) from None
    if STRANGE.search(url) or not host or len(host) > LONGEST_HOST or "%" in host:
        raise ValidationError(_("This is not a web address."))
    if parts.scheme not in PORTS or (parts.scheme == "http" and not rules.allow_http):
        raise ValidationError(_("The address has to begin with https://."))
    if "@" in parts.netloc:
        raise ValidationError(_("The address must not hold a user name or password."))
    port = PORTS[parts.scheme] if port is None else port
    if port not in rules.ports:
        ports = ", ".join(map(str, sorted(rules.ports)))
        message = _("The port has to be one of these: %(ports)s.")
        raise ValidationError(message % {"ports": ports})
    path = iri_to_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    return Target(parts.scheme, host.lower(), port, path)


def resolve(target: Target, rules: Settings) -> Sequence[tuple[Any, Any]]:
    """Return families and addresses to connect to, all of them allowed.

    Raises OSError where there is no host of that name, and RefusedAddressError where
    any of its addresses is not allowed: nobody needs such a mixture but to deceive.
    """
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    is_listed = rules.allows(target.host)
    for _family, _type, _protocol, _name, sockaddr in found:
        if not may_reach(ip_address(sockaddr[0]), is_listed=is_listed):
            raise RefusedAddressError
    return [(family, sockaddr) for family, *_rest, sockaddr in found]


def may_reach(address: Address, *, is_listed: bool = False) -> bool:
    """Whether something may be sent to an address.

    A listed host may lie in a private network or on this machine, but no more.
    """
    address = unwrap(address)
    if any(address in network for network in (*METADATA, *RELAYS)):
        return False
    if is_listed and (address.is_loopback or _is_private(address)):
        return True
    return address.is_global and not (address.is_multicast or address.is_reserved)


def unwrap(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one leads to, else the same."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def _is_private(address: Address) -> bool:
    return address.is_private and not (
        address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
