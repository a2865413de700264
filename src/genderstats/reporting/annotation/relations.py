"""Relationships between parts, and the content types of a package."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from genderstats.reporting.annotation.package import Package, key, relations_of, relative, resolved
from genderstats.reporting.annotation.xml import Element, Splice, ascii_bytes, inside, parsed, spliced, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_NAMESPACE}"/>'.encode()
CONTENT_TYPES = "[Content_Types].xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: the last word of the relationship's type, such as comments, what stands before it, and the part."""

    id: str
    kind: str
    base: str
    part: str
    external: bool


@dataclass(frozen=True)
class Relations:
    """The relationships of a part."""

    part: str
    content: bytes
    listed: tuple[Relation, ...]

    def of(self, kind: str) -> Relation | None:
        """The first of a kind that leads to a part of the package."""
        return next((one for one in self.listed if one.kind.lower() == kind.lower() and not one.external), None)

    def by_id(self, wanted: str) -> Relation | None:
        """The one with this id."""
        return next((one for one in self.listed if one.id == wanted), None)

    def free(self, count: int = 1) -> list[str]:
        """Ids that none of them has."""
        taken = {one.id.lower() for one in self.listed}
        candidates = (f"rId{n}" for n in range(1, len(taken) + count + 1))
        return [one for one in candidates if one.lower() not in taken][:count]

    def written(self, new: Iterable[tuple[str, str, str]], without: Iterable[str] = ()) -> bytes:
        """Their part with new ones (id, type, part) and without some (by id)."""
        root = parsed(self.content)
        name = root.qualified("Relationship")
        added = "".join(
            f'<{name} Id="{one}" Type="{kind}" Target="{written(relative(self.part, part))}"/>'
            for one, kind, part in new
        )
        gone: list[Splice] = [
            (child.start, child.end, b"") for child in root.children if child.attributes.get("Id") in set(without)
        ]
        return spliced(self.content, [*gone, inside(self.content, root, ascii_bytes(added))])


def relations(package: Package, part: str) -> Relations:
    """The relationships of a part; none where it has no part for them.

    Raises:
        RefusedError: they cannot be read.
    """
    name = relations_of(part)
    content = package.read(name) if package.has(name) else _EMPTY
    return Relations(part, content, tuple(_relation(part, one) for one in parsed(content).children))


def _relation(part: str, one: Element) -> Relation:
    base, _, kind = one.attributes.get("Type", "").rpartition("/")
    external = one.attributes.get("TargetMode") == "External"
    target = one.attributes.get("Target", "")
    return Relation(one.attributes.get("Id", ""), kind, base, target if external else resolved(part, target), external)


@dataclass(frozen=True)
class ContentTypes:
    """What each part of a package is."""

    content: bytes
    root: Element

    def of(self, part: str) -> str:
        """The type of a part, "" where none is said."""
        override = self._overrides().get(key(part))
        if override:
            return override.attributes.get("ContentType", "")
        suffix = posixpath.splitext(part)[1].lstrip(".").lower()
        defaults = (one for one in self.root.all("Default") if one.attributes.get("Extension", "").lower() == suffix)
        return next((one.attributes.get("ContentType", "") for one in defaults), "")

    def written(self, types: Mapping[str, str], without: Iterable[str] = ()) -> bytes:
        """The part with these types of parts, and without some parts."""
        overrides = self._overrides()
        gone = {key(part) for part in (*types, *without)}
        name = self.root.qualified("Override")
        added = "".join(
            f'<{name} PartName="/{written(part)}" ContentType="{kind}"/>'
            for part, kind in types.items()
            if key(part) in overrides or self.of(part) != kind
        )
        cut: list[Splice] = [(one.start, one.end, b"") for part, one in overrides.items() if part in gone]
        return spliced(self.content, [*cut, inside(self.content, self.root, ascii_bytes(added))])

    def _overrides(self) -> dict[str, Element]:
        return {key(one.attributes.get("PartName", "")): one for one in self.root.all("Override")}


def content_types(package: Package) -> ContentTypes:
    """The content types of a package.

    Raises:
        RefusedError: they are missing or cannot be read.
    """
    content = package.read(CONTENT_TYPES)
    return ContentTypes(content, parsed(content))
