"""HTTP: a record on pages and as an API; every page has a JSON twin made from the same answer."""

from onrecord.serve.app import make_app
from onrecord.serve.site import Site, Terms

__all__ = ["Site", "Terms", "make_app"]
