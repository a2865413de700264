"""The options that several commands share, each declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from genderstats.cli import numbers
from genderstats.cli.speech import say


class Format(StrEnum):
    """The forms in which a result can be written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class Lang(StrEnum):
    """The languages in which it can be written."""

    VI = "vi"
    EN = "en"


Rosters = Annotated[
    list[str],
    typer.Argument(
        metavar="ROSTER",
        help=say(
            "Files, folders or globs: .xlsx .xlsm .xlsb .xls .ods .csv .tsv .parquet .docx; - is standard input",
            "Tệp, thư mục hoặc mẫu tên: .xlsx .xlsm .xlsb .xls .ods .csv .tsv .parquet .docx; - là đầu vào chuẩn",
        ),
        show_default=False,
    ),
]
RostersOrNone = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROSTER",
        help=say(
            "Rosters to explain it on: files, folders or globs", "Danh sách cần giải thích: tệp, thư mục hoặc mẫu tên"
        ),
        show_default=False,
    ),
]
Names = Annotated[
    bool,
    typer.Option(
        "--names",
        help=say(
            "Name the people, one line each (personal data)", "Nêu tên từng người, mỗi người một dòng (dữ liệu cá nhân)"
        ),
    ),
]
Interval = Annotated[
    bool,
    typer.Option(
        "--interval",
        help=say(
            "Add Wilson intervals (95 %): what a share would tell of a larger group; a staff list is the whole and has no sampling error",
            "Thêm khoảng Wilson (95 %): tỷ lệ nói lên điều gì về nhóm lớn hơn; danh sách cán bộ là toàn bộ, không có sai số chọn mẫu",
        ),
    ),
]
Indicators = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator",
        "-i",
        metavar="ID",
        help=say(
            "Only this indicator (repeatable); all: every one; see: genderstats indicators",
            "Chỉ tính chỉ tiêu này (lặp lại được); all: mọi chỉ tiêu; xem: genderstats indicators",
        ),
        show_default=False,
    ),
]
OwnIndicators = Annotated[
    Path | None,
    typer.Option(
        "--indicators",
        metavar="FILE.toml",
        help=say(
            "Own indicators, and own targets for those of the catalogue; without --indicator only what this file names",
            "Chỉ tiêu riêng, và mục tiêu riêng cho chỉ tiêu có sẵn; nếu không có --indicator thì chỉ tính những gì tệp này nêu",
        ),
        show_default=False,
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="DIM[,DIM]",
        help=say(
            "Break down by unit, level, role, age … or column:HEADER",
            "Phân tổ theo unit, level, role, age … hoặc column:TIÊU ĐỀ",
        ),
        show_default=False,
    ),
]
AgeBandsText = Annotated[
    str | None,
    typer.Option(
        "--age-bands",
        metavar="30,40,50,60",
        help=say("Lower bounds of the age bands", "Các mốc dưới của nhóm tuổi"),
        show_default=False,
    ),
]
Sheets = Annotated[
    list[str] | None,
    typer.Option(
        "--sheet",
        metavar="NAME",
        help=say(
            "Only this sheet (repeatable; default: every sheet that holds a roster)",
            "Chỉ đọc trang tính này (lặp lại được; mặc định: mọi trang có danh sách)",
        ),
        show_default=False,
    ),
]
HeaderRow = Annotated[
    int | None,
    typer.Option(
        "--header",
        metavar="ROW",
        parser=numbers.row,
        help=say(
            "The row where the header begins, as Excel numbers it", "Dòng bắt đầu tiêu đề, theo số dòng của Excel"
        ),
        show_default=False,
    ),
]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN",
        help=say(
            "The column of a field, by letter or header (repeatable)",
            "Cột của một trường, theo chữ cái hoặc tiêu đề (lặp lại được)",
        ),
        show_default=False,
    ),
]
ProfileFile = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        metavar="FILE.toml",
        help=say(
            "Read as inspect --save has kept; other options win over it",
            "Đọc theo profile do inspect --save lưu; tùy chọn khác được ưu tiên hơn",
        ),
        show_default=False,
    ),
]
VocabularyFile = Annotated[
    Path | None,
    typer.Option(
        "--vocabulary",
        metavar="FILE.toml",
        help=say(
            "Own header words and code words, before the built-in ones",
            "Từ riêng của tiêu đề cột và của ô, đặt trước các từ có sẵn",
        ),
        show_default=False,
    ),
]
TitlesFile = Annotated[
    Path | None,
    typer.Option(
        "--titles",
        metavar="FILE.toml",
        help=say(
            "Title rules of your own, before the built-in ones; inspect lists the titles that no rule knows",
            "Quy tắc chức danh riêng, xét trước các quy tắc có sẵn; inspect liệt kê chức danh chưa có quy tắc",
        ),
        show_default=False,
    ),
]
SaveProfile = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="FILE.toml",
        help=say(
            "Keep how the roster was understood, for --profile",
            "Lưu cách hiểu danh sách, để dùng với --profile",
        ),
        show_default=False,
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help=say(
            "Let a file be larger than is safe for files of strangers: cells=100M, size, ratio, members, memory=8G, seconds (repeatable)",
            "Cho phép tệp lớn hơn mức an toàn với tệp lạ: cells=100M, size, ratio, members, memory=8G, seconds (lặp lại được)",
        ),
        show_default=False,
    ),
]
PeriodText = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="P",
        help=say(
            "2020, 2020-S1, 2020-Q3 or 2020-06; else from the title or file name",
            "2020, 2020-S1, 2020-Q3 hoặc 2020-06; nếu không, lấy từ tiêu đề hoặc tên tệp",
        ),
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say(
            "The day the roster stands at: 2021-12-31 or 31/12/2021", "Ngày chốt danh sách: 31/12/2021 hoặc 2021-12-31"
        ),
        show_default=False,
    ),
]
Folder = Annotated[
    Path,
    typer.Option(
        "--in",
        metavar="FOLDER",
        help=say("Where the rosters stand (default: here)", "Thư mục có danh sách (mặc định: thư mục hiện tại)"),
        show_default=False,
    ),
]
Flows = Annotated[
    bool,
    typer.Option(
        "--flows",
        help=say(
            "Who stayed, came, left and moved, person by person, by sex (by level, role, unit, party, or --by)",
            "Ai ở lại, mới vào, đã ra, chuyển; đối chiếu từng người, theo giới tính (theo level, role, unit, party hoặc --by)",
        ),
    ),
]
Decompose = Annotated[
    bool,
    typer.Option(
        "--decompose",
        help=say(
            "Why each share changed: units that grew or shrank, change within them (unit or --by), and who left, came and moved",
            "Vì sao tỷ lệ thay đổi: đơn vị tăng, giảm quy mô, thay đổi trong nội bộ (unit hoặc --by), và ai ra, vào, chuyển",
        ),
    ),
]
IntervalOfChange = Annotated[
    bool,
    typer.Option(
        "--interval",
        help=say(
            "Add Newcombe intervals (95 %): what a change would tell if both lists were random samples; a staff list is the whole",
            "Thêm khoảng Newcombe (95 %): chênh lệch nói lên điều gì nếu hai danh sách là mẫu ngẫu nhiên; danh sách cán bộ là toàn bộ",
        ),
    ),
]
UnitsMapFile = Annotated[
    Path | None,
    typer.Option(
        "--units-map",
        metavar="FILE.toml",
        help=say(
            'Carry old units into new ones: [units] "old" = "new"; [[merge]] into = "new", from = ["old", …]',
            'Chuyển đơn vị cũ sang đơn vị mới: [units] "cũ" = "mới"; [[merge]] into = "mới", from = ["cũ", …]',
        ),
        show_default=False,
    ),
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help=say(
            "The store of periods (default: GENDERSTATS_STORE, else genderstats.duckdb here)",
            "Kho lưu các kỳ (mặc định: GENDERSTATS_STORE, nếu không thì genderstats.duckdb ở đây)",
        ),
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help=say("Form of the result (default: table)", "Dạng kết quả (mặc định: table)"),
        show_default=False,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("Write to a file; its suffix implies the form", "Ghi ra tệp; đuôi tệp cho biết dạng"),
        show_default=False,
    ),
]
Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotate",
        metavar="FILE",
        help=say(
            "Also write a copy of the workbook with the notices at their cells: FILE.xlsx, or .xlsm to keep macros",
            "Ghi thêm bản sao của tệp Excel có lưu ý ngay tại ô: TỆP.xlsx, hoặc .xlsm để giữ macro",
        ),
        show_default=False,
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", help=say("Language of the result", "Ngôn ngữ kết quả"), show_default=False),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help=say("Exit with code 1 when rows were rejected", "Thoát với mã 1 khi có dòng bị loại"),
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help=say("Nothing on stderr but errors", "Không in gì ra stderr ngoài lỗi"),
    ),
]
NoColor = Annotated[
    bool,
    typer.Option("--no-color", help=say("No colours (also NO_COLOR)", "Không dùng màu (hoặc NO_COLOR)")),
]
Debug = Annotated[
    bool,
    typer.Option(
        "--debug",
        help=say("Show the traceback of a defect", "Hiện dấu vết khi chương trình có lỗi"),
    ),
]
