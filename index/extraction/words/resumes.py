"""Lines of a publicised appointment: 甲某，男，1982年5月生，现任…，拟任…。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.language.lexicon import load_pattern
from index.records import Span

_LINE = load_pattern("extraction.resumes.line")
_OFFICE = r"(?:为)?(?P<office>[^，。；;,]{3,40})"
_HELD = re.compile(rf"(?:现任|现为|时任){_OFFICE}")
_PROPOSED = re.compile(
    rf"拟(?:任(?!用)|提任|担任|提名(?:为|任)?|晋升(?:为|任)?|推荐(?:为|任)?|提拔(?:为|任)?|聘任(?:为)?|进一步使用){_OFFICE}"
)


@dataclass(frozen=True, slots=True)
class Resume:
    """Offsets into the sentence: of the name, of the office held and of the proposed one (None where not said)."""

    name: Span
    held: Span | None
    proposed: Span | None


def resumes(text: str) -> Iterator[Resume]:
    """The people of an appointment notice in a sentence, in order."""
    for line in _LINE.finditer(text):
        low, high = line.span("rest")
        held, proposed = _HELD.search(text, low, high), _PROPOSED.search(text, low, high)
        if held or proposed:
            yield Resume(
                line.span("name"),
                held.span("office") if held else None,
                proposed.span("office") if proposed else None,
            )
