"""Long messages in parts that Telegram takes: at sentence borders, with every tag closed."""

from __future__ import annotations

import re

from bot.showing.cutting import joined

LIMIT = 4000  # code points a part, below Telegram's 4096 after entities
_TOKEN = re.compile(r"<[^>]+>|&[a-z#0-9]+;|.", re.DOTALL)
_NAME = re.compile(r"</?([a-z]+)")
_BORDER = re.compile(r"[。！？；\n]")


def split_html(message: str, limit: int = LIMIT) -> list[str]:
    """``message`` in parts of at most ``limit`` visible code points, each valid by itself."""
    if len(message) < limit:
        return [message.strip()] if message.strip() else []
    parts: list[str] = []
    open_tags: list[str] = []
    current: list[str] = []
    visible = last_border = 0
    for token in _TOKEN.findall(message):
        if token.startswith("<") and len(token) > 1:
            _track(token, open_tags)
            current.append(token)
            continue
        if visible >= limit:
            cut = last_border if last_border > len(current) // 2 else _whole([*current, token])
            head, rest = current[:cut], current[cut:]
            held = _open_after(head)
            parts.append("".join(head).strip() + "".join(f"</{_name(tag)}>" for tag in reversed(held)))
            current = [*held, *rest]
            visible = sum(1 for piece in rest if not (piece.startswith("<") and len(piece) > 1))
            last_border = 0
        current.append(token)
        visible += 1
        if _BORDER.fullmatch(token):
            last_border = len(current)
    if "".join(current).strip():
        parts.append("".join(current).strip())
    return parts


def _whole(tokens: list[str]) -> int:
    """How many of ``tokens`` but the last one can go without taking a composed character apart."""
    end = len(tokens) - 1
    while end > len(tokens) // 2 and len(tokens[end]) == len(tokens[end - 1]) == 1 and joined(tokens, end):
        end -= 1
    return end


def _track(tag: str, open_tags: list[str]) -> None:
    if tag.startswith("</"):
        if open_tags:
            open_tags.pop()
    else:
        open_tags.append(tag)


def _open_after(tokens: list[str]) -> list[str]:
    held: list[str] = []
    for token in tokens:
        if token.startswith("<") and len(token) > 1:
            _track(token, held)
    return held


def _name(tag: str) -> str:
    match = _NAME.match(tag)
    return match[1] if match else ""
