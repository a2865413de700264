"""From a sheet and its layout to a roster."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from genderstats.errors import SexNotReadError
from genderstats.people.fields import fields
from genderstats.period import Moment, in_name, in_titles
from genderstats.reading import ages
from genderstats.reading.academic import academic_titles
from genderstats.reading.declared import for_all, of_declared
from genderstats.reading.ledger import SET_ASIDE, Ledger
from genderstats.reading.notices import in_order_of_rows
from genderstats.reading.noticing import of_cells, of_columns, of_offices, of_rows
from genderstats.reading.offices import read_offices
from genderstats.reading.party import membership, of_probation, probation, without_marks
from genderstats.reading.remarks import of_layout, of_moment
from genderstats.reading.roster import Layout, Roster, Variable
from genderstats.reading.units import units
from genderstats.reading.validation import TITLES, Column, in_order, validate
from genderstats.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderstats.people.titles import TitleRules
    from genderstats.reading.layout.carriers import Carrier
    from genderstats.reading.layout.rows import Rows
    from genderstats.reading.profile import Profile
    from genderstats.reading.sheet import Codes, Sheet


def assemble(
    sheet: Sheet,
    layout: Layout,
    profile: Profile,
    digest: str,
    named: Moment,
    overruled: Mapping[str, Carrier] | None = None,
    *,
    of_sheet: bool = False,
) -> Roster:
    """The roster of a sheet whose layout is known: cells validated, offices read, everything noticed, the ledger balanced.

    `overruled` are columns that would carry what is declared for everybody: they are compared with it. Where the sheet's name is
    the unit of its people, that is `of_sheet`.

    Raises:
        SexNotReadError: the column of sex holds nothing that is known.
    """
    rows, own = layout.rows.of("person"), _own_moment(sheet, layout.rows, named)
    moment = profile.moment if profile.moment.known else own
    columns, marks = _columns(sheet, layout, profile.title_rules)
    believed = _believed(sheet, layout, columns, moment)
    unit = units(sheet, layout, believed, of_sheet=of_sheet)
    if unit:
        believed["unit"] = unit.told
    kept = replace(layout, carriers={field: carrier for field, carrier in layout.carriers.items() if field in believed})
    titles, posts, around = believed.get("position"), believed.get("party_position"), unit.around if unit else None
    rules = profile.title_rules
    offices = read_offices(titles, around, rules) if titles else None
    party_offices = read_offices(posts, around, rules, party=True) if posts else None
    member = membership(believed, marks, moment.as_of)
    on_probation = probation(believed, marks, moment.as_of)
    notices = [
        *of_moment(sheet, profile.moment, own),
        *of_declared(sheet, rows, {field: believed[field] for field in layout.choice.declared}, overruled or {}),
        *of_probation(sheet, layout, profile.counting, member, on_probation),
        *of_columns(sheet, layout, columns),
        *of_cells(sheet, rows, believed, moment.as_of),
        *of_offices(sheet, rows, titles, offices),
        *of_offices(sheet, rows, posts, party_offices),
        *of_rows(sheet, layout),
        *of_layout(sheet, kept, unit),
    ]
    return Roster(
        variables=_variables(believed, member, academic_titles(sheet, layout)),
        notices=in_order_of_rows(notices),
        ledger=_ledger(layout.rows),
        sheet=sheet,
        layout=kept,
        moment=moment,
        sha256=digest,
        offices=offices,
        party_offices=party_offices,
        probation=on_probation,
        counting=profile.counting,
    )


def _columns(sheet: Sheet, layout: Layout, rules: TitleRules | None) -> tuple[dict[str, Column], dict[str, Any]]:
    """The column of each field, every distinct cell validated, and the marks that stand in columns of Party dates."""
    rows = layout.rows.of("person")
    raw, marks = without_marks({field: carrier.raw(sheet, rows) for field, carrier in layout.carriers.items()})
    columns = in_order({field: validate(field, text) for field, text in raw.items()})
    if rules:
        columns |= {field: columns[field].knowing(rules) for field in TITLES if field in columns}
    return columns, marks


def _believed(sheet: Sheet, layout: Layout, columns: dict[str, Column], moment: Moment) -> dict[str, Column]:
    """The columns that bear out their headers, and what is declared for everybody.

    Raises:
        SexNotReadError: the column of sex holds nothing that is known.
    """
    declared = layout.choice.declared
    believed = {field: column for field, column in columns.items() if column.borne_out}
    if "birth_date" in believed:
        believed["birth_date"] = ages.believed(believed["birth_date"], moment.as_of)
    if "sex" in columns and "sex" not in {*believed, *declared}:
        raise _sex_not_read(sheet, layout, columns["sex"])
    people = len(layout.rows.of("person"))
    return believed | {field: for_all(field, text, people) for field, text in declared.items()}


def _sex_not_read(sheet: Sheet, layout: Layout, column: Column) -> SexNotReadError:
    refused = [column.raw.values[code] for code in np.unique(column.raw.codes[column.any_bad]).tolist()][:5]
    return SexNotReadError(path=str(sheet.address()), header=layout.headers()["sex"], values=", ".join(refused))


def _variables(columns: dict[str, Column], member: Codes | None, titles: Variable | None) -> dict[str, Variable]:
    """The variables in the order of the person's fields; academic titles that stand with degrees only where no column has them."""
    found = {"academic_title": titles} if titles and "education" in columns else {}
    found |= {name: _variable(column) for name, column in columns.items()}
    if member is not None:
        found["party_member"] = Variable(member, [False, True])
    return {name: found[name] for name in fields() if name in found}


def _variable(column: Column) -> Variable:
    doubt = column.doubt if fields()[column.field].blank_is_none else None
    return Variable(column.codes, column.values, doubt if doubt is not None and doubt.any() else None)


def _ledger(rows: Rows) -> Ledger:
    counts = rows.counts()
    aside: Counter[str] = Counter({kind: counts[kind] for kind in SET_ASIDE if counts[kind]})
    return Ledger(len(rows.kinds) - counts["header"], counts["person"], counts["rejected"], aside)


def _own_moment(sheet: Sheet, rows: Rows, named: Moment) -> Moment:
    """When the roster says that it stands: by its title rows, its file's name, its sheet's name."""
    titles = [fold(cell) for row in rows.of("title").tolist() for cell in sheet.row(row)]
    found = (in_titles(titles), named, in_name(sheet.name or ""))
    return next((moment for moment in found if moment.known), Moment())
