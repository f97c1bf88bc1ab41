"""Articles in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.records import Role, Span, Table


@dataclass
class Part:
    """A block in the making: spans of the page; ended: its last sentence is finished."""

    role: Role
    spans: list[Span]
    ended: bool = True


@dataclass
class Draft:
    """An article in the making."""

    parts: list[Part] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    kind: str = "news"

    def has(self, *roles: str) -> bool:
        """True where a part has one of the roles."""
        return any(part.role in roles for part in self.parts)
