"""Whom an address belongs to, as far as limits on visitors go."""

import ipaddress


def network_of(address: str) -> str:
    """Return an address, of IPv6 the network, of which one home has all addresses."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))
