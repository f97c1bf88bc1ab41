"""Short news below one label (▶ 短讯), each with its headline in front of it on the same line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.ingest.shapes.line import Line
from index.language.lexicon import load_pattern

_LABEL = load_pattern("ingest.briefs.label")
_RUN_IN = load_pattern("ingest.briefs.run_in")
_SHORTEST = 20  # code points of a report behind its headline


def with_run_in_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines; below 短讯 a paragraph 某馆延长开放 7月10日至… is a headline and its report, up to the page's end."""
    found: list[Line] = []
    inside = False
    for number, line in enumerate(lines):
        if line.kind in ("short", "body") and _LABEL.fullmatch(line.text):
            inside = number + 1 < len(lines) and _RUN_IN.match(lines[number + 1].text) is not None
            found.append(replace(line, kind="furniture") if inside else line)
            continue
        inside = inside and line.kind not in ("masthead", "cells")
        match = _RUN_IN.match(line.text) if inside and line.kind in ("body", "lead", "short") else None
        if match is None or len(line.text) - match.end() < _SHORTEST:
            found.append(line)
            continue
        title = match["title"]
        head = replace(line, end=line.start + len(title), text=title, kind="short", gap=max(line.gap, 1), head=True)
        rest = replace(line, start=line.start + match.end(), text=line.text[match.end() :], kind="body", gap=0)
        found += [replace(head, ended=False), rest]
    return found
