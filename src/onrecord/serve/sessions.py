"""Who is signed in: sessions by unguessable keys, and the tokens that show that a change comes from our own page."""

import hashlib
import hmac
import threading
from dataclasses import dataclass, field
from secrets import token_bytes, token_urlsafe
from typing import Literal

Role = Literal["reader", "reviewer"]
LIFE_SECONDS = 12 * 3600
MOST_SESSIONS = 10_000


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: their session's key, and their name and role where they are signed in.

    Where no password is needed, whoever sits at the machine is a reviewer with no name. `by_proxy` are those whom a
    proxy signed in: they sign out there.
    """

    key: str
    name: str | None
    role: Role | None
    by_proxy: bool = False

    @property
    def may_change(self) -> bool:
        """True for who may add articles and decide."""
        return self.role == "reviewer"


@dataclass(slots=True)
class Sessions:
    """The sessions of people who signed in, kept in memory: all are signed out when the server stops."""

    _secret: bytes = field(default_factory=lambda: token_bytes(32))
    _signed_in: dict[bytes, tuple[str, Role, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def new_key(self) -> str:
        """The key of a new session, for the visitor's cookie."""
        return token_urlsafe(32)

    def sign_in(self, name: str, role: Role, *, at: float) -> str:
        """The key of a new session for somebody whose password was right. `at` is a moment in seconds."""
        key = self.new_key()
        self.keep(key, name, role, at=at)
        return key

    def keep(self, key: str, name: str, role: Role, *, at: float) -> None:
        """Let a key stand for somebody whose password was right."""
        with self._lock:
            live = {each: kept for each, kept in self._signed_in.items() if kept[2] > at}
            self._signed_in = dict(list(live.items())[-MOST_SESSIONS + 1 :]) | {
                _digest(key): (name, role, at + LIFE_SECONDS)
            }

    def find(self, key: str, *, at: float) -> tuple[str, Role] | None:
        """Name and role of whose session it is, None for a session of nobody or one that is over."""
        with self._lock:
            kept = self._signed_in.get(_digest(key))
        return None if kept is None or kept[2] <= at else (kept[0], kept[1])

    def sign_out(self, key: str) -> None:
        """End a session."""
        with self._lock:
            self._signed_in.pop(_digest(key), None)

    def token(self, key: str) -> str:
        """What a form of this session carries to show that it is ours."""
        return hmac.new(self._secret, key.encode(), hashlib.sha256).hexdigest()

    def is_token(self, key: str, given: str) -> bool:
        """True for the token of this session."""
        return hmac.compare_digest(self.token(key).encode(), given.encode("utf-8", "replace"))


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()
