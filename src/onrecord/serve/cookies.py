"""The cookie that keeps a visitor's session."""

from http.cookies import CookieError, SimpleCookie

from onrecord.serve.sessions import LIFE_SECONDS

NAME = "onrecord"


def cookie(key: str, *, is_secure: bool) -> str:
    """What sets it: for this host only, out of reach of scripts and of other sites, and over TLS where there is."""
    secure = "; Secure" if is_secure else ""
    return f"{NAME}={key}; Path=/; Max-Age={LIFE_SECONDS}; HttpOnly; SameSite=Strict{secure}"


def key_in(header: str) -> str | None:
    """The session's key in a Cookie header, None where there is none."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return None
    return jar[NAME].value or None if NAME in jar else None
