"""Offices as the golden cases write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genderstats.people.position import Position, TitleReading

MARKS = ("acting", "key_leader", "committee", "standing")


def written(position: Position) -> str:
    """An office: axis, level, role, then the marks that hold."""
    said = [mark.replace("_", "-") for mark in MARKS if getattr(position, mark)]
    words = [position.axis, position.level or "?", position.role, *said]
    return " ".join([*words, *([f"seat-{position.seat}"] if position.seat else [])])


def offices(reading: TitleReading) -> list[str]:
    """All that a cell says."""
    return [*map(written, reading.positions), *(f"unknown: {part}" for part in reading.unknown)]
