"""HTTP: a record on pages and as an API; every page has a JSON twin made from the same answer."""

from onrecord.serve.app import make_app
from onrecord.serve.proxies import check_proxies
from onrecord.serve.site import Site, Terms

__all__ = ["Site", "Terms", "check_proxies", "make_app"]
