"""The command `onrecord user`: who may sign in to a record that is served, with a password and a role."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.add import RecordOption
from onrecord.cli.clock import now
from onrecord.cli.read import FAILED
from onrecord.cli.screen import warn
from onrecord.errors import OnrecordError

SHORTEST = 10
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="By which they sign in.")]
PasswordOption = Annotated[
    str,
    typer.Option(
        prompt="Password", hide_input=True, confirmation_prompt=True, envvar="ONRECORD_PASSWORD", show_default=False,
        help="Asked for where it is not given.",
    ),
]  # fmt: skip


class Role(StrEnum):
    """What a user may do."""

    READER = "reader"
    REVIEWER = "reviewer"


RoleOption = Annotated[Role, typer.Option(help="reader: may look. reviewer: may add articles and decide, too.")]


def user(
    name: NameArgument,
    password: PasswordOption = "",
    role: RoleOption = Role.READER,
    record: RecordOption = "onrecord.db",
) -> None:
    """Let somebody sign in to the record, or give them another password or role. The password's hash is kept in it."""
    # These load the database's library and the hash: kept out of `onrecord --help`.
    from onrecord.record import open_to_write
    from onrecord.record.users import User, put_user
    from onrecord.serve.access import HASHER

    if len(password) < SHORTEST:
        warn(f"onrecord: the password is too short: give {SHORTEST} characters or more")
        raise typer.Exit(FAILED)
    try:
        with open_to_write(record, now=now()) as store, store.writing() as connection:
            put_user(connection, User(name, HASHER.hash(password), role.value), now=now())
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    typer.echo(f"{name} may sign in as {role}")
