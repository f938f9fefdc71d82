"""The app: every route, the guard around them, and how errors are told."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve import shipped
from onrecord.serve.access import SignIn
from onrecord.serve.api import API, describe
from onrecord.serve.guard import Guard
from onrecord.serve.pages import PAGES
from onrecord.serve.problems import tell_problems
from onrecord.serve.render import go_to
from onrecord.serve.site import Site


def make_app(site: Site) -> FastAPI:
    """The app that serves a record."""
    app = FastAPI(title="Onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = site
    app.add_middleware(Guard, site=site)
    app.include_router(shipped.router)
    for router in (*PAGES, *API):
        app.include_router(router)
    describe(app)
    tell_problems(app)
    app.add_exception_handler(SignIn, _to_sign_in)
    return app


def _to_sign_in(_request: Request, error: Exception) -> Response:
    return go_to(getattr(error, "address", "/login"))
