"""What people see, in traditional characters: messages, buttons, notes and results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.showing.scripts import traditional, traditional_html
from bot.showing.views import Button, InlineResult, Pressed, Rows, View

Names = tuple[str, ...]
"""Of people whose surname needs care (see ``bot.showing.scripts.special``)."""


def view(one: View, names: Names = ()) -> View:
    """A message with its buttons and the name of its file; what is in the file stays as it is."""
    name = traditional(one.name, names) if one.name else one.name
    return replace(one, html=traditional_html(one.html, names), rows=rows(one.rows, names), name=name)


def rows(held: Rows, names: Names = ()) -> Rows:
    """Buttons: what they say and what they copy."""
    return tuple(tuple(_button(one, names) for one in row) for row in held)


def _button(one: Button, names: Names) -> Button:
    copy = traditional(one.copy, names) if one.copy else one.copy
    return replace(one, label=traditional(one.label, names), copy=copy)


def pressed(one: Pressed, names: Names = ()) -> Pressed:
    """All that a press leads to."""
    return replace(
        one, toast=traditional(one.toast, names), edit=view(one.edit, names) if one.edit else None,
        rows=rows(one.rows, names) if one.rows is not None else None,
        fresh=tuple(view(each, names) for each in one.fresh),
    )  # fmt: skip


def results(found: Sequence[InlineResult], names: Names = ()) -> list[InlineResult]:
    """Results of inline mode."""
    return [
        replace(
            one, title=traditional(one.title, names), about=traditional(one.about, names),
            html=traditional_html(one.html, names),
        )
        for one in found
    ]  # fmt: skip
