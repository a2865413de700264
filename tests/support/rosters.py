"""Rosters for the laws of figures: people with cells in all their dirt, under one plain header, between rows that are no people.

How a roster is laid out is the business of `support.grammar`; here the layout is the plainest, so that any column may be moved
or left out and any row added.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from support.sheets import Grid

#: Field to header; every roster has the first three, in any order of columns.
HEADERS = {
    "full_name": "Họ và tên",
    "sex": "Giới tính",
    "birth_date": "Ngày sinh",
    "number": "STT",
    "unit": "Đơn vị",
    "position": "Chức vụ",
    "ethnicity": "Dân tộc",
    "party": "Ngày vào Đảng",
    "education": "Trình độ chuyên môn",
    "political_theory": "Lý luận chính trị",
    "hire_date": "Ngày tuyển dụng",
    "party_position": "Chức vụ Đảng",
    "planned": "Quy hoạch",
    "training": "Đào tạo, bồi dưỡng",
    "training_date": "Ngày đào tạo, bồi dưỡng",
    "award": "Khen thưởng",
    "award_date": "Ngày khen thưởng",
    "appointment_date": "Ngày bổ nhiệm",
    "reappointment_date": "Ngày bổ nhiệm lại",
    "rotation_date": "Ngày luân chuyển, điều động",
    "rank": "Quân hàm",
    "grade": "Ngạch",
    "languages": "Ngoại ngữ",
    "it_skills": "Tin học",
    "administration_level": "Quản lý nhà nước",
    "academic_title": "Học hàm",
    "salary": "Hệ số lương",
    "contract": "Loại hợp đồng",
}
ALWAYS = ("full_name", "sex", "birth_date")

NAMES = ("Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Thu Hà ", "H’Bia Niê", "Phạm\u00a0Quốc  Việt", "Đỗ Mạnh Cường")
WOMEN, MEN, SEXLESS = ("Nữ", "nữ", "NỮ ", "Nu", "F"), ("Nam", "nam", "NAM", " Nam", "M"), ("", "-", "?")
DATES = ("8/3/1975", "01/12/1980", "5/1970", "1968", "1990-06-30", "29/2/1992", "")
UNITS = ("Phòng Tổ chức", "Cục Quản lý thị trường tỉnh An", "Văn phòng", "Đội 1", "UBND huyện Đak Pơ", "Bộ Nội vụ", "")
POSITIONS = (
    "Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Cục trưởng", "Phó Cục trưởng; Bí thư Chi bộ", "Người gác cổng trời",
    "Bí thư Đoàn", "Phó Chủ tịch UBND huyện", "Chủ tịch UBND huyện Đak Pơ", "Thứ trưởng", "Bộ trưởng Bộ Nội vụ", "Quyền Cục trưởng",
    "Đại biểu Quốc hội; Chủ tịch HĐND tỉnh An", "Đại biểu HĐND huyện Đak Pơ", "Trưởng phòng Tổ chức kiêm Trưởng phòng Thanh tra",
    "",
)  # fmt: skip
ETHNICITIES = ("Kinh", "Tày", "Gia Rai", "HMông", "")
EDUCATIONS = ("Thạc sĩ", "Đại học", "Tiến sĩ", "BS CKII", "Cao đẳng", "")
THEORIES = ("Cao cấp", "Trung cấp", "Cử nhân", "Sơ cấp", "")
PARTY = ("3/2/2005", "2019", "15/6/2020", "Không", "x", "31/12/2020")
HIRES = ("1/1/2020", "31/12/2020", "2010", "7/2020", "")
PARTY_POSITIONS = (
    "Đảng ủy viên", "Bí thư Chi bộ", "Phó Bí thư Đảng ủy; Bí thư Chi bộ", "Ủy viên Ban Thường vụ Đảng ủy Cục An", "Bí thư Huyện ủy Đak Pơ",
    "x", "Tổ ABC", "Không", "",
)  # fmt: skip
PLANNED = ("Phó Trưởng phòng", "Trưởng phòng; Phó Cục trưởng", "Không", "")
TRAINING = ("Cao cấp lý luận chính trị", "QLNN ngạch chuyên viên; Tiếng Anh", "Lãnh đạo cấp phòng", "Không", "")
AWARDS = ("Bằng khen; Giấy khen", "Lao động tiên tiến", "Không", "")
EVENTS = ("1/1/2020", "31/12/2020", "2019", "7/2020", "2020", "")
RANKS = ("Đại tá", "Thiếu tá QNCN", "Trung úy", "Thượng sĩ", "CNVQP", "4//", "Chuẩn úy", "")
GRADES = ("01.003", "Chuyên viên chính", "CHUYÊN VIÊN CHÍNH", "V.07.02.25", "Cán sự", "")
LANGUAGES = ("Đại học tiếng Anh", "B1", "Không", "Tiếng Anh", "")
IT = ("Chứng chỉ A", "Kỹ sư CNTT", "Không", "")
ADMINISTRATION = ("CVCC", "Chuyên viên chính", "CV", "Cán sự", "")
ACADEMIC = ("GS", "PGS", "Không", "TS", "")
SALARIES = ("2,34", "3.66", "4,98", "0", "")
CONTRACTS = ("Biên chế", "Hợp đồng 111", "Tập sự", "")

SECTIONS = ("I. PHÒNG TỔ CHỨC", "Phòng Hành chính - Quản trị", "B. Khối Đảng, đoàn thể", "1. Ban Giám đốc")
TITLES = (
    "TỔNG CỤC THI HÀNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2020",
    "(Tính đến ngày 31/12/2020)", "Kèm theo Công văn số 12/CV-TCCB",
)  # fmt: skip
SIGNATURES = ("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "Nguyễn Thị Lan", "THỦ TRƯỞNG ĐƠN VỊ")

Person = dict[str, str]


@dataclass(frozen=True)
class Row:
    """One row under the header: what kind it is, and a person's cells or the one text it holds and where."""

    kind: str
    person: Person = field(default_factory=dict)
    text: str = ""
    place: int = 0


