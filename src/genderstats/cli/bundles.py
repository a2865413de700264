"""Options that belong together, declared once and given to every command that takes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, get_type_hints

from genderstats.cli import options

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from genderstats.cli.output import Output
    from genderstats.reading.profile import Profile, ProfileFile
    from genderstats.workflows.compute import Question


@dataclass(frozen=True)
class Asking:
    """What is asked of the rosters."""

    indicator: options.Indicators = None
    indicators_: options.OwnIndicators = None
    by: options.By = None
    age_bands: options.AgeBandsText = None

    @property
    def files(self) -> list[Path]:
        """The files that are read beside the rosters."""
        return [self.indicators_] if self.indicators_ else []

    def question(self) -> Question:
        """The question that the options put.

        Raises:
            InputError: the file of own indicators cannot be read, or says what no indicator says.
            RequestError: an option names what does not exist.
        """
        from genderstats.cli import asking

        return asking.question(self.indicator, self.by, self.age_bands, self.indicators_)


@dataclass(frozen=True)
class Reading:
    """How the rosters are to be read, where they are not to be found out."""

    sheet: options.Sheets = None
    header: options.HeaderRow = None
    map_: options.Map = None
    profile_: options.ProfileFile = None
    vocabulary: options.VocabularyFile = None
    titles: options.TitlesFile = None
    limit: options.Limit = None

    @cached_property
    def _kept(self) -> ProfileFile | None:
        from genderstats.reading.saved import saved

        return saved(self.profile_) if self.profile_ else None

    @property
    def _titles(self) -> Path | None:
        if not (self.titles or self._kept):
            return None
        from genderstats.reading.saved import titles_said

        return titles_said(self.titles, self._kept)

    @property
    def files(self) -> list[Path]:
        """The files that are read beside the rosters."""
        return [file for file in (self.profile_, self._titles, self.vocabulary) if file]

    def during(self) -> AbstractContextManager[None]:
        """The scope of the command, in which the officer's own words are in force.

        Raises:
            InputError: the vocabulary file cannot be read, or holds what no vocabulary holds.
        """
        if self.vocabulary is None:
            return nullcontext()
        from genderstats.vocabulary.added import with_words

        return with_words(self.vocabulary)

    def profile(self, period: str | None = None, as_of: str | None = None) -> Profile:
        """What the reader is told beforehand.

        Raises:
            InputError: the profile or the titles file cannot be read, or says what none says.
            RequestError: an option cannot be understood, or names a field that does not exist.
        """
        from genderstats.cli import asking

        return asking.profile(self.sheet, self.header, self.map_, period, as_of, self._kept, self.limit, self._titles)


@dataclass(frozen=True)
class Writing:
    """Where and how the result is written; the language and `debug` are read before the commands are made."""

    format_: options.FormatOption = None
    output: options.OutputFile = None
    lang: options.LangOption = None
    quiet: options.Quiet = False
    no_color: options.NoColor = False
    debug: options.Debug = False

    def to(self, *forms: options.Format) -> Output:
        """The output, in one of the forms that the command writes.

        Raises:
            FormatNotWrittenError: the command does not write the form that is asked for.
        """
        from genderstats.cli.output import Output

        return Output(self.format_, self.output, self.quiet, not self.no_color).of(*forms)

    def to_toml(self) -> Output:
        """The output of a command that writes TOML, whatever the file is called.

        Raises:
            FormatNotWrittenError: a form is asked for.
        """
        from genderstats.cli.output import Output

        return Output(self.format_, self.output, self.quiet, not self.no_color).of_toml()


def unbundled(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of its bundles as parameters of its own, for the command-line library to read."""
    hints = get_type_hints(command, include_extras=True)
    parameters: list[inspect.Parameter] = []
    bundles: dict[str, type] = {}
    for name, parameter in inspect.signature(command).parameters.items():
        if is_dataclass(hints[name]):
            bundles[name] = hints[name]
            parameters += inspect.signature(hints[name], eval_str=True).parameters.values()
        else:
            parameters.append(parameter.replace(annotation=hints[name]))

    @wraps(command)
    def expanded(**given: Any) -> None:
        for name, bundle in bundles.items():
            given[name] = bundle(**{field.name: given.pop(field.name) for field in fields(bundle)})
        with ExitStack() as scopes:
            for bundle in (given[name] for name in bundles):
                if isinstance(bundle, Reading):
                    scopes.enter_context(bundle.during())
            command(**given)

    ordered = sorted(parameters, key=lambda parameter: parameter.default is not inspect.Parameter.empty)
    expanded.__signature__ = inspect.Signature([one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in ordered])  # type: ignore[attr-defined]
    expanded.__annotations__ = {one.name: one.annotation for one in ordered}
    del expanded.__wrapped__
    return expanded
