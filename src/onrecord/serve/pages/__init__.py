"""The pages, one file for each, with the table of them."""

from collections.abc import Sequence

from fastapi import APIRouter

from onrecord.serve.pages import answers, article, between, draft, network, review, search, sign_in, sources, start, who

PAGES: Sequence[APIRouter] = tuple(
    page.router for page in (start, draft, article, who, between, network, answers, search, sources, review, sign_in)
)
"""Every page's routes."""
