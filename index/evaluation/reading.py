"""How well bulletins are read: rows, batches and facts against files of expected ones."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.errors import ReadError
from index.evaluation.facts import Measured, Outcome, Shown, Wanted, measure, shown_of, wanted_of
from index.evaluation.rows import MEASURES, Score, bulletin_of, compare
from index.extraction import extract
from index.language.columns import table
from index.records import Article


@dataclass(slots=True)
class Reading:
    """Figures over all files.

    Attributes:
        rows: scores of names, stages, investments …. facts: outcomes by kind.
        missed: (file, expected fact) pairs. wrong: (file, found fact) pairs.
    """

    rows: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in MEASURES})
    facts: dict[str, Outcome] = field(default_factory=dict)
    missed: list[tuple[str, Wanted]] = field(default_factory=list)
    wrong: list[tuple[str, Shown]] = field(default_factory=list)

    @property
    def all_facts(self) -> Outcome:
        """The outcomes of all kinds together."""
        return sum(self.facts.values(), Outcome())

    def add(self, file: Path, found: Measured) -> None:
        """Take over what one file gave."""
        for kind, outcome in found.kinds.items():
            self.facts[kind] = self.facts.get(kind, Outcome()) + outcome
        self.missed += [(file.stem, one) for one in found.missed]
        self.wrong += [(file.stem, one) for one in found.wrong]

    def as_json(self) -> dict[str, Any]:
        """All figures as one JSON object; facts that were missed or are wrong come last."""
        return {
            "rows": {
                name: {"precision": round(one.precision, 4), "recall": round(one.recall, 4), "expected": one.expected}
                for name, one in self.rows.items()
            },
            "facts": {kind: _outcome(one) for kind, one in [*sorted(self.facts.items()), ("all", self.all_facts)]},
            "missed": [
                {"file": name, "subject": one.subject, "attribute": one.attribute, "value": one.value}
                for name, one in self.missed
            ],
            "wrong": [{"file": name, "label": one.label, "value": one.value} for name, one in self.wrong],
        }  # fmt: skip

    def as_text(self, *, misses: bool = False) -> str:
        """Two tables, and what differs where asked for."""
        lines = list(self._misses()) if misses else []
        measured = [(n, s) for n, s in self.rows.items() if s.expected or s.found]
        if measured:
            rows = [(_NAMES[n], f"{s.precision:.3f}", f"{s.recall:.3f}", s.expected) for n, s in measured]
            lines.append(table(("项目与批次", "准确率", "召回率", "应有"), rows))
        if self.facts:
            kinds = [*sorted(self.facts.items()), ("合计", self.all_facts)]
            lines.append(
                table(
                    ("事实", "准确率", "召回率", "读到值", "应有"),
                    [(k, f"{o.precision:.3f}", f"{o.recall:.3f}", o.valued, o.expected) for k, o in kinds],
                )
            )
        return "\n\n".join(lines)

    def _misses(self) -> Iterator[str]:
        for name, score in self.rows.items():
            yield from (f"多出 {_NAMES[name]} {key}" for key in score.extra)
            yield from (f"缺少 {_NAMES[name]} {key}" for key in score.missing)
        for file, wanted in self.missed:
            yield f"缺少 {file}：{wanted.subject}｜{wanted.attribute}｜{wanted.value}"
        for file, shown in self.wrong:
            yield f"不符 {file}：{shown.label}｜{shown.value}"


_SAID = ("名称", "阶段", "期次", "投资", "日期", "建设单位", "地点", "批次", "个数", "总额", "比率")
_NAMES = dict(zip(MEASURES, _SAID, strict=True))


def _outcome(one: Outcome) -> dict[str, float | int]:
    return {
        "precision": round(one.precision, 4), "recall": round(one.recall, 4), "expected": one.expected,
        "valued": one.valued, "right": one.right,
    }  # fmt: skip


def read_expected(files: Sequence[Path], bulletins: str | Path | None = None) -> Reading:
    """Rows, batches and facts of the bulletins that ``files`` are about, measured.

    Args:
        files: see ``index.evaluation.rows`` and ``index.evaluation.facts``.
        bulletins: a folder with the bulletins, or the one bulletin; else they lie beside the files.

    Raises:
        ReadError: a file can't be read, or its bulletin is missing.
    """
    found = Reading()
    for file in files:
        content = _content(file)
        articles = _articles(file, content, Path(bulletins) if bulletins else None)
        if any(key in content for key in ("projects", "rows", "batches")):
            compare(found.rows, articles, content)
        if facts := content.get("facts"):
            shown = [shown_of(article, fact) for article in articles for fact in extract(article).facts]
            found.add(file, measure([wanted_of(item) for item in facts], shown, content.get("complete", ())))
    return found


def _content(file: Path) -> Mapping[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ReadError(f"{file} 读不了：应为 UTF-8 的 JSON 文件，请检查路径。") from error
    if not isinstance(content, dict):
        raise ReadError(f"{file} 不能用：应为一个 JSON 对象，有 projects、batches 或 facts。")
    return content


def _articles(file: Path, content: Mapping[str, Any], place: Path | None) -> Sequence[Article]:
    from index.ingest import read_file

    if place is not None and place.is_file():
        return read_file(place).articles
    try:
        return read_file(bulletin_of(file, content, place)).articles
    except FileNotFoundError as error:
        raise ReadError(f"没有找到 {file.name} 所说的公报：用 --bulletins 指定公报文件或文件夹。") from error