@dataclass(frozen=True)
class Plan:
    """A roster before it is written."""

    titles: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def people(self) -> list[Person]:
        return [row.person for row in self.rows if row.kind == "person"]

    def sexes(self) -> tuple[int, int, int]:
        """Women, men, not known."""
        said = [person["sex"] for person in self.people]
        women, men = sum(one in WOMEN for one in said), sum(one in MEN for one in said)
        return women, men, len(said) - women - men

    def kinds(self) -> dict[str, int]:
        """How many rows of each kind but the header."""
        kinds = ["title"] * len(self.titles) + [row.kind for row in self.rows]
        return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}

    def grid(self) -> Grid:
        width = len(self.columns)
        head = [HEADERS[column] for column in self.columns]
        titles = [[title, *[""] * (width - 1)] for title in self.titles]
        return [*titles, head, *(self._cells(row, head) for row in self.rows)]

    def _cells(self, row: Row, head: list[str]) -> list[str]:
        if row.kind == "repeated-header":
            return head
        if row.kind in ("person", "rejected"):
            return [row.person.get(column, "") for column in self.columns]
        cells = [""] * len(head)
        cells[row.place % len(head)] = row.text
        return cells

    def named(self, also: str) -> Plan:
        """The same roster of other people, whose names end so."""
        renamed = [replace(row, person=called(row.person, also)) if row.person else row for row in self.rows]
        return replace(self, rows=tuple(renamed))

    def only(self, people: list[Person]) -> Plan:
        """These people under the same header, and nothing else."""
        return Plan((), self.columns, tuple(Row("person", person) for person in people))


def called(person: Person, also: str) -> Person:
    """The person with a longer name."""
    return person | {"full_name": f"{person['full_name']} {also}"} if "full_name" in person else person


