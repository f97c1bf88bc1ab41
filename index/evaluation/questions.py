"""``bulletin-index eval``: questions with known answers, asked and judged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import ReadError
from index.evaluation.judging import Judgement, Outcome, Question, judge, plain
from index.language.columns import table
from index.library import Library
from index.records import Answer, Hit

_OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "abstained", "refused", "invented")
_NAMES = ("答对", "答错", "没答", "拒答", "编造")
_TOP = 3  # hits among which the quoted passage should be


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what became of it; ``found``: the quoted passage is among the first hits."""

    question: Question
    answer: Answer
    judgement: Judgement
    found: bool | None


@dataclass(frozen=True, slots=True)
class Result:
    """All questions; ``unchecked``: bulletins whose pages are missing, so that figures were not checked."""

    asked: tuple[Asked, ...]
    unchecked: tuple[str, ...]

    @property
    def net(self) -> float:
        """(right + refused - wrong - invented) / all: an invention costs as much as an answer earns."""
        count = Counter(one.judgement.outcome for one in self.asked)
        good, bad = count["right"] + count["refused"], count["wrong"] + count["invented"]
        return (good - bad) / len(self.asked) if self.asked else 0.0

    @property
    def recall(self) -> float | None:
        """Share of the questions with a quote whose quoted passage is among the first three hits."""
        known = [one.found for one in self.asked if one.found is not None]
        return sum(known) / len(known) if known else None

    def per_type(self) -> dict[str, Counter[Outcome]]:
        """Outcomes by type of question."""
        found: dict[str, Counter[Outcome]] = {}
        for one in sorted(self.asked, key=lambda held: held.question.type):
            found.setdefault(one.question.type.split(":")[0], Counter())[one.judgement.outcome] += 1
        return found

    def as_json(self) -> dict[str, Any]:
        """Figures and misses as one JSON object."""
        return {
            "questions": len(self.asked),
            "net": round(self.net, 4),
            "recall_at_3": None if self.recall is None else round(self.recall, 4),
            "types": {name: dict(count) for name, count in self.per_type().items()},
            "misses": [
                {"id": one.question.id, "outcome": one.judgement.outcome, "reason": one.judgement.reason}
                for one in self.asked
                if one.judgement.outcome not in ("right", "refused")
            ],
        }

    def as_text(self, *, misses: bool = False) -> str:
        """A table by type, the sum, and what was missed where asked for."""
        total = Counter(one.judgement.outcome for one in self.asked)
        rows = [(name, *(count[key] or "" for key in _OUTCOMES)) for name, count in self.per_type().items()]
        rows.append(("合计", *(total[key] for key in _OUTCOMES)))
        lines = [
            _miss(one) for one in self.asked if misses and one.judgement.outcome not in ("right", "refused")
        ]
        lines.append(table(("题型", *_NAMES), rows))
        recall = "" if self.recall is None else f"；引文在检索前三条中 {self.recall:.1%}"
        lines.append(f"{len(self.asked)} 题，净得分 {self.net:.3f}{recall}")
        if self.unchecked:
            lines.append(
                f"没有找到 {'、'.join(self.unchecked)}，其中的数字和引文没有核对：用 --bulletins 指定文件夹。"
            )
        return "\n".join(lines)


def evaluate(library: Library, files: Sequence[Path], *, folder: str | Path | None = None) -> Result:
    """Asks and judges the questions of ``files``; ``folder`` holds the bulletins' pages.

    Raises:
        ReadError: a file can't be read, or a line is no question.
    """
    pages: dict[str, str] = {}
    asked: list[Asked] = []
    for file in files:
        places = [Path(folder)] if folder else [file.parent, file.parent.parent / "bulletins"]
        for question in read_questions(file):
            if question.bulletin not in pages:
                pages[question.bulletin] = _page(question.bulletin, places)
            answer = library.ask(question.question, turns=question.context, id=question.id)
            verdict = judge(question, answer, pages[question.bulletin])
            asked.append(Asked(question, answer, verdict, _found(library, question)))
    return Result(tuple(asked), tuple(name for name, page in pages.items() if name and not page))


def read_questions(file: Path) -> Iterable[Question]:
    """The questions of a JSONL file. Raises ReadError."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"问题文件 {file} 读不了：应为 UTF-8 的 JSONL 文件，请检查路径。") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield Question.of(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError):
                raise ReadError(
                    f"问题文件 {file} 第 {number} 行不能用：应有 id、question 和 answerable。"
                ) from None


def _page(name: str, places: Sequence[Path]) -> str:
    for place in places:
        file = place / name
        if name and file.is_file():
            return file.read_text(encoding="utf-8-sig")
    return ""


def _found(library: Library, question: Question) -> bool | None:
    if not question.answerable or not question.quote:
        return None
    quote = plain(question.quote)
    return any(_holds(hit, quote) for hit in library.search(question.question, _TOP))


def _holds(hit: Hit, quote: str) -> bool:
    """Whether the hit says at least two thirds of the quote's four-character pieces."""
    text = plain(hit.text)
    pieces = {quote[at : at + 4] for at in range(max(len(quote) - 3, 1))}
    return quote in text or sum(piece in text for piece in pieces) * 3 >= len(pieces) * 2


def _miss(one: Asked) -> str:
    question, answer = one.question, one.answer
    turns = "".join(f"〔{turn}〕" for turn in question.context)
    wanted = f"应为 {question.answers[0]}" if question.answers else "应拒答"
    head = f"{one.judgement.outcome}  {question.id} {turns}{question.question}"
    return f"{head}\n    {one.judgement.reason}；{wanted}；得到 {answer.status}：{answer.answer[:120]}"
