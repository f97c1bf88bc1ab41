"""没到80%, 5000万元以上, 负增长: what a question says the figures of rows have to keep to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.records import Span

_AHEAD = load_pattern("answering.asked_bounds.ahead")
_BEHIND = load_pattern("answering.asked_bounds.behind")
_MOVES = load_pattern("answering.asked_bounds.moves")
_KINDS = ("percent", "money", "count", "measure", "bare")


@dataclass(frozen=True, slots=True)
class Bound:
    """What the figures of the rows have to keep to.

    Attributes:
        span: the words of the question that say it. figure: what they are held against; None of a growth, for 0.
        above: whether they have to be more. inclusive: whether they may be just as much.
    """

    span: Span
    figure: Quantity | None
    above: bool
    inclusive: bool = False

    def holds(self, value: float) -> bool:
        """Whether a figure in the same unit keeps to it."""
        limit = self.figure.value if self.figure is not None else 0.0
        return (value > limit if self.above else value < limit) or (self.inclusive and value == limit)


def asked_bounds(text: str) -> Iterator[Bound]:
    """The bounds that a folded question gives."""
    for quantity in find_quantities(text):
        if quantity.kind in _KINDS and (bound := _bound(text, quantity)) is not None:
            yield bound
    for moves in _MOVES.finditer(text):
        yield Bound(moves.span(), None, above=moves["up"] is not None)


def _bound(text: str, figure: Quantity) -> Bound | None:
    ahead, behind = _AHEAD.search(text[: figure.start]), _BEHIND.match(text, figure.end)
    if ahead is None and behind is None:
        return None
    span = (ahead.start() if ahead else figure.start, behind.end() if behind else figure.end)
    if ahead is not None:
        above = ahead["more"] is not None or ahead["least"] is not None
        return Bound(span, figure, above, inclusive=ahead["least"] is not None or ahead["most"] is not None)
    return Bound(span, figure, above=behind is not None and behind["up"] is not None, inclusive=True)