def _written(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([name, unicodedata.normalize("NFD", name), name.upper()])


def people(women: bool = True) -> st.SearchStrategy[Person]:
    """A person's cells; somebody always has a number or a birth date, so that the row is surely a person."""
    sexes = (*WOMEN, *MEN, *SEXLESS) if women else (*MEN, *SEXLESS)
    return st.fixed_dictionaries(
        {
            "full_name": st.sampled_from(NAMES).flatmap(_written),
            "sex": st.sampled_from(sexes),
            "birth_date": st.sampled_from(DATES),
            "unit": st.sampled_from(UNITS),
            "position": st.sampled_from(POSITIONS),
            "ethnicity": st.sampled_from(ETHNICITIES),
            "party": st.sampled_from(PARTY),
            "education": st.sampled_from(EDUCATIONS),
            "political_theory": st.sampled_from(THEORIES),
            "hire_date": st.sampled_from(HIRES),
            "party_position": st.sampled_from(PARTY_POSITIONS),
            "planned": st.sampled_from(PLANNED),
            "training": st.sampled_from(TRAINING),
            "training_date": st.sampled_from(EVENTS),
            "award": st.sampled_from(AWARDS),
            "award_date": st.sampled_from(EVENTS),
            "appointment_date": st.sampled_from(EVENTS),
            "reappointment_date": st.sampled_from(EVENTS),
            "rotation_date": st.sampled_from(EVENTS),
            "rank": st.sampled_from(RANKS),
            "grade": st.sampled_from(GRADES),
            "languages": st.sampled_from(LANGUAGES),
            "it_skills": st.sampled_from(IT),
            "administration_level": st.sampled_from(ADMINISTRATION),
            "academic_title": st.sampled_from(ACADEMIC),
            "salary": st.sampled_from(SALARIES),
            "contract": st.sampled_from(CONTRACTS),
        }
    )


#: Somebody of whom everything is told: beside her a blank in a column of dates or marks says "none" in every part of a roster.
FILLED: Person = {
    "full_name": "Vũ Hải Yến", "sex": "Nữ", "birth_date": "8/3/1975", "number": "900", "unit": "Phòng Tổ chức", "position": "Trưởng phòng",
    "ethnicity": "Tày", "party": "3/2/2005", "education": "Thạc sĩ", "political_theory": "Cao cấp", "hire_date": "1/1/2020",
    "party_position": "Đảng ủy viên", "planned": "Phó Cục trưởng", "training": "Lãnh đạo cấp phòng", "training_date": "7/2020",
    "award": "Giấy khen", "award_date": "7/2020", "appointment_date": "7/2020", "reappointment_date": "7/2020", "rotation_date": "7/2020",
    "rank": "Đại tá", "grade": "01.003", "languages": "B1", "it_skills": "Chứng chỉ A", "administration_level": "CV",
    "academic_title": "PGS", "salary": "4,98", "contract": "Biên chế",
}  # fmt: skip

STRAY: Person = {"unit": "Văn phòng", "position": "Chuyên viên", "ethnicity": "Kinh", "education": "Đại học"}


def _rows() -> st.SearchStrategy[Row]:
    place = st.integers(0, 20)
    return st.one_of(
        people().map(lambda cells: Row("person", cells)),
        people().map(lambda cells: Row("person", cells)),
        people().map(lambda cells: Row("person", cells)),
        st.builds(Row, st.just("section"), text=st.sampled_from(SECTIONS), place=place),
        st.builds(
            Row, st.just("total"), text=st.sampled_from(["Tổng cộng", "Cộng: 7", "Tổng số: 12 người"]), place=place
        ),
        st.just(Row("blank")),
        st.just(Row("repeated-header")),
        st.just(Row("rejected", STRAY)),
    )


@st.composite
def plans(draw: st.DrawFn, wide: bool = False) -> Plan:
    """A roster; a wide one has every column."""
    optional = [name for name in HEADERS if name not in ALWAYS]
    chosen = optional if wide else draw(st.lists(st.sampled_from(optional), unique=True))
    columns = tuple(draw(st.permutations([*ALWAYS, *chosen])))
    titles = tuple(draw(st.lists(st.sampled_from(TITLES), max_size=4)))
    middle = [*draw(st.lists(_rows(), max_size=25)), Row("person", draw(people()))]
    signed = draw(st.booleans())
    place = draw(st.integers(0, 20))
    end = [Row("signature", text=text, place=place) for text in SIGNATURES] if signed else []
    return Plan(titles, columns, tuple(_settled([*middle, *end], columns)))


def _settled(rows: list[Row], columns: tuple[str, ...]) -> list[Row]:
    """The rows with people named apart, and numbered or born on a day.

    Section texts are titles where a header follows, and no stray row is too short.
    """
    strays = sum(column in STRAY for column in columns) > 2
    kept = [row for row in rows if row.kind != "rejected" or strays]
    number = 0
    settled: list[Row] = []
    for row in kept:
        if row.kind == "person":
            number += 1
            cells = row.person | {"number": str(number), "full_name": f"{row.person['full_name']} {number}"}
            if "number" not in columns and not cells["birth_date"]:
                cells["birth_date"] = "1970"
            settled.append(replace(row, person={name: cells[name] for name in columns}))
        else:
            settled.append(row)
    for at in range(len(settled) - 1, 0, -1):
        if settled[at].kind == "repeated-header":
            _retitle(settled, at - 1)
    return settled


def _retitle(rows: list[Row], at: int) -> None:
    """Sections straight above a repeated header are titles of the table that begins there."""
    while at >= 0 and rows[at].kind in ("section", "blank", "title"):
        if rows[at].kind == "section":
            rows[at] = replace(rows[at], kind="title")
        at -= 1
