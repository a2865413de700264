"""A grammar of workbooks' packages for hypothesis: prefixes, missing places, empty rows, comments that are there, odd names of parts."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from support.packages import letters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TRANSITIONAL = "http://schemas.openxmlformats.org/{}"
MAIN, RELATION = "spreadsheetml/2006/main", "officeDocument/2006/relationships"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    RELATION: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
NAMES = ("DS", "Phòng 'A' & B", "Notices", "lưu ý", "Danh sách cán bộ năm 2021 (31 ch", "a<b")
TEXTS = ("Lan", "=1+1", " x ", "Nguyễn Văn Mẫu", "a&b<c", "_x0041_", "")
NOISE = ("", "\n  ", "<!-- <row r='7'/> -->", "<?mark row?>")
STYLES = (
    '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    '<{p}xf numFmtId="14" fontId="1" fillId="2" borderId="0" applyNumberFormat="1" />',
    "<{p}xf numFmtId='164' fontId='1' fillId='0' borderId='1'><{p}alignment wrapText='1'/><{p}protection locked='0'/></{p}xf>",
    '<{p}xf borderId="1" fillId="2" fontId="0" numFmtId="49" quotePrefix="1" applyFill="0"></{p}xf>',
)
ROWS = (
    '<{p}row r="1"><{p}c r="A1" t="inlineStr"><{p}is><{p}t>Họ tên</{p}t></{p}is></{p}c></{p}row>'
    '<{p}row r="3"><{p}c r="B3" s="1"><{p}v>5</{p}v></{p}c><{p}c r="D3" s="2"/></{p}row>'
)
CONDITIONAL = (
    '<{p}conditionalFormatting sqref="A1:B2"><{p}cfRule type="expression" dxfId="0" priority="1">'
    "<{p}formula>A1=1</{p}formula></{p}cfRule></{p}conditionalFormatting>"
)
VALIDATION = (
    '<{p}dataValidations count="1"><{p}dataValidation type="list" sqref="C1"><{p}formula1>"a,b"</{p}formula1>'
    "</{p}dataValidation></{p}dataValidations>"
)
TAILS = (
    '<{p}autoFilter ref="A1:C3"/>',
    '<{p}mergeCells count="1"><{p}mergeCell ref="R20:S21"/></{p}mergeCells>',
    CONDITIONAL,
    VALIDATION,
    '<{p}pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>',
    "<{p}headerFooter><{p}oddHeader>&amp;P</{p}oddHeader></{p}headerFooter>",
    "@legacy",
    '<{p}extLst><{p}ext uri="u"/></{p}extLst>',
)


def packed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def simple(rows: str = ROWS, tail: str = "", comments: dict[str, str] | None = None, *, button: bool = False) -> Plan:
    """A workbook of one sheet."""
    tails = (tail, "@legacy")
    return Plan("", False, False, False, 4, (Made("DS", rows, comments or {}, tails, True, button),), 0, False)


@dataclass(frozen=True)
class Made:
    """A sheet as drawn: its rows in XML, its comments by cell, the parts of its tail."""

    name: str
    rows: str
    comments: dict[str, str]
    tail: tuple[str, ...]
    selected: bool
    button: bool


@dataclass(frozen=True)
class Plan:
    """A workbook as drawn."""

    prefix: str
    strict: bool
    absolute: bool
    shouting: bool
    styles: int
    sheets: tuple[Made, ...]
    active: int
    names: bool

    def uri(self, kind: str) -> str:
        return STRICT[kind] if self.strict else TRANSITIONAL.format(kind)

    def write(self, path: Path) -> Path:
        return packed(path, self.parts())

    def target(self, part: str, near: str) -> str:
        named = f"/{part}" if self.absolute else near
        return named.upper() if self.shouting else named

    def parts(self) -> dict[str, str]:
        sheets = [
            (f"rId{n}", "worksheet", self.target(f"xl/worksheets/sheet{n}.xml", f"worksheets/sheet{n}.xml"))
            for n, _ in self.numbered()
        ]
        styles = [("rId90", "styles", self.target("xl/styles.xml", "styles.xml"))] if self.styles else []
        found = {
            "[Content_Types].xml": self.types(),
            "_rels/.rels": self.relations(
                [("rId1", "officeDocument", self.target("xl/workbook.xml", "xl/workbook.xml"))]
            ),
            "xl/workbook.xml": self.workbook(),
            "xl/_rels/workbook.xml.rels": self.relations([*sheets, *styles]),
            "xl/media/image1.png": "no picture",
        }
        if self.styles:
            found["xl/styles.xml"] = self.style_sheet()
        for number, sheet in self.numbered():
            found[f"xl/worksheets/sheet{number}.xml"] = self.sheet(sheet)
            if sheet.comments or sheet.button:
                found |= self.comments(number, sheet)
        return found

    def numbered(self) -> list[tuple[int, Made]]:
        return list(enumerate(self.sheets, start=1))

    def types(self) -> str:
        overrides = {"xl/workbook.xml": f"{SHEET}sheet.main+xml"}
        overrides |= {f"xl/worksheets/sheet{n}.xml": f"{SHEET}worksheet+xml" for n, _ in self.numbered()}
        overrides |= {f"xl/comments{n}.xml": f"{SHEET}comments+xml" for n, one in self.numbered() if one.comments}
        if self.styles:
            overrides["xl/styles.xml"] = f"{SHEET}styles+xml"
        listed = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        defaults = "".join(
            f'<Default Extension="{suffix}" ContentType="{kind}"/>'
            for suffix, kind in (
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
                ("png", "image/png"),
                ("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"),
            )
        )
        return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{listed}</Types>'

    def relations(self, listed: list[tuple[str, str, str]]) -> str:
        made = "".join(
            f'<Relationship Id="{one}" Type="{self.uri(RELATION)}/{kind}" Target="{to}"/>' for one, kind, to in listed
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'

    def root(self, name: str) -> tuple[str, str]:
        prefix = self.prefix.rstrip(":")
        said = f'xmlns:{prefix}="{self.uri(MAIN)}"' if prefix else f'xmlns="{self.uri(MAIN)}"'
        return f'<{self.prefix}{name} {said} xmlns:rel="{self.uri(RELATION)}">', f"</{self.prefix}{name}>"

    def workbook(self) -> str:
        p, (start, end) = self.prefix, self.root("workbook")
        sheets = "".join(
            f'<{p}sheet name="{_escaped(one.name)}" sheetId="{3 * n}" rel:id="rId{n}"/>' for n, one in self.numbered()
        )
        names = (
            f'<{p}definedName name="_xlnm.Print_Area" localSheetId="{len(self.sheets) - 1}">$A$1:$B$2</{p}definedName>'
        )
        return (
            f'{start}<{p}bookViews><{p}workbookView activeTab="{self.active}" firstSheet="0"/></{p}bookViews>'
            f"<{p}sheets>{sheets}</{p}sheets>"
            f"{f'<{p}definedNames>{names}</{p}definedNames>' if self.names else ''}<{p}calcPr calcId='1'/>{end}"
        )

    def style_sheet(self) -> str:
        start, end = self.root("styleSheet")
        xfs = "".join(STYLES[: self.styles])
        lists = (
            '<{p}numFmts count="1"><{p}numFmt numFmtId="164" formatCode="0.000"/></{p}numFmts>'
            '<{p}fonts count="2"><{p}font><{p}sz val="11"/></{p}font><{p}font><{p}b/><{p}sz val="13"/></{p}font></{p}fonts>'
            '<{p}fills count="3"><{p}fill><{p}patternFill patternType="none"/></{p}fill>'
            '<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>'
            '<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF00FF00"/></{p}patternFill></{p}fill></{p}fills>'
            '<{p}borders count="2"><{p}border/><{p}border><{p}left style="thin"/></{p}border></{p}borders>'
            f'<{{p}}cellStyleXfs count="1">{STYLES[0]}</{{p}}cellStyleXfs><{{p}}cellXfs count="{self.styles}">{xfs}</{{p}}cellXfs>'
            '<{p}cellStyles count="1"><{p}cellStyle name="Normal" xfId="0" builtinId="0"/></{p}cellStyles>'
            '<{p}dxfs count="1"><{p}dxf/></{p}dxfs>'
        )
        return start + lists.replace("{p}", self.prefix) + end

    def sheet(self, sheet: Made) -> str:
        p, (start, end) = self.prefix, self.root("worksheet")
        selected = ' tabSelected="1"' if sheet.selected else ""
        tail = "".join(sheet.tail).replace("{p}", p)
        legacy = f"<{p}legacyDrawing rel:id='rId2'/>" if sheet.comments or sheet.button else ""
        rows = sheet.rows.replace("{p}", p)
        rows = f"<{p}sheetData>{rows}</{p}sheetData>" if rows else f"<{p}sheetData />"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n{start}<{p}sheetViews>'
            f'<{p}sheetView{selected} workbookViewId="0"/></{p}sheetViews>'
            f"<{p}cols><{p}col min='2' max='3' width='9' style='{max(0, self.styles - 1)}'/></{p}cols>"
            f"{rows}{tail.replace('@legacy', legacy)}{end}"
        )

    def comments(self, number: int, sheet: Made) -> dict[str, str]:
        p, (start, end) = self.prefix, self.root("comments")
        made = (f'<{p}comment ref="{cell}" authorId="0">{said}</{p}comment>' for cell, said in sheet.comments.items())
        listed = "".join(made).replace("{p}", p)
        drawing = f"drawings/vmlDrawing{number}.vml"
        led = [("rId2", "vmlDrawing", self.target(f"xl/{drawing}", f"../{drawing}"))]
        found = {f"xl/{drawing}": _drawing(number, sheet)}
        if sheet.comments:
            led.append(("rId7", "comments", self.target(f"xl/comments{number}.xml", f"../comments{number}.xml")))
            authors = f"<{p}authors><{p}author>Lan</{p}author></{p}authors>"
            found[f"xl/comments{number}.xml"] = f"{start}{authors}<{p}commentList>{listed}</{p}commentList>{end}"
        return found | {f"xl/worksheets/_rels/sheet{number}.xml.rels": self.relations(led)}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _drawing(number: int, sheet: Made) -> str:
    boxes = []
    for place, cell in enumerate(sheet.comments):
        column, row = ord(cell[0]) - 65, int(cell[1:]) - 1
        boxes.append(
            f'<v:shape id="_x0000_s{number * 1024 + 1 + place}" type="#_x0000_t202"><x:ClientData ObjectType="Note">'
            f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )
    boxes += [
        f'<v:shape id="_x0000_s{number * 1024 + 900}"><x:ClientData ObjectType="Button"/></v:shape>'
    ] * sheet.button
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"\n'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" '
        f'data="{number}"/></o:shapelayout>{"".join(boxes)}</xml>'
    )


COMMENTS = (
    "<{p}text><{p}t>cũ</{p}t></{p}text>",
    "<{p}text><{p}r><{p}t>cũ</{p}t></{p}r><{p}r><{p}t xml:space='preserve'> nữa</{p}t></{p}r></{p}text>",
    "<{p}text/>",
    "<{p}text><{p}t>cũ</{p}t><{p}phoneticPr fontId='0'/></{p}text>",
)


@st.composite
def _cells(draw: st.DrawFn, row: int, styles: int) -> str:
    """The cells of a row; one that follows straight after another need not say where it is."""
    made, column = [], -1
    for _ in range(draw(st.integers(0, 4))):
        gap = draw(st.integers(0, 2))
        column += 1 + gap
        quote = draw(st.sampled_from("\"'"))
        where = f" r={quote}{letters(column)}{row}{quote}" if gap or draw(st.booleans()) else ""
        style = draw(st.sampled_from(["", f' s="{draw(st.integers(0, max(0, styles - 1)))}"', " s=''"]))
        text = _escaped(draw(st.sampled_from(TEXTS)))
        kinds = (
            f"<{{p}}c{where}{style}/>",
            f"<{{p}}c{style}{where} t='inlineStr'><{{p}}is><{{p}}t xml:space='preserve'>{text}</{{p}}t></{{p}}is></{{p}}c>",
            f"<{{p}}c{where}{style}><{{p}}v>{draw(st.integers(0, 50000))}</{{p}}v></{{p}}c>",
            f"<{{p}}c{where}{style} t='str'><{{p}}f>1&lt;2</{{p}}f><{{p}}v><![CDATA[</c></row>]]></{{p}}v></{{p}}c>",
        )
        made.append(draw(st.sampled_from(kinds)))
    return "".join(made)


@st.composite
def _rows(draw: st.DrawFn, styles: int) -> str:
    made, row = [], 0
    for _ in range(draw(st.integers(0, 6))):
        gap = draw(st.integers(0, 2))
        row += 1 + gap
        where = f' r="{row}"' if gap or draw(st.booleans()) else ""
        extra = draw(st.sampled_from(["", ' spans="1:2"', ' ht="20" customHeight="1"', ' s="0" customFormat="1"']))
        cells = draw(_cells(row, styles))
        made.append(f"<{{p}}row{where}{extra}>{cells}</{{p}}row>" if cells else f"<{{p}}row{extra}{where} />")
        made.append(draw(st.sampled_from(NOISE)))
    return "".join(made)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A workbook."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique_by=str.casefold))
    styles = draw(st.integers(0, len(STYLES)))
    active = draw(st.integers(0, len(names) - 1))
    sheets = []
    for place, name in enumerate(names):
        where = draw(st.lists(st.tuples(st.sampled_from("ABCD"), st.integers(1, 8)), max_size=3, unique=True))
        said = {f"{column}{row}": draw(st.sampled_from(COMMENTS)) for column, row in where}
        tail = [one for one in TAILS if one == "@legacy" or draw(st.booleans())]
        sheets.append(Made(name, draw(_rows(styles)), said, tuple(tail), place == active, draw(st.booleans())))
    prefix = draw(st.sampled_from(["", "x:", "ss-1:"]))
    flags = [draw(st.booleans()) for _ in range(4)]
    return Plan(prefix, flags[0], flags[1], flags[2] and flags[1], styles, tuple(sheets), active, flags[3])
