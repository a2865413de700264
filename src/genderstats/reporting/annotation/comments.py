"""The comments of a sheet: a part of their own, or added to the comments that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genderstats.reading.sheet import letter
from genderstats.reporting.annotation import refusal
from genderstats.reporting.annotation.refusal import RefusedError
from genderstats.reporting.annotation.xml import Element, Splice, ascii_bytes, inside, parsed, spliced, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AUTHOR = "genderstats"
LONGEST = 32_000
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"

#: What is said at each cell, by the row's number and the column from 0.
Sayings = dict[tuple[int, int], str]


def name(place: tuple[int, int]) -> str:
    """A cell as a spreadsheet names it.

    >>> name((14, 2))
    'C14'
    """
    return f"{letter(place[1])}{place[0]}"


def new(namespace: str, sayings: Mapping[tuple[int, int], str]) -> Iterator[bytes]:
    """A part with these comments."""
    start = f'<comments xmlns="{namespace}"><authors><author>{AUTHOR}</author></authors><commentList>'
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{start}'.encode()
    for place, said in sayings.items():
        yield _comment(place, said, 0, "").encode()
    yield b"</commentList></comments>"


def _comment(place: tuple[int, int], said: str, author: int, prefix: str) -> str:
    tag = f"{prefix}comment"
    text = f"<{prefix}text>{_run(said[:LONGEST], prefix)}</{prefix}text>"
    return f'<{tag} ref="{name(place)}" authorId="{author}" shapeId="0">{text}</{tag}>'


def _run(said: str, p: str) -> str:
    look = f'<{p}rPr><{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="Tahoma"/><{p}family val="2"/></{p}rPr>'
    return f'<{p}r>{look}<{p}t xml:space="preserve">{written(said)}</{p}t></{p}r>'


def merged(content: bytes, sayings: Sayings) -> tuple[bytes, Sayings]:
    """The part with these comments too, and those of them that stand at cells without a comment before.

    Raises:
        RefusedError: the part holds no comments as they should be.
    """
    root = parsed(content)
    listed = root.child("commentList")
    if root.name != "comments" or listed is None:
        raise RefusedError(refusal.UNEXPECTED)
    prefix = f"{root.prefix}:" if root.prefix else ""
    there = {one.attributes.get("ref", "").replace("$", "").upper(): one for one in listed.children}
    author, naming = _author(content, root, listed, prefix)
    fresh = {place: said for place, said in sayings.items() if name(place) not in there}
    added = "".join(_comment(place, said, author, prefix) for place, said in fresh.items())
    grown = [
        one
        for place, said in sayings.items()
        if name(place) in there
        for one in _appended(content, there[name(place)], said, prefix)
    ]
    return spliced(content, [*naming, inside(content, listed, ascii_bytes(added)), *grown]), fresh


def _author(content: bytes, root: Element, listed: Element, prefix: str) -> tuple[int, list[Splice]]:
    """The number of our author among those of the part, and the change that adds it where it is not there."""
    authors = root.child("authors")
    made = ascii_bytes(f"<{prefix}author>{AUTHOR}</{prefix}author>")
    if authors is None:
        around = f"{prefix}authors".encode()
        return 0, [(listed.start, listed.start, b"<" + around + b">" + made + b"</" + around + b">")]
    known = [one.text for one in authors.children]
    if AUTHOR in known:
        return known.index(AUTHOR), []
    return len(known), [inside(content, authors, made)]


def _appended(content: bytes, comment: Element, said: str, prefix: str) -> Iterator[Splice]:
    """The changes that put a text after that of a comment, which stays as it is."""
    text = comment.child("text")
    if text is None:
        made = f"<{prefix}text>{_run(said[:LONGEST], prefix)}</{prefix}text>"
        yield inside(content, comment, ascii_bytes(made), first=True)
        return
    length = sum(len(one.text) for one in (*text.all("t"), *text.all("r", "t")))
    run = ascii_bytes(_run(("\n" if length else "") + said[: max(0, LONGEST - length)], prefix))
    plain = text.child("t")
    if plain:
        yield plain.start, plain.start, f"<{prefix}r>".encode()
        yield plain.end, plain.end, f"</{prefix}r>".encode()
    after = next((one for one in text.children if one.name in ("rPh", "phoneticPr")), None)
    yield (after.start, after.start, run) if after else inside(content, text, run)
