"""Who may see a record that is served: names, roles, and the hashes of passwords."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, select

from onrecord.record.schema import users


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in: a reader may look, a reviewer may add and decide. `hash` is Argon2's."""

    name: str
    hash: str
    role: Literal["reader", "reviewer"]


def find_user(connection: Connection, name: str) -> User | None:
    """The user of that name, None where there is none."""
    row = connection.execute(select(users.c.name, users.c.hash, users.c.role).where(users.c.name == name)).one_or_none()
    return None if row is None else User(*row)


def put_user(connection: Connection, user: User, *, now: str) -> None:
    """Keep a user, in the place of one with that name."""
    drop_user(connection, user.name)
    connection.execute(insert(users), {"name": user.name, "hash": user.hash, "role": user.role, "added": now})


def drop_user(connection: Connection, name: str) -> bool:
    """Forget a user; False where there was none."""
    return connection.execute(delete(users).where(users.c.name == name)).rowcount > 0


def count_users(connection: Connection) -> int:
    """How many users there are."""
    return connection.scalar(select(func.count()).select_from(users)) or 0
