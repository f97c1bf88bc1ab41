"""What answerers hand to the last step: the words, the proof, and what a follow-up may lean on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from index.records import Fact, Found, ProjectRow, Span
from index.records.answers import Kind, Reason, Status

_OUTWARD: dict[str, Kind] = {
    "area": "number",
    "length": "number",
    "duration": "date",
    "phone": "text",
    "difference": "compare",
    "average": "sum",
    "office": "person",
    "lookup": "text",
    "money": "money",
    "count": "count",
    "number": "number",
    "percent": "percent",
    "rank": "rank",
    "date": "date",
    "person": "person",
    "place": "place",
    "organisation": "organisation",
    "list": "list",
    "yesno": "yesno",
    "stage": "stage",
    "compare": "compare",
    "sum": "sum",
    "summary": "summary",
}


def outward_kind(kind: str) -> Kind:
    """The answer type as the contract names it."""
    return _OUTWARD.get(kind, "text")


@dataclass(frozen=True, slots=True)
class Proof:
    """Spans of an article that show an answer to be true."""

    article: str
    spans: tuple[Span, ...]


def row_proof(row: Found[ProjectRow]) -> Proof:
    """Where a project's row is printed; of one without a line of its own where it is named."""
    return Proof(row.article, row.value.evidence or row.value.name_spans)


def row_proofs(rows: Iterable[Found[ProjectRow]]) -> tuple[Proof, ...]:
    """A proof for each row, in their order."""
    return tuple(map(row_proof, rows))


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its sources are spelt out; fields as in ``Answer``.

    Attributes:
        people, projects, period, stage: what 他, 它, 这批 in a follow-up mean.
        repaired: (typed, printed) pairs found while matching.
        accounted: the answerer itself has found on the page all words of the question that name something.
        held: it was held against the question where it was found, and says more than what is asked for by name.
    """

    status: Status
    kind: Kind
    answer: str
    proofs: tuple[Proof, ...] = ()
    detail: str | None = None
    reason: Reason | None = None
    confidence: float = 1.0
    facts: tuple[tuple[str, Fact], ...] = ()
    options: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    repaired: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    period: int | str | None = None
    stage: str | None = None
    accounted: bool = False
    extra: dict[str, str] = field(default_factory=dict)
    held: bool = False

    @property
    def settled(self) -> bool:
        """True where something was answered (or a premise corrected)."""
        return self.status in ("answered", "corrected")
