"""What lies outside, opened for the commands: standard input, the web with its courtesies, and the clock."""

import sys
from datetime import UTC, datetime
from functools import partial

from onrecord.sources import Outside
from onrecord.sources.courtesy import Courtesy
from onrecord.sources.web import Network, fetch, is_any


def open_outside(*, allow_private: bool) -> Outside:
    """What lies outside of the program; addresses in private networks are fetched from only if that is allowed."""
    network = Network(is_allowed=is_any) if allow_private else Network()
    guest = Courtesy(partial(fetch, network=network))
    return Outside(sys.stdin.buffer, guest.fetch, guest.visit, lambda: datetime.now(UTC))
