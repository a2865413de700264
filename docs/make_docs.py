"""Writes the reference pages beside this file, and the screens of the two READMEs, from the declarations and the program.

python docs/make_docs.py            writes what has changed
python docs/make_docs.py --check    writes nothing, ends with code 1 and names the pages that are not what the program says
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from genderstats import compute, errors, read_roster
from genderstats.cli import running
from genderstats.cli.app import app
from genderstats.indicators.catalogue import catalogue
from genderstats.indicators.dimension import AgeBands, dimensions
from genderstats.indicators.form import IndicatorForm
from genderstats.people.codes import RULES, code_list, code_lists, unknown_label
from genderstats.people.fields import fields
from genderstats.reading.ledger import KIND_TITLES, SET_ASIDE
from genderstats.reading.notices import reasons
from genderstats.reading.profile import NOTHING_SAID
from genderstats.reporting import changes, explanation, figures, foretold, judged, kept, pages, records, remarks
from genderstats.reporting.document import Ratio, Table, shown
from genderstats.text.language import LANGUAGES, Language, Text
from genderstats.vocabulary.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from genderstats.analysis.observation import Observation
    from genderstats.indicators.indicator import Indicator
    from genderstats.people.fields import Field

    Lines = Iterator[str]
    #: The observations of each sample by indicator.
    Samples = dict[str, dict[str, list[Observation]]]

ROOT = Path(__file__).resolve().parent.parent
WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
MADE = "<!-- Made by docs/make_docs.py from the declarations and the program; do not edit. -->"
BOTH = ("English", "Tiếng Việt")
#: Where the figures of the examples come from: the first on which an indicator can be computed.
SAMPLES = ("data/samples/qltt/qltt-2019.xlsx", "data/samples/gia-lai", "data/samples/cand/cand-2020.xlsx")
READMES: dict[str, Language] = {"README.md": "en", "README.vi.md": "vi"}
SCORECARD_EXAMPLE = "data/samples/scorecard.toml"
OWN_EXAMPLE = "party-rate"
PROFILE_EXAMPLE = "data/samples/gia-lai/xa-yang-bac-2016.csv"
JSON_EXAMPLES = (
    "compute data/samples/hckt/hckt-2016.xlsx --indicator women-share-leaders --format json --quiet",
    "compare 2018 2019 --in data/samples/qltt --indicator women-share-leaders --format json --quiet",
    (
        "compare 2018 2019 --in data/samples/qltt --indicator women-share-leaders --flows --decompose "
        "--format json --quiet"
    ),
    "check data/samples/hckt/hckt-2016.xlsx --format json --quiet",
    "inspect data/samples/cnqp/cnqp-2022.xlsx --format json --quiet",
    "indicators women-share-party-committee --format json",
    (
        "targets data/samples/cand/cand-2020.xlsx --year 2030 --since 2016 --in data/samples/cand "
        "--scorecard data/samples/scorecard.toml --format json --quiet"
    ),
    "explain women-share-leaders data/samples/hckt/hckt-2016.xlsx --format json --quiet",
    "forecast data/samples/hckt/hckt-2016.xlsx --until 2018 --indicator women-share-heads --target 0.25 --format json --quiet",
)


def main(arguments: list[str]) -> int:
    """Writes the pages, or with --check only compares them; gives the exit code."""
    os.chdir(ROOT)
    made = {path: page() for path, page in PAGES.items()} | {path: readme(path) for path in READMES}
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


# Markdown in two languages --------------------------------------------------------------------------------------------


def said(path: str) -> Text:
    """What words.toml says under this path, such as "fields.names.kind"."""
    return Text.of(_found(path))


def listed(path: str) -> dict[str, Text]:
    """The texts of a table of words.toml by key."""
    return {key: Text.of(text) for key, text in _found(path).items()}


def _found(path: str) -> Any:
    found: Any = WORDS
    for key in path.split("."):
        if key not in found:
            raise SystemExit(f"docs/words.toml says nothing of {path}")
        found = found[key]
    return found


def both(text: Text) -> str:
    """A short text in both languages on one line, once where they are alike."""
    return text.en if text.en == text.vi else f"{text.en} – {text.vi}"


def joined(texts: Iterable[Text], mark: str = ", ") -> Text:
    """Texts joined, each in its language."""
    many = list(texts)
    return Text(*(mark.join(text[language] for text in many) for language in LANGUAGES))


def code(words: Iterable[str]) -> str:
    """Words as code."""
    return ", ".join(f"`{word}`" for word in words)


def page(name: str, *parts: Iterable[str]) -> str:
    """A whole page: its title and introduction from words.toml, then its parts."""
    lines = [MADE, "", f"# {both(said(f'{name}.title'))}", "", *paragraph(said(f"{name}.intro"))]
    return "\n".join([*lines, *(line for part in parts for line in part)]).rstrip("\n") + "\n"


def heading(text: Text, level: int = 2) -> Lines:
    """A heading in both languages."""
    yield from (f"{'#' * level} {both(text)}", "")


def paragraph(text: Text) -> Lines:
    """A paragraph in English, then in Vietnamese."""
    yield from (text.en, "", text.vi, "")


def fenced(text: str, kind: str = "text") -> Lines:
    """A fenced block."""
    yield from (f"```{kind}", text.rstrip("\n"), "```", "")


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Lines:
    """A table, and a blank line after it."""
    titles = list(heads)
    yield _line(titles)
    yield _line("---" for _ in titles)
    yield from map(_line, rows)
    yield ""


def _line(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", r"\|").replace("\n", "<br>") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def explained(head: str, texts: dict[str, Text]) -> Lines:
    """A table of names and what each means in both languages."""
    return table((head, *BOTH), ([code(name.split(", ")), text.en, text.vi] for name, text in texts.items()))


# What the program prints ----------------------------------------------------------------------------------------------

#: The program, told that it writes to a terminal; one without colours is 80 columns wide.
_ON_A_TERMINAL = """
import io, sys
class Terminal(io.TextIOWrapper):
    def isatty(self): return True
