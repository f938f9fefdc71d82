"""Tests of answers: a table whose library is not installed."""

import pytest

from onrecord.answers import load_library
from onrecord.errors import ExtraError


def test_a_library_that_is_there_is_loaded() -> None:
    assert load_library("json").dumps([]) == "[]"


def test_a_library_that_is_not_there_tells_what_to_install() -> None:
    with pytest.raises(ExtraError, match=r"orsovan is not installed.*onrecord\[frames\]"):
        load_library("orsovan")
