"""What a named proxy says of a request: who made it, from where, whether over HTTPS; nobody else is believed."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import Scope

from onrecord.errors import RecordError
from onrecord.serve.site import Terms

FORWARDED_FOR, FORWARDED_PROTO = "x-forwarded-for", "x-forwarded-proto"
SCHEMES = ("http", "https")
LONGEST = 200
"""Characters of a name that a proxy may tell."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A request as it came to the proxy: whom it says that it is of, None where it says nothing of that."""

    scope: Scope
    name: str | None = None


def forwarded(scope: Scope, headers: Headers, terms: Terms) -> Forwarded:
    """The request as it was before it came to a proxy of ours; as it is where it came from anybody else."""
    client = scope.get("client")
    if client is None or not is_of(client[0], terms.proxies):
        return Forwarded(scope)
    made = dict(scope)
    scheme = headers.get(FORWARDED_PROTO, "").split(",")[-1].strip().lower()
    if scheme in SCHEMES:
        made["scheme"] = scheme
    hops = [each.strip() for value in headers.getlist(FORWARDED_FOR) for each in value.split(",")]
    foreign = next((each for each in reversed(hops) if not is_of(each, terms.proxies)), None)
    if foreign:
        made["client"] = (foreign[:LONGEST], 0)
    return Forwarded(made, _name(headers, terms.user_header))


def check_proxies(terms: Terms) -> None:
    """Nothing for proxies told by their addresses. Raises RecordError for any other, or a header of none."""
    for each in terms.proxies:
        try:
            ipaddress.ip_network(each, strict=False)
        except ValueError:
            raise RecordError(f"{each} is no address: name the proxy by its number, such as 10.0.0.7") from None
    if terms.user_header and not terms.proxies:
        raise RecordError(f"anybody could send {terms.user_header}: name the proxy that may with --proxy ADDRESS")


def is_of(address: str, networks: Sequence[str]) -> bool:
    """True for an address that is one of these, or lies in one of these networks."""
    try:
        own = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(own in ipaddress.ip_network(each, strict=False) for each in networks)


def _name(headers: Headers, header: str | None) -> str | None:
    """The name in the header, None where it is not said, or said twice: one of them could be the visitor's own."""
    said = headers.getlist(header) if header else []
    if len(said) != 1 or not (name := said[0].strip()) or len(name) > LONGEST or not name.isprintable():
        return None
    return name
