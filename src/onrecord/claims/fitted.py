"""What training/ fitted for the claims, read from its files in this package."""

import json
from importlib.resources import files
from typing import Any

from onrecord.errors import WeightsError


def read_fitted(file: str) -> Any:
    """What a JSON file of this package holds. Raises WeightsError when it is missing or damaged."""
    path = files("onrecord.claims").joinpath(file)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise WeightsError(f"{file} of onrecord.claims cannot be read ({error}): install the package again") from error
