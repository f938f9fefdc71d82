"""The command `onrecord serve`: the record in the browser, on this machine or, with passwords, on others."""

import ipaddress
import logging
import socket
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.add import RecordOption
from onrecord.cli.clock import now
from onrecord.cli.read import FAILED, PrivateOption
from onrecord.cli.screen import warn
from onrecord.errors import OnrecordError, RecordError

if TYPE_CHECKING:
    from onrecord.record import Store
    from onrecord.serve import Terms

PORT = 8765
HostOption = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen. Any but this machine's own asks for passwords.")
]
PortOption = Annotated[int, typer.Option(min=1, max=65535, help="On which port.")]
NameOption = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A name by which people ask for it; may be given several times."),
]
CertificateOption = Annotated[str | None, typer.Option(metavar="FILE", help="Certificate for HTTPS, with its chain.")]
KeyOption = Annotated[str | None, typer.Option(metavar="FILE", help="The certificate's key.")]
ProxyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--proxy", metavar="ADDRESS",
        help="Address of a proxy whose X-Forwarded-Proto and -For are believed; may be given several times.",
    ),
]  # fmt: skip
UserHeaderOption = Annotated[
    str | None,
    typer.Option(metavar="HEADER", help="Header in which a --proxy says who signed in with it, such as X-Remote-User."),
]


def serve(
    record: RecordOption = "onrecord.db",
    host: HostOption = "127.0.0.1",
    port: PortOption = PORT,
    name: NameOption = None,
    certificate: CertificateOption = None,
    key: KeyOption = None,
    proxy: ProxyOption = None,
    user_header: UserHeaderOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Open the record in the browser: articles with their claims marked, people, bodies, states, sources.

    On this machine alone it asks for no password. On any other address it asks for one: make a user with
    `onrecord user NAME` first, or let a proxy sign people in (--proxy, --user-header). Stop it with Ctrl-C.
    """
    # These load the server, the database's library and the parser of HTML: kept out of `onrecord --help`.
    import uvicorn

    from onrecord.cli.outside import open_outside
    from onrecord.read import read_document
    from onrecord.record import open_to_write
    from onrecord.record.inquiry import open_inquiry
    from onrecord.serve import Site, Terms, check_proxies, make_app

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    names = frozenset(each.lower() for each in (*(name or ()), host))
    terms = Terms(bool(proxy) or not is_loopback(host), tuple(proxy or ()), user_header, names)
    with ExitStack() as opened:
        try:
            check_proxies(terms)
            writer = open_to_write(record, now=now())
            _check_users(writer, terms)
            line = opened.enter_context(listen(host, port))
            site = Site(open_inquiry(record), writer, open_outside(allow_private=allow_private), read_document, terms)
        except OnrecordError as error:
            warn(f"onrecord: {error}")
            raise typer.Exit(FAILED) from error
        opened.callback(site.close)
        scheme = "https" if certificate else "http"
        _tell_open(f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/", writer)
        if terms.needs_password and not (certificate or proxy):
            warn("passwords go over the network unencrypted: give --certificate and --key, or stand behind a proxy")
        config = uvicorn.Config(
            make_app(site), log_level="warning", server_header=False,
            proxy_headers=False, ssl_certfile=certificate, ssl_keyfile=key,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([line])


def _tell_open(address: str, writer: "Store") -> None:
    typer.echo(f"{writer.where} is open at {address} – Ctrl-C stops it")
    if not writer.count().articles:
        warn(f"{writer.where} holds no article yet: paste one on its first page, or add some with `onrecord add`")


def listen(host: str, port: int) -> socket.socket:
    """A line that waits for visitors. Raises RecordError for a taken port and another machine's address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        trouble = f"{host}:{port} cannot be listened on ({error.strerror})"
        raise RecordError(f"{trouble}: choose another --port or --host") from error


def is_loopback(host: str) -> bool:
    """True for an address that only this machine can reach."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_users(writer: "Store", terms: "Terms") -> None:
    """Nothing where somebody can sign in, or nobody has to. Raises RecordError where nobody could."""
    from onrecord.record.users import count_users

    with writer.reading() as connection:
        if terms.needs_password and not terms.user_header and not count_users(connection):
            raise RecordError("nobody could sign in: make a user first with `onrecord user NAME`")
