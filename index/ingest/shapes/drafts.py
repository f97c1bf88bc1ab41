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
    _known: set[str] = field(default_factory=set)
    _counted: int = 0

    def has(self, *roles: str) -> bool:
        """True where a part has one of the roles; only the last part may still change its own."""
        settled = len(self.parts) - 1
        while self._counted < settled:
            self._known.add(self.parts[self._counted].role)
            self._counted += 1
        return not self._known.isdisjoint(roles) or bool(self.parts and self.parts[-1].role in roles)

    def with_table(self, table: Draft) -> Draft:
        """This article with a table inside it; the lines above the table are its caption."""
        for part in table.parts:
            part.role = "caption" if part.role == "headline" else part.role
            self.parts.append(part)
        self.tables += table.tables
        return self
