"""The columns of a design, and how each person stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.header import Column, merged_over

if TYPE_CHECKING:
    from random import Random

    from support.grammar import Design
    from support.staff import Member

DEGREES = {
    "doctorate": "Tiến sĩ",
    "master": "Thạc sĩ",
    "bachelor": "Đại học",
    "college": "Cao đẳng",
    "intermediate": "Trung cấp",
}
THEORIES = {"bachelor": "Cử nhân", "advanced": "Cao cấp", "intermediate": "Trung cấp", "elementary": "Sơ cấp"}
GRADES = {
    "senior-specialist": "CV cao cấp",
    "principal-specialist": "CV chính",
    "specialist": "Chuyên viên",
    "officer": "Cán sự",
}


def columns_of(design: Design, rng: Random) -> list[Column]:
    """The columns of a design, those that belong together side by side."""
    blocks: list[list[Column]] = [[Column("full_name", (rng.choice(("Họ và tên", "Họ tên")),), lambda p: p.name)]]
    blocks.append(_sex(design, rng))
    if design.sex != "split":
        blocks.append(
            [
                Column(
                    "birth",
                    (rng.choice(("Ngày sinh", "Ngày, tháng, năm sinh")) if design.birth != "year" else "Năm sinh",),
                    lambda p: p.born(design.birth),
                )
            ]
        )
    others = design.others | ({"number"} if design.sections.endswith("numeral") else set())
    blocks += [[OTHERS[name]] for name in sorted(others)]
    if design.sections in ("column", "merged"):
        blocks.append([Column("unit", (rng.choice(("Đơn vị", "Đơn vị công tác", "Phòng ban")),), lambda p: p.unit[-1])])
    blocks += [_party(design), *_levels(design)]
    blocks = [block for block in blocks if block]
    if design.shuffled:
        rng.shuffle(blocks)
    elif "number" in others:
        blocks.sort(key=lambda block: block[0].name != "number")
    columns = [column for block in blocks for column in block]
    if not design.grouped:
        return columns
    grouped = merged_over("THÔNG TIN CÁ NHÂN", columns, 1 + len(columns) // 2)
    # Over all columns it is no header: nothing tells it from a title.
    return (
        columns if all(len(column.path) > 1 and column.path[0] == grouped[0].path[0] for column in grouped) else grouped
    )


OTHERS = {
    "number": Column("number", ("STT",), lambda p: None),
    "staff_id": Column("staff_id", ("Số hiệu",), lambda p: p.number),
    "position": Column("position", ("Chức vụ",), lambda p: p.title),
    "ethnicity": Column("ethnicity", ("Dân tộc",), lambda p: p.ethnicity),
    "note": Column("note", ("Ghi chú",), lambda p: None),
    "hometown": Column("hometown", ("Quê quán",), lambda p: "tỉnh An Hòa"),
}


def _sex(design: Design, rng: Random) -> list[Column]:
    if design.sex == "value":
        return [
            Column(
                "sex",
                (rng.choice(("Giới tính", "Nam/Nữ", "Phái")),),
                lambda p: {"F": "Nữ", "M": "Nam"}.get(p.sex, p.sex),
            )
        ]
    if design.sex == "mark":
        return [Column("women", (rng.choice(("Nữ", "Phụ nữ")),), lambda p: "x" if p.sex == "F" else None)]
    over = "Giới tính" if design.sex == "marks" else "Năm sinh" if design.birth == "year" else "Ngày, tháng, năm sinh"

    def cell(sex: str) -> Column:
        def under(p: Member) -> str | None:
            return None if p.sex != sex else "x" if design.sex == "marks" else p.born(design.birth)

        return Column("women" if sex == "F" else "men", (over, "Nữ" if sex == "F" else "Nam"), under)

    return [cell("M"), cell("F")]


def _party(design: Design) -> list[Column]:
    admitted, official = (lambda p: p.party), (lambda p: p.official)
    if design.party == "pair":
        return [
            Column("party", ("Ngày vào Đảng", "Dự bị"), admitted),
            Column("official", ("Ngày vào Đảng", "Chính thức"), official),
        ]
    if design.party == "two":
        return [Column("party", ("Ngày vào Đảng",), admitted), Column("official", ("Ngày chính thức",), official)]
    if design.party == "mark":
        return [Column("party", ("Đảng viên",), lambda p: "x" if p.party else None)]
    return [Column("party", ("Ngày vào Đảng",), admitted)] if design.party == "date" else []


def _levels(design: Design) -> list[list[Column]]:
    """Education, theory and administration, as words or marks, perhaps under one header."""
    found: list[list[Column]] = []
    under: list[Column] = []
    several = [design.education, design.theory, design.administration].count("under") > 1
    for name, header, below, words in (
        ("education", "Trình độ chuyên môn", "Chuyên môn, nghiệp vụ", DEGREES),
        ("theory", "Lý luận chính trị", "Lý luận chính trị", THEORIES),
        ("administration", "Quản lý nhà nước", "Quản lý nhà nước", GRADES),
    ):
        how = getattr(design, name)
        if how == "value" or (how == "under" and not several):
            found.append([_worded(name, (header,), words)])
        elif how == "one-hot":
            found.append([_marked(name, code, (header, word)) for code, word in words.items()])
        elif how == "under":
            under.append(_worded(name, ("Trình độ", below), words))
    return [*found, under]


def _worded(name: str, path: tuple[str, ...], words: dict[str, str]) -> Column:
    return Column(name, path, lambda p: words.get(getattr(p, name) or ""))


def _marked(name: str, code: str, path: tuple[str, ...]) -> Column:
    return Column(f"{name}-{code}", path, lambda p: "x" if getattr(p, name) == code else None)
