"""What is set right in the words, trees and names that the language model sees, before anything is asked."""

from collections.abc import Callable

from onrecord.claims.for_who.name_bounds import with_holders_apart, with_slashed_names
from onrecord.claims.for_who.non_grata import with_non_grata
from onrecord.claims.for_who.numbered import with_numbered_houses
from onrecord.claims.for_who.second_sides import (
    with_each_dated,
    with_names_of_holders,
    with_objects,
    with_places_in_front,
)
from onrecord.claims.for_who.set_once import with_both_named
from onrecord.claims.for_who.verbs_apart import with_verbs_apart
from onrecord.model import Analysis

MENDING: tuple[Callable[[Analysis], Analysis], ...] = (
    with_slashed_names,
    with_holders_apart,
    with_numbered_houses,
    with_both_named,
    with_non_grata,
    with_verbs_apart,
    with_objects,
    with_each_dated,
    with_names_of_holders,
    with_places_in_front,
)


def mended(analysis: Analysis) -> Analysis:
    """The analysis after all that mends it, in the order of the table."""
    for mend in MENDING:
        analysis = mend(analysis)
    return analysis
