"""What speaks for or against two profiles being the same: points, and the reason for them in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points, negative ones against, and the reason as people read it ("both president of Orsova")."""

    points: float
    reason: str
