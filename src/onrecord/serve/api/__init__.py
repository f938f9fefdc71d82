"""The API: the questions of `onrecord ask` one to one, the reading of a posted text, and the document of both."""

from collections.abc import Sequence

from fastapi import APIRouter

from onrecord.serve.api import document, questions, reading, screening
from onrecord.serve.api.document import describe

API: Sequence[APIRouter] = (questions.router, screening.router, reading.router, document.router)
"""The routes of the API."""

__all__ = ["API", "describe"]
