"""Writes the reference pages beside this file, and the screens of the two READMEs, from the declarations and the program.

python docs/make_docs.py            writes every page
python docs/make_docs.py --check    writes nothing, ends with code 1 and names the pages that are not what the program says
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genderstats import compute, errors
from genderstats.cli import running
from genderstats.cli.app import app
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.dimension import AgeBands, dimensions
from genderstats.people.codes import code_list, code_lists, unknown_label
from genderstats.people.fields import fields
from genderstats.reading.ledger import KIND_TITLES, SET_ASIDE
from genderstats.reading.notices import reasons
from genderstats.reporting import figures, pages, records
from genderstats.reporting.document import Ratio, Table, shown
from genderstats.text.language import LANGUAGES, Language, Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from genderstats.analysis.observation import Observation
    from genderstats.indicators.indicator import Indicator
    from genderstats.people.fields import Field

ROOT = Path(__file__).resolve().parent.parent
#: Where the figures of the examples come from; the first on which an indicator can be computed.
SAMPLES = ("data/samples/qltt/qltt-2019.xlsx", "data/samples/gia-lai")
MADE = "<!-- Made by docs/make_docs.py from the declarations and the program; do not edit. -->"
BOTH = ("English", "Tiếng Việt")


def main(arguments: list[str]) -> int:
    """Writes the pages, or with --check only compares them; gives the exit code."""
    os.chdir(ROOT)
    made = {path: page() for path, page in PAGES.items()} | {path: _readme(path) for path in READMES}
    stale = [path for path, text in made.items() if not _same(path, text)]
    if "--check" in arguments:
        print("\n".join(f"stale: {path} (run: python docs/make_docs.py)" for path in stale) or "docs are current")
        return 1 if stale else 0
    for path in stale:
        Path(path).write_text(made[path], encoding="utf-8", newline="\n")
        print(f"written: {path}")
    return 0


def _same(path: str, text: str) -> bool:
    return Path(path).exists() and Path(path).read_text(encoding="utf-8") == text


# Markdown -------------------------------------------------------------------------------------------------------------


def _page(title: Text, intro: Text, *parts: Iterable[str]) -> str:
    lines = [MADE, "", f"# {both(title)}", "", intro.en, "", intro.vi, ""]
    return "\n".join([*lines, *(line for part in parts for line in part)]).rstrip("\n") + "\n"


def both(text: Text) -> str:
    """A short text in both languages, on one line; once where they are alike."""
    return text.en if text.en == text.vi else f"{text.en} – {text.vi}"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table, and a blank line after it."""
    listed = list(heads)
    yield _line(listed)
    yield _line("---" for _ in listed)
    yield from (_line(row) for row in rows)
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '\\|').replace(chr(10), '<br>') for cell in cells)} |"


def section(title: Text, level: int = 2) -> Iterator[str]:
    """A heading in both languages."""
    yield from (f"{'#' * level} {both(title)}", "")


def paragraph(text: Text) -> Iterator[str]:
    """A paragraph in English, then in Vietnamese."""
    yield from (text.en, "", text.vi, "")


def fenced(text: str, kind: str = "text") -> Iterator[str]:
    """A fenced block."""
    yield from (f"```{kind}", text.rstrip("\n"), "```", "")


def code(words: Iterable[str]) -> str:
    """Words as code, with commas."""
    return ", ".join(f"`{word}`" for word in words)


# Running the program --------------------------------------------------------------------------------------------------

#: The program, told that it writes to a terminal: one that has no colours is 80 columns wide.
_ON_A_TERMINAL = """
import io, sys
class Terminal(io.StringIO):
    def isatty(self): return True
sys.stdout = Terminal()
from genderstats.cli.running import run
run(sys.argv[1:])
sys.__stdout__.write(sys.stdout.getvalue())
"""