sys.stdout = Terminal(sys.stdout.buffer, encoding="utf-8")
from genderstats.cli.running import run
sys.exit(run(sys.argv[1:]))
"""
_SETTINGS = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUTF8": "1"}
_SHORT_LIST = re.compile(r"\[\s*([^][{}]*?)\s*\]")
#: In a README, a screen stands under a comment that names its command.
_SCREEN = re.compile(r"(<!-- genderstats (?P<command>[^>\n]+) -->\n```text\n).*?(```\n)", re.DOTALL)


def printed(arguments: Iterable[str], language: Language, *, on_terminal: bool = False) -> str:
    """What the program prints on stdout; in a process of its own, since its language is settled when it starts."""
    kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "TTY_COMPATIBLE")}
    program = ["-c", _ON_A_TERMINAL] if on_terminal else ["-m", "genderstats"]
    command = [sys.executable, *program, *arguments]
    settings = kept | _SETTINGS | {"GENDERSTATS_LANG": language}
    done = subprocess.run(command, env=settings, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if not done.stdout or done.returncode not in (running.DONE, running.FOUND):
        raise SystemExit(f"genderstats {' '.join(arguments)} ended with code {done.returncode}: {done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def readme(path: str) -> str:
    """A README with its screens as the program prints them on a terminal of 80 columns."""
    return _SCREEN.sub(
        lambda found: found[1] + _screen(found["command"], READMES[path]) + found[3],
        Path(path).read_text(encoding="utf-8"),
    )


def _screen(command: str, language: Language) -> str:
    unbroken = re.sub(r"(?<= )(-\S+) (?=[^-])", "\\1\u00a0", f"$ genderstats {command}")
    typed = " \\\n    ".join(wrap(unbroken, 72, break_on_hyphens=False)).replace("\u00a0", " ")
    return f"{typed}\n{printed(command.split(), language, on_terminal=True)}"


def shortened(record: Any) -> Any:
    """A record with the first of each list of records, three keys of a map of columns or rows, and long texts cut."""
    if isinstance(record, list) and record and isinstance(record[0], dict | list):
        return [shortened(record[0]), *([f"… {len(record) - 1} more"] if len(record) > 1 else [])]
    if isinstance(record, dict):
        return {key: _few(one) if key in ("columns", "set_aside") else shortened(one) for key, one in record.items()}
    return f"{record[:57]}…" if isinstance(record, str) and len(record) > 60 else record


def indented(record: Any) -> str:
    """JSON with lists of numbers and words on one line."""
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return _SHORT_LIST.sub(lambda found: f"[{' '.join(found[1].split())}]", text)


def _few(record: Any) -> Any:
    if not isinstance(record, dict):
        return shortened(record)
    kept = {key: shortened(value) for key, value in list(record.items())[:3]}
    return kept | ({"…": f"… {len(record) - 3} more"} if len(record) > 3 else {})


# docs/indicators.md ---------------------------------------------------------------------------------------------------


def indicators_page() -> str:
    """Every indicator as an official sheet, and the dimensions."""
    samples = {path: _by_indicator(compute(path).observations) for path in SAMPLES}
    contents = ([f"[{one.id}](#{one.id})", one.title.en, one.title.vi] for one in catalogue().values())
    sheets = (line for one in catalogue().values() for line in _indicator(one, samples))
    return page("indicators", table(("Id – Mã", *BOTH), contents), sheets, _dimensions())


def _by_indicator(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.indicator.id, []).append(one)
    return found


def _indicator(one: Indicator, samples: Samples) -> Lines:
    """The sheet of an indicator, with a figure of a sample; where no sample has what it needs, with its case worked out by hand."""
    found = _example(one, samples)
    golden = said("indicators.names.golden").format(path=f"[{one.id}.md](../tests/golden/{one.id}.md)")
    example = Text(*("; ".join(_figure(found[1], language)) for language in LANGUAGES)) if found else golden
    yield from (f"## {one.id}", "")
    yield from table(
        ("", *BOTH), ([both(name), text.en, text.vi] for name, text in [*_sheet(one), _named("example", example)])
    )
    if found:
        yield from fenced(f"genderstats compute {found[0]} --indicator {one.id}", "sh")


def _sheet(one: Indicator) -> Iterator[tuple[Text, Text]]:
    """The official sheet as `explain` prints it, and what it is broken down by or made of."""
    yield _named("title", one.title)
    for part in pages.definitions([one]).parts:
        for row in part.rows if isinstance(part, Table) else ():
            name, text = (cell.value for cell in row.cells)
            if isinstance(name, Text) and isinstance(text, Text):
                yield name, text
    if one.own_dimensions:
        yield _named("across", joined(dimensions()[name].title for name in one.own_dimensions))
    if one.of:
        yield _named("of", joined(catalogue()[name].title for name in one.of))


def _named(name: str, text: Text) -> tuple[Text, Text]:
    return said(f"indicators.names.{name}"), text


def _example(one: Indicator, samples: Samples) -> tuple[str, Observation] | None:
    """The first sample on which the indicator can be computed, with its first figure there."""
    found = ((path, told) for path, by_id in samples.items() for told in by_id[one.id])
    return next((pair for pair in found if pair[1].computable), None)


def _figure(one: Observation, language: Language) -> Lines:
    """A figure as it is printed: its group, counts and value, and what is said beside it."""
    if one.computable:
        group = f"{remarks.group_label(one.by)[language]}: " if one.by else ""
        counts = (one.numerator, one.denominator)
        ratio = "" if None in counts else f"{shown(Ratio(one.numerator or 0, one.denominator or 0), language)} = "
        yield f"{group}{ratio}{shown(figures.value_of(one), language)}"
    yield from (remark[language] for remark in remarks.remarks(one))


def _dimensions() -> Lines:
    yield from heading(said("dimensions.title"))
    yield from paragraph(said("dimensions.intro"))
    rows = (
        [f"`{one.id}`", one.title.en, one.title.vi, code(one.needs), _codes(one.id)] for one in dimensions().values()
    )
    yield from table(("Id – Mã", *BOTH, "Needs one of – Cần một trong", "Codes – Mã"), rows)
    for name in dict.fromkeys(one.codes for one in dimensions().values() if one.codes):
        codes = code_list(name)
        yield from heading(codes.title, 3)
        yield from (f"{both(said('fields.names.source'))}: {codes.source}", "")
        yield from explained("Code – Mã", {code: codes.label(code) for code in codes} | {"_U": unknown_label()})


def _codes(dimension: str) -> str:
    one = dimensions()[dimension]
    if one.kind == "age":
        return code(AgeBands().labels)
    return code(one.code_list) if one.code_list else both(said("fields.kinds.text"))


# docs/fields.md -------------------------------------------------------------------------------------------------------


def fields_page() -> str:
    """Every field, its header words, and the words its cells may hold."""
    contents = ([f"[{one.id}](#{one.id})", one.title.en, one.title.vi] for one in fields().values())
    each = (line for one in fields().values() for line in _field(one))
    return page("fields", table(("Field – Trường", *BOTH), contents), each, _other_words())


def _field(one: Field) -> Lines:
    names = {name: both(text) for name, text in listed("fields.names").items()}
    kinds = [
        both(said(f"fields.kinds.{one.kind}")),
        *(names[mark] for mark in ("personal", "fill", "terms") if getattr(one, mark)),
    ]
    kind = "; ".join(kinds)
    rows = [(names["title"], both(one.title)), (names["kind"], kind), (names["words"], code(one.words))]
    rows += [(names[part], code(words)) for part, words in one.parts.items()]
    rows += [
        (f"{names['mark']}: {both(code_list(one.id).label(mark))}", code(words)) for mark, words in one.flags.items()
    ]
    rows += [(names["split"], code(one.split))] if one.split else []
    yield from (f"## {one.id}", "", *table(("", ""), rows))
    lists = [one.id] if one.kind == "code" else [name for name in code_lists() if code_list(name).field == one.id]
    for name in lists:
        yield from _code_words(name, names)


def _code_words(name: str, names: dict[str, str]) -> Lines:
    codes = code_list(name)
    which = f" `{name}`, {both(codes.title)}" if codes.field else ""
    how = "; ".join([names[codes.match], *([names["leading"]] if codes.leading else [])])
    yield from (f"{names['codes']}{which} ({how}). {names['source']}: {codes.source}", "")
    signs = {one: [sign for sign, meant in codes.signs.items() if meant == one] for one in codes}
    rows = (
        [f"`{one}`", codes.label(one).en, codes.label(one).vi, code([*codes.words[one], *signs[one]])] for one in codes
    )
    yield from table(("Code – Mã", *BOTH, "Words – Từ"), rows)
    for rule in RULES:
        if words := getattr(codes, rule):
            yield from (f"{names[rule]}: {code(words)}", "")


def _other_words() -> Lines:
    yield from heading(said("fields.other.title"))
    for name in ("rows", "columns"):
        yield from (f"`src/genderstats/vocabulary/{name}.toml`", "")
        rows = (
            [f"`{key}`", both(said(f"fields.other.{name}.{key}")), _lists(entry)] for key, entry in load(name).items()
        )
        yield from table(("Table – Bảng", "What – Là gì", "Words – Từ"), rows)


def _lists(entry: dict[str, Any]) -> str:
    """The words of a table; characters that say nothing; of bounds, each by its name."""
    bounds = [f"{name}: {_bound(one)}" for name, one in entry.items() if isinstance(one, dict)]
    strokes = [code(filter(None, [entry["strokes"]]))] if "strokes" in entry else []
    return "; ".join(
        [*(code(filter(None, words)) for words in entry.values() if isinstance(words, list)), *strokes, *bounds]
    )


def _bound(one: dict[str, Any]) -> str:
    """Two bounds, or completed years with their source."""
    if "from" in one:
        return f"{one['from']}–{one['to']}"
    source = f" ({one['source']}{'' if one['verified'] else ', unverified – chưa kiểm chứng'})" if one["source"] else ""
    return f"{one['years']}{source}"


# docs/notices.md ------------------------------------------------------------------------------------------------------


def notices_page() -> str:
    """Every reason of a notice, the kinds of rows, and the errors."""
    return page(
        "notices",
        heading(said("notices.names.outcomes")),
        explained("Outcome – Xử lý", pages.OUTCOMES),
        heading(said("notices.names.severities")),
        explained("Severity – Mức độ", listed("notices.severities")),
        heading(said("notices.names.reasons")),
        _reasons(),
        _rows(),
        _errors(),
    )


def _reasons() -> Lines:
    for one in reasons().values():
        yield from (f"### {one.id}", "")
        yield from (f"`{one.outcome}` ({both(pages.OUTCOMES[one.outcome])}) · `{one.severity}`", "")
        texts = (("title", one.title), ("message", one.message), ("advice", one.advice))
        yield from table(("", *BOTH), ([both(said(f"notices.names.{name}")), text.en, text.vi] for name, text in texts))


def _rows() -> Lines:
    yield from heading(said("rows.title"))
    yield from paragraph(said("rows.intro"))
    names = listed("rows.names") | {kind: KIND_TITLES[kind] for kind in SET_ASIDE}
    kinds = {kind: said(f"rows.kinds.{kind}") for kind in names}
    rows = ([f"`{kind}`", both(name), kinds[kind].en, kinds[kind].vi] for kind, name in names.items())
    yield from table(("Kind – Loại", "Named – Tên gọi", *BOTH), rows)


def _errors() -> Lines:
    yield from heading(said("errors.title"))
    yield from paragraph(said("errors.intro"))
    for kind in (errors.InputError, errors.RequestError):
        yield from (f"### {kind.__name__}", "", str(kind.__doc__).splitlines()[0], "")
        yield from explained("Error – Lỗi", {one.__name__: Text(one.en, one.vi) for one in kind.__subclasses__()})


# docs/cli.md ----------------------------------------------------------------------------------------------------------


def cli_page() -> str:
    """The help of every command, exit codes, and the shapes that machines read."""
    exit_codes = {str(getattr(running, name)): text for name, text in listed("cli.codes").items()}
    return page(
        "cli",
        heading(said("cli.names.codes")),
        explained("Code – Mã", exit_codes),
        heading(said("cli.names.environment")),
        explained("", listed("cli.environment")),
        heading(said("cli.names.commands")),
        _helps(),
        _own(),
        _profile(),
        _scorecard(),
        _machines(),
    )


def _helps() -> Lines:
    for name in ("", *(str(command.name) for command in app.registered_commands)):
        yield from (f"### genderstats {name}".rstrip(), "")
        for language in LANGUAGES:
            yield from fenced(printed([*filter(None, [name]), "--help"], language))


def _own() -> Lines:
    """What a file of one's own indicators says, and one to start from."""
    keys = listed("own.keys")
    if not_told := set(IndicatorForm.model_fields) - {name for named in keys for name in named.split(", ")}:
        raise SystemExit(f"docs/words.toml, [own.keys], does not explain: {', '.join(sorted(not_told))}")
    yield from heading(said("own.title"))
    yield from paragraph(said("own.intro"))
    yield from explained("Key – Khóa", keys)
    command = f"indicators --copy {OWN_EXAMPLE}"
    yield from (f"`genderstats {command}`", "")
    for language in LANGUAGES:
        yield from fenced(printed(command.split(), language), "toml")


