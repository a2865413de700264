"""A profile of a roster changes nothing for that roster, wherever its columns and its header stand, and holds nothing of anybody."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from support.counting import MOMENT
from support.rosters import NAMES, plans
from support.sheets import write

from genderstats import read_roster
from genderstats.counting.count import count
from genderstats.counting.population import Population
from genderstats.indicators.catalogue import dimensions_of, indicators
from genderstats.reading.profile import NOTHING_SAID
from genderstats.reporting import kept
from genderstats.text.folding import words

if TYPE_CHECKING:
    from support.rosters import Plan
    from support.sheets import Grid

    from genderstats.counting.tally import Tallies
    from genderstats.reading.roster import Roster


def read(grid: Grid, profile: str | None = None) -> Roster:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profile.toml"
        if profile is not None:
            path.write_text(profile, encoding="utf-8")
        written = write(Path(folder) / "roster.csv", grid)
        (roster,) = read_roster(written, profile=path if profile is not None else None).rosters
        return roster


def tallied(roster: Roster) -> Tallies:
    by = [name for name in ("unit", "level") if Population(roster, MOMENT).problem(dimensions_of([name])[0]) is None]
    return count(Population(roster, MOMENT), indicators(), dimensions_of(by))


def told(roster: Roster) -> list[str]:
    return [one.reason.id for one in roster.notices if one.reason.id.startswith("profile")]


@given(plans())
def test_a_profile_of_the_same_roster_changes_nothing(plan: Plan) -> None:
    plain = read(plan.grid())
    again = read(plan.grid(), kept.toml([plain], NOTHING_SAID, "vi"))
    assert tallied(again) == tallied(plain)
    assert (again.ledger, again.notices) == (plain.ledger, plain.notices)


@given(plans(wide=True), st.randoms(use_true_random=False), st.integers(0, 5))
def test_neither_the_order_of_columns_nor_rows_above_change_what_a_profile_reads(
    plan: Plan, chance: object, above: int
) -> None:
    plain = read(plan.grid())
    profile = kept.toml([plain], NOTHING_SAID, "en")
    order = list(range(len(plan.columns)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    moved = [[""] * len(order)] * above + [[row[place] for place in order] for row in plan.grid()]
    again = read(moved, profile)
    assert told(again) == (["profile-header-moved"] if above else [])
    assert again.layout.headers() == plain.layout.headers()


@given(plans(), st.sampled_from(["en", "vi"]))
def test_a_profile_holds_no_name(plan: Plan, language: str) -> None:
    text = words(kept.toml([read(plan.grid())], NOTHING_SAID, language))
    assert not [name for name in NAMES if words(name) in text]


@given(plans(wide=True), st.data())
def test_a_field_that_is_switched_off_is_not_read_and_no_other_changes(plan: Plan, data: st.DataObject) -> None:
    plain = read(plan.grid())
    off = data.draw(st.sampled_from(sorted(set(plain.layout.carriers) - {"sex", "full_name", "birth_date"})))
    again = read(plan.grid(), f'schema = "genderstats.profile/1"\n[fields]\n{off} = false\n')
    assert again.layout.carriers.keys() == plain.layout.carriers.keys() - {off}
    assert not told(again)