def printed(arguments: Iterable[str], language: Language, *, on_terminal: bool = False) -> str:
    """What the program prints on stdout, in a process of its own, as its language is settled when it starts."""
    settings = {"GENDERSTATS_LANG": language, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "TTY_COMPATIBLE")}
    program = ["-c", _ON_A_TERMINAL] if on_terminal else ["-m", "genderstats"]
    done = subprocess.run(
        [sys.executable, *program, *arguments],
        env=kept | settings, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False,
    )  # fmt: skip
    if not done.stdout or done.returncode not in (running.DONE, running.FOUND):
        raise SystemExit(f"genderstats {' '.join(arguments)} ended with code {done.returncode}: {done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def shortened(record: Any) -> Any:
    """A record with one item of each list, three keys of each map from names to names, and long texts cut."""
    if isinstance(record, list):
        more = [f"… {len(record) - 1} more"] if len(record) > 1 and not isinstance(record[0], int) else []
        return [shortened(item) for item in record[: 1 if more else None]] + more
    if isinstance(record, dict):
        return {
            key: _few(value) if key in ("columns", "set_aside") else shortened(value) for key, value in record.items()
        }
    return f"{record[:57]}…" if isinstance(record, str) and len(record) > 60 else record


def _few(record: dict[str, Any]) -> dict[str, Any]:
    kept = {key: shortened(value) for key, value in list(record.items())[:3]}
    return kept | ({"…": f"{len(record) - 3} more"} if len(record) > 3 else {})


#: In a README, the block of a screen stands under a comment that names the command.
_SCREEN = re.compile(r"(<!-- genderstats (?P<command>[^>\n]+) -->\n```text\n).*?(```\n)", re.DOTALL)
READMES: dict[str, Language] = {"README.md": "en", "README.vi.md": "vi"}


def _readme(path: str) -> str:
    """A README with its screens as the program prints them on a terminal of 80 columns."""
    return _SCREEN.sub(
        lambda found: found[1] + _screen(found["command"], READMES[path]) + found[3],
        Path(path).read_text(encoding="utf-8"),
    )


def _screen(command: str, language: Language) -> str:
    return f"$ genderstats {command}\n{printed(command.split(), language, on_terminal=True)}"


# docs/indicators.md ---------------------------------------------------------------------------------------------------


def indicators_page() -> str:
    """Every indicator as an official sheet, and the dimensions."""
    computed = {path: _by_indicator(compute(path).observations) for path in SAMPLES}
    return _page(
        Text("Indicators and dimensions", "Chỉ tiêu và phân tổ"),
        Text(
            "Each indicator is a table of `src/genderstats/indicators/catalogue.toml`; an id is for ever. "
            "`genderstats explain ID` prints the same words. A target marked *unverified* has no source that can be "
            "cited: it is shown and gives no verdict. The examples are computed on the invented rosters of `data/samples`.",
            "Mỗi chỉ tiêu là một bảng trong `src/genderstats/indicators/catalogue.toml`; mã chỉ tiêu không bao giờ thay đổi. "
            "`genderstats explain MÃ` in ra đúng những lời này. Mục tiêu ghi *chưa xác minh* là mục tiêu chưa có nguồn trích "
            "dẫn được: vẫn hiển thị nhưng không dùng để kết luận đạt hay chưa đạt. Các ví dụ được tính trên danh sách hư cấu "
            "ở `data/samples`.",
        ),
        table(
            ("Id – Mã", *BOTH), ([f"[{one.id}](#{one.id})", one.title.en, one.title.vi] for one in catalogue().values())
        ),
        (line for one in catalogue().values() for line in _indicator(one, computed)),
        _dimensions(),
    )


def _by_indicator(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.indicator.id, []).append(one)
    return found


def _indicator(one: Indicator, computed: Mapping[str, dict[str, list[Observation]]]) -> Iterator[str]:
    yield from (f"## {one.id}", "")
    (sheet,) = (part for part in pages.definitions([one]).parts if isinstance(part, Table))
    rows = [[*(cell.value for cell in row.cells)] for row in sheet.rows]
    words = [(Text("Title", "Tên"), one.title), *((row[0], row[1]) for row in rows)]
    if one.across:
        words.append(
            (
                Text("Always broken down by", "Luôn phân tổ theo"),
                _listed(dimensions()[name].title for name in one.across),
            )
        )
    if one.of:
        words.append((Text("Made of", "Tính từ"), _listed(catalogue()[name].title for name in one.of)))
    words.append((Text("Example", "Ví dụ"), _example(one, computed)))
    yield from table(
        ("", *BOTH),
        (
            [both(name), words["en"], words["vi"]]
            for name, words in words
            if isinstance(name, Text) and isinstance(words, Text)
        ),
    )
    path = next((path for path in SAMPLES if _told(computed[path][one.id])), SAMPLES[0])
    yield from fenced(f"genderstats compute {path} --indicator {one.id}", "sh")


def _listed(texts: Iterable[Text]) -> Text:
    listed = list(texts)
    return Text(*(", ".join(text[language] for text in listed) for language in LANGUAGES))


def _told(found: Iterable[Observation]) -> Observation | None:
    return next((one for one in found if one.computable), None)


def _example(one: Indicator, computed: Mapping[str, dict[str, list[Observation]]]) -> Text:
    told = next((found for path in SAMPLES if (found := _told(computed[path][one.id]))), None)
    shown_one = told or computed[SAMPLES[0]][one.id][0]
    return Text(*("; ".join(_parts(shown_one, language)) for language in LANGUAGES))


def _parts(one: Observation, language: Language) -> Iterator[str]:
    """A figure as it is printed: its group, its counts, its value, its targets, what is said beside it."""
    value = shown(figures.value_of(one), language)
    counted = one.numerator is not None and one.denominator is not None
    ratio = f"{shown(Ratio(one.numerator or 0, one.denominator or 0), language)} = " if counted else ""
    group = f"{figures.group_label(one.by)[language]}: " if one.by else ""
    if one.computable:
        yield f"{group}{ratio}{value}"
    yield from (remark[language] for remark in figures.remarks(one))


def _dimensions() -> Iterator[str]:
    yield from section(Text("Dimensions", "Phân tổ"))
    yield from paragraph(
        Text(
            "What `--by` takes, one or several with commas, and what populations are described by. `column:HEADER` takes any other "
            "column of the sheet as it stands. `_U`, not known, belongs to each; it is shown and never left out.",
            "Những gì `--by` nhận, một hoặc nhiều, cách nhau bằng dấu phẩy; cũng dùng để mô tả đối tượng tính. `column:TIÊU ĐỀ` nhận "
            "bất kỳ cột nào khác của trang tính theo nguyên văn. `_U`, không rõ, thuộc mọi phân tổ; luôn được hiển thị, không bao giờ bị bỏ.",
        )
    )
    bands = " ".join(AgeBands().labels)
    rows = (
        [
            f"`{one.id}`",
            one.title.en,
            one.title.vi,
            code(one.needs),
            code(one.code_list)
            if one.code_list
            else (f"`{bands}`" if one.kind == "age" else "as written – nguyên văn"),
        ]
        for one in dimensions().values()
    )
    yield from table(("Id – Mã", *BOTH, "Needs one of – Cần một trong các trường", "Codes – Mã"), rows)
    for name in dict.fromkeys(one.codes for one in dimensions().values() if one.codes):
        listed = code_list(name)
        yield from section(listed.title, 3)
        yield from (f"Source – Nguồn: {listed.source}", "")
        labels = [*((code_, listed.label(code_)) for code_ in listed), ("_U", unknown_label())]
        yield from table(("Code – Mã", *BOTH), ([f"`{code_}`", label.en, label.vi] for code_, label in labels))


# docs/fields.md -------------------------------------------------------------------------------------------------------

KINDS = {
    "code": Text("a value of a code list", "giá trị trong danh mục"),
    "date": Text("a day, a month or a year", "ngày, tháng hoặc năm"),
    "mark": Text("yes or no", "có hoặc không"),
    "number": Text("a number, decimal comma or point", "số, dấu phẩy hoặc dấu chấm thập phân"),
    "text": Text("as written", "nguyên văn"),
}
PERSONAL = Text("personal: never written to a figure", "dữ liệu cá nhân: không bao giờ ghi vào số liệu")
OTHER_WORDS = {
    "rows": {
        "total": Text("First words of a total row", "Chữ đầu của dòng cộng"),
        "signature": Text("First words of a signature row", "Chữ đầu của dòng ký tên"),
        "note": Text("First words of a footnote", "Chữ đầu của dòng chú thích"),
        "missing": Text("A cell that says nothing", "Ô coi như trống"),
        "missing_days": Text("A day that stands for none", "Ngày dùng thay cho ô trống"),
        "marks": Text("A mark, and its opposite", "Dấu đánh, và dấu ngược lại"),
        "left": Text("A status or note of somebody who has left", "Tình trạng, ghi chú của người không còn công tác"),
    },
    "columns": {
        "number": Text("Columns of row numbers, dropped", "Cột số thứ tự, bỏ qua"),
        "personal": Text("Columns of personal data, not read", "Cột dữ liệu cá nhân, không đọc"),
        "relatives": Text("Headers over columns about somebody else", "Tiêu đề trên các cột nói về người khác"),
    },
}


def fields_page() -> str:
    """Every field, its header words, and the words its cells may hold."""
    return _page(
        Text("Fields, header words and code words", "Các trường, tiêu đề cột và từ trong ô"),
        Text(
            "Each field is a table of `src/genderstats/vocabulary/fields.toml`, each code list one of `codes.toml`. Words are matched without "
            "regard to case, punctuation, line breaks or tone placement (`Uỷ`, `Ủy`), always as a whole. The first listed header word wins where "
            "two columns carry one field. `genderstats inspect` shows what each column of a sheet was read as.",
            "Mỗi trường là một bảng trong `src/genderstats/vocabulary/fields.toml`, mỗi danh mục là một bảng trong `codes.toml`. Khi so khớp không "
            "phân biệt chữ hoa, dấu câu, xuống dòng hay cách đặt dấu thanh (`Uỷ`, `Ủy`), nhưng luôn khớp trọn cụm từ. Khi hai cột cùng là một trường "
            "thì tiêu đề xếp trước trong danh sách được dùng. `genderstats inspect` cho biết mỗi cột của trang tính được hiểu là gì.",
        ),
        table(
            ("Field – Trường", *BOTH),
            ([f"[{one.id}](#{one.id})", one.title.en, one.title.vi] for one in fields().values()),
        ),
        (line for one in fields().values() for line in _field(one)),
        _other_words(),
    )


def _field(one: Field) -> Iterator[str]:
    yield from (f"## {one.id}", "")
    personal = f"; {both(PERSONAL)}" if one.personal else ""
    rows = [
        ("Title – Tên", both(one.title)),
        ("Kind – Loại", f"{one.kind}: {both(KINDS[one.kind])}{personal}"),
        ("Header words – Tiêu đề cột", code(one.words)),
        *((f"Name part {part} – Phần họ tên", code(listed)) for part, listed in one.parts.items()),
        *(
            (f"A mark under these means {both(code_list(one.id).label(code_))} – Dấu ở cột này nghĩa là", code(listed))
            for code_, listed in one.flags.items()
        ),
    ]
    if one.split:
        rows.append(("Over two columns Nam, Nữ – Trên hai cột Nam, Nữ", code(one.split)))
    yield from table(("", ""), rows)
    if one.kind == "code" and one.id in code_lists():
        listed = code_list(one.id)
        how = (
            Text("the highest code whose word stands in the cell", "mã cao nhất có từ xuất hiện trong ô")
            if listed.highest
            else Text("the whole cell is one of the words", "cả ô là một trong các từ")
        )
        yield from (f"Code words – Từ trong ô ({both(how)}). Source – Nguồn: {listed.source}", "")
        yield from table(
            ("Code – Mã", *BOTH, "Words – Từ"),
            (
                [f"`{code_}`", listed.label(code_).en, listed.label(code_).vi, code(listed.words[code_])]
                for code_ in listed
            ),
        )
        if listed.pending:
            yield from (f"Not held yet – Chưa có: {code(listed.pending)}", "")


def _other_words() -> Iterator[str]:
    yield from section(Text("Other words", "Các từ khác"))
    for name, titles in OTHER_WORDS.items():
        yield from (f"`src/genderstats/vocabulary/{name}.toml`", "")
        declared = load(name)
        rows = (
            [
                f"`{key}`",
                both(titles[key]),
                "; ".join(code(word for word in listed if word) for listed in entry.values()),
            ]
            for key, entry in declared.items()
        )
        yield from table(("Table – Bảng", "What – Là gì", "Words – Từ"), rows)


# docs/notices.md ------------------------------------------------------------------------------------------------------

SEVERITIES = {
    "error": Text(
        "somebody should mend the roster; `check` ends with code 1", "cần sửa danh sách; `check` kết thúc với mã 1"
    ),
    "warning": Text("somebody should look", "nên xem lại"),
    "note": Text("nothing to do", "không cần làm gì"),
}
ROWS = {
    "person": Text("a row that names somebody and says something of them, or says their sex or birth and one more thing", "dòng nêu tên một người và cho biết thêm về người đó, hoặc cho biết giới tính hay ngày sinh cùng một điều khác"),
    "rejected": Text("a row with text that is none of the others; not counted, and told", "dòng có dữ liệu nhưng không thuộc loại nào khác; không được tính và được báo"),
    "title": Text("rows above the header, or a line above a header that comes again", "các dòng trên tiêu đề, hoặc dòng ngay trên tiêu đề lặp lại"),
    "column-numbers": Text("1, 2, 3 … under the header", "1, 2, 3 … dưới tiêu đề"),
    "repeated-header": Text("the header again, as on each printed page", "tiêu đề lặp lại, như ở mỗi trang in"),
    "section": Text("a row of one or two cells; it names the unit where no column does", "dòng chỉ có một hoặc hai ô; là tên đơn vị khi không có cột đơn vị"),
    "total": Text("a row that adds up; compared with the people read", "dòng cộng; được so với số người đã đọc"),
    "note": Text("a footnote", "dòng chú thích"),
    "signature": Text("place and date, titles and names of those who sign", "địa danh, ngày tháng, chức danh và họ tên người ký"),
    "blank": Text("nothing in it", "không có gì"),
}  # fmt: skip


def notices_page() -> str:
    """Every reason of a notice, the kinds of rows, and the errors."""
    return _page(
        Text("Notices, rows and errors", "Lưu ý, các loại dòng và lỗi"),
        Text(
            "What is wrong with a roster is never an exception: it is a notice with an address, such as `roster.xlsx › DS › C14`. "
            "Each reason is a table of `src/genderstats/vocabulary/notices.toml`; its id is for ever.",
            "Sai sót trong danh sách không bao giờ làm chương trình dừng: mỗi sai sót là một lưu ý có vị trí, như `roster.xlsx › DS › C14`. "
            "Mỗi loại lưu ý là một bảng trong `src/genderstats/vocabulary/notices.toml`; mã của nó không bao giờ thay đổi.",
        ),
        section(Text("What was done", "Đã xử lý thế nào")),
        table(("Outcome – Xử lý", *BOTH), ([f"`{name}`", text.en, text.vi] for name, text in pages.OUTCOMES.items())),
        section(Text("How much it matters", "Mức độ")),
        table(("Severity – Mức độ", *BOTH), ([f"`{name}`", text.en, text.vi] for name, text in SEVERITIES.items())),
        section(Text("Reasons", "Các loại lưu ý")),
        _reasons(),
        section(Text("Rows", "Các loại dòng")),
        _rows(),
        section(Text("Errors", "Lỗi")),
        _errors(),
    )


def _reasons() -> Iterator[str]:
    for one in reasons().values():
        done = pages.OUTCOMES[one.outcome]
        yield from (f"### {one.id}", "", f"`{one.outcome}` ({both(done)}) · `{one.severity}`", "")
        rows = (
            (Text("What", "Nội dung"), one.title),
            (Text("Message", "Thông báo"), one.message),
            (Text("What to do", "Cần làm"), one.advice),
        )
        yield from table(("", *BOTH), ([both(name), text.en, text.vi] for name, text in rows))


def _rows() -> Iterator[str]:
    yield from paragraph(
        Text(
            "Every row of a sheet is counted once in its ledger: rows = people + rejected + set aside. Only the header itself is counted nowhere. "
            "`genderstats inspect` lists the rows of each kind by number.",
            "Mỗi dòng của trang tính được tính đúng một lần: số dòng = số người + bị loại + để riêng. Chỉ riêng dòng tiêu đề không được tính. "
            "`genderstats inspect` liệt kê số dòng của từng loại.",
        )
    )
    names = {
        "person": Text("people", "người"),
        "rejected": Text("rejected", "bị loại"),
        **{kind: KIND_TITLES[kind] for kind in SET_ASIDE},
    }
    yield from table(
        ("Kind – Loại", "Named – Tên gọi", *BOTH),
        ([f"`{kind}`", both(name), ROWS[kind].en, ROWS[kind].vi] for kind, name in names.items()),
    )


def _errors() -> Iterator[str]:
    yield from paragraph(
        Text(
            f"What cannot be done ends the command with code {running.NOT_DONE} and one message on stderr, without a traceback. In Python each is a class of "
            "`genderstats.errors`, under `InputError` (a file) or `RequestError` (an option). Words in braces are filled in.",
            f"Việc không làm được kết thúc lệnh với mã {running.NOT_DONE} và một thông báo ra stderr, không kèm dấu vết lỗi. Trong Python, mỗi lỗi là một lớp của "
            "`genderstats.errors`, thuộc `InputError` (tệp) hoặc `RequestError` (tùy chọn). Chữ trong ngoặc nhọn được điền khi báo lỗi.",
        )
    )
    for kind in (errors.InputError, errors.RequestError):
        yield from (f"### {kind.__name__}", "", str(kind.__doc__).splitlines()[0], "")
        yield from table(
            ("Error – Lỗi", *BOTH), ([f"`{one.__name__}`", one.en, one.vi] for one in kind.__subclasses__())
        )


# docs/cli.md ----------------------------------------------------------------------------------------------------------

EXIT_CODES = {
    running.DONE: Text("done", "đã xong"),
    running.FOUND: Text(
        "done, and something was found: `check` met errors; with `--strict`, rows were rejected",
        "đã xong và có điều cần xem: `check` gặp lỗi; với `--strict`, có dòng bị loại",
    ),
    running.NOT_DONE: Text(
        "could not be done: usage, a file that is missing or cannot be read, an unknown name; one clear message, nothing written",
        "không làm được: sai cú pháp, thiếu tệp hoặc không đọc được tệp, tên không tồn tại; có thông báo rõ, không ghi gì",
    ),
    running.DEFECT: Text(
        "a defect of the program; `--debug` shows the traceback", "lỗi của chương trình; `--debug` hiện dấu vết lỗi"
    ),
    running.INTERRUPTED: Text("interrupted with Ctrl+C", "bị dừng bằng Ctrl+C"),
}
ENVIRONMENT = {
    "GENDERSTATS_LANG": Text(
        "`vi` or `en`, where `--lang` is not given; else the locale, else English",
        "`vi` hoặc `en`, khi không có `--lang`; nếu không thì theo máy, sau cùng là tiếng Anh",
    ),
    "NO_COLOR": Text("no colours, as `--no-color`", "không dùng màu, như `--no-color`"),
}
KEYS = {
    "women, men, unknown": Text("the people of the indicator's population by sex; for a rate, everybody asked", "số người thuộc diện tính theo giới tính; với tỷ lệ trong nữ là mọi người được xét"),
    "numerator, denominator": Text("what is divided: for a share, women and women + men", "tử số và mẫu số: với tỷ lệ nữ là số nữ và số nữ + nam"),
    "value": Text("0…1, unrounded; for a gap, a difference of two shares; null where it cannot be computed", "0…1, chưa làm tròn; với khoảng cách là hiệu hai tỷ lệ; null khi không tính được"),
    "bounds": Text("the least and the most that the value can be, whatever the unknown are", "giá trị nhỏ nhất và lớn nhất có thể có, tùy các trường hợp chưa rõ"),
    "status, reason": Text(f"`ok`, or `not-computable` with one of {code(figures.REASONS)}", f"`ok`, hoặc `not-computable` kèm một trong {code(figures.REASONS)}"),
    "targets": Text("each target of the indicator: met or not, and how many of the base would have to be women; both null where it is unverified", "từng mục tiêu: đạt hay chưa, và cần thêm bao nhiêu nữ trong mẫu số; cả hai là null khi mục tiêu chưa xác minh"),
    "undetermined": Text("people of whom it is not known whether they belong to the population", "số người chưa rõ có thuộc diện tính hay không"),
    "uncovered": Text("people on lists without the column that is needed", "số người thuộc danh sách không có cột cần thiết"),
    "men_numerator, men_denominator": Text("the same rate or structure among men", "tỷ lệ hoặc cơ cấu tương ứng của nam"),
}  # fmt: skip
JSON_EXAMPLES = (
    "compute data/samples/hckt/hckt-2016.xlsx --indicator women-share-leaders --format json --quiet",
    "compare 2018 2019 --in data/samples/qltt --indicator women-share-leaders --format json --quiet",
    "check data/samples/hckt/hckt-2016.xlsx --format json --quiet",
    "inspect data/samples/cnqp/cnqp-2022.xlsx --format json --quiet",
    "indicators women-share-party-committee --format json",
)


def cli_page() -> str:
    """The help of every command, exit codes, formats, and the shapes that machines read."""
    return _page(
        Text("The command line", "Dòng lệnh"),
        Text(
            "Results go to stdout, everything else to stderr. Nothing touches the network. A result that is piped is never cut: without a terminal "
            "a table is as wide as it needs to be. With `--output` an existing file is replaced only when the new one is whole.",
            "Kết quả ghi ra stdout, mọi thứ khác ra stderr. Không có gì đi qua mạng. Kết quả chuyển qua đường ống không bao giờ bị cắt: khi không có "
            "màn hình, bảng rộng đúng như cần thiết. Với `--output`, tệp đã có chỉ bị thay khi tệp mới đã ghi xong trọn vẹn.",
        ),
        section(Text("Exit codes", "Mã kết thúc")),
        table(("Code – Mã", *BOTH), ([str(number), text.en, text.vi] for number, text in EXIT_CODES.items())),
        section(Text("Environment", "Biến môi trường")),
        table(("", *BOTH), ([f"`{name}`", text.en, text.vi] for name, text in ENVIRONMENT.items())),
        section(Text("Commands", "Các lệnh")),
        _helps(),
        section(Text("What machines read", "Dạng cho máy đọc")),
        _machines(),
    )


def _helps() -> Iterator[str]:
    names = [str(command.name) for command in app.registered_commands]
    for name in ("", *names):
        yield from (f"### genderstats {name}".rstrip(), "")
        for language in LANGUAGES:
            yield from fenced(printed([*filter(None, [name]), "--help"], language))


def _machines() -> Iterator[str]:
    yield from paragraph(
        Text(
            "Keys and codes are never translated; messages and titles follow `--lang`. A shape changes by additions only, and its name (`genderstats.compute/1`) "
            "changes when it does not. The examples are real and shortened: where a list goes on, `… n more` stands for the rest.",
            "Khóa và mã không bao giờ được dịch; thông báo và tên gọi theo `--lang`. Cấu trúc chỉ được bổ sung; nếu thay đổi khác đi thì tên của nó "
            "(`genderstats.compute/1`) cũng đổi. Các ví dụ là kết quả thật đã rút gọn: `… n more` thay cho phần còn lại của danh sách.",
        )
    )
    yield from table(("Key – Khóa", *BOTH), ([code(keys.split(", ")), text.en, text.vi] for keys, text in KEYS.items()))
    for command in JSON_EXAMPLES:
        yield from (f"### {command.split()[0]} --format json", "", f"`genderstats {command}`", "")
        yield from fenced(
            json.dumps(shortened(json.loads(printed(command.split(), "en"))), ensure_ascii=False, indent=2), "json"
        )
    yield from section(Text("CSV", "CSV"), 3)
    yield from paragraph(
        Text(
            "One observation, change or notice a row, UTF-8 with a byte-order mark, so that Excel opens it as it is. A text that a spreadsheet would run as a formula "
            "begins with an apostrophe; numbers stay numbers. The columns:",
            "Mỗi dòng một số liệu, một thay đổi hoặc một lưu ý; mã hóa UTF-8 có BOM để Excel mở đúng. Văn bản mà bảng tính có thể chạy như công thức "
            "được thêm dấu nháy đơn ở đầu; số vẫn là số. Các cột:",
        )
    )
    shapes: Mapping[str, tuple[str, ...]] = {
        "compute": records.COLUMNS,
        "compare": records.CHANGE_COLUMNS,
        "check": records.NOTICE_COLUMNS,
    }
    yield from table(
        ("Command – Lệnh", "Columns – Các cột"), ([f"`{name}`", code(columns)] for name, columns in shapes.items())
    )


PAGES: dict[str, Callable[[], str]] = {
    "docs/indicators.md": indicators_page,
    "docs/fields.md": fields_page,
    "docs/notices.md": notices_page,
    "docs/cli.md": cli_page,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