def _profile() -> Lines:
    """What a profile says, and one as it is saved, in both languages."""
    yield from heading(said("profile.title"))
    yield from paragraph(said("profile.intro"))
    yield from explained("Key – Khóa", listed("profile.keys"))
    roster = read_roster(PROFILE_EXAMPLE).rosters
    yield from (f"`genderstats inspect {PROFILE_EXAMPLE} --save profile.toml`", "")
    for language in LANGUAGES:
        yield from fenced(kept.toml(roster, NOTHING_SAID, language), "toml")


def _scorecard() -> Lines:
    """What a scorecard says, and the example."""
    yield from heading(said("scorecard.title"))
    yield from paragraph(said("scorecard.intro"))
    yield from explained("Key – Khóa", listed("scorecard.keys"))
    yield from (f"`{SCORECARD_EXAMPLE}`", "")
    yield from fenced(Path(SCORECARD_EXAMPLE).read_text(encoding="utf-8"), "toml")


def _machines() -> Lines:
    yield from heading(said("machines.title"))
    yield from paragraph(said("machines.intro"))
    yield from explained("Key – Khóa", listed("machines.keys"))
    for command in JSON_EXAMPLES:
        yield from (f"### {_called(command)} --format json", "", f"`genderstats {command}`", "")
        record = json.loads(printed(command.split(), "en"))
        _all_explained(record)
        yield from fenced(indented(shortened(record)), "json")
    yield from ("### CSV", "", *paragraph(said("machines.csv")))
    columns = {
        "compute": records.COLUMNS,
        "compare": changes.CHANGE_COLUMNS,
        "compare --flows": changes.FLOW_COLUMNS,
        "compare --decompose": changes.DECOMPOSITION_COLUMNS,
        "check": records.NOTICE_COLUMNS,
        "explain": (*explanation.COLUMNS, *explanation.NAMED),
        "targets": judged.COLUMNS,
        "targets --scorecard": judged.SCORE_COLUMNS,
        "forecast": foretold.COLUMNS,
    }
    yield from table(
        ("Command – Lệnh", "Columns – Các cột"), ([f"`{name}`", code(some)] for name, some in columns.items())
    )


def _called(command: str) -> str:
    """A command with the options that give its record other keys."""
    words = command.split()
    return " ".join([words[0], *(word for word in words if word in ("--flows", "--decompose"))])


def _all_explained(record: dict[str, Any]) -> None:
    """Stops where a figure has a key that words.toml does not explain."""
    known = {key for keys in WORDS["machines"]["keys"] for key in keys.split(", ")}
    figures = (one for name in ("observations", "changes", "targets", "forecasts") for one in record.get(name, ()))
    told = {key for one in figures if isinstance(one, dict) for key in one}
    if told - known:
        raise SystemExit(f"docs/words.toml, [machines.keys], does not explain: {', '.join(sorted(told - known))}")


PAGES: dict[str, Callable[[], str]] = {
    "docs/indicators.md": indicators_page,
    "docs/fields.md": fields_page,
    "docs/notices.md": notices_page,
    "docs/cli.md": cli_page,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
