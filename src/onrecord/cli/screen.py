"""Where records go, and what people are told beside them: how far the reading is, and what was skipped."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.errors import DateError, SourceError
from onrecord.export.wording import clean
from onrecord.model import Record

Kept = TypeVar("Kept")
LAST_ERRORS = 100


@dataclass(frozen=True, slots=True)
class Output:
    """Where the records are written, and what is known of it: `width` in columns, whether it shows `colour`."""

    write: Callable[[str], object]
    width: int
    colour: bool
    is_terminal: bool


@contextmanager
def open_output(path: Path | None) -> Iterator[Output]:
    """The file, whole or not at all; the screen where there is none. Raises SourceError when it cannot be written."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")  # type: ignore[union-attr]
        yield _describe(sys.stdout)
        sys.stdout.flush()
        return
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield _describe(file)
        part.replace(path)
    except OSError as error:
        raise SourceError(f"{path} cannot be written ({error.strerror or error}): give another --output") from error
    finally:
        part.unlink(missing_ok=True)


def _describe(file: TextIO) -> Output:
    console = Console(file=file)
    colour = console.color_system is not None and not console.no_color
    return Output(file.write, console.width, colour, console.is_terminal)


class Watch:
    """What people see of a reading beside its records: a bar where there are many articles, and each skip.

    The bar shows on a terminal only, where `count` is asked how many articles there are. `skipped` counts the inputs
    that could not be read; `errors` are the last ones.
    """

    def __init__(self, count: Callable[[], int], *, doing: str = "reading") -> None:
        self.skipped, self.errors = 0, list[SourceError]()
        self._console = Console(stderr=True)
        rate = TextColumn("{task.fields[rate]}")
        columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
        total = count() if self._console.is_terminal else 1
        shown = total > 1
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not shown, redirect_stdout=False)
        self._task = self._bar.add_task(doing, total=total, rate="")

    def skip(self, error: SourceError) -> None:
        """Tell on one line what was skipped and why; an article that is read all the same counts as none skipped."""
        if isinstance(error, DateError):
            warn(f"note: {error}", self._console)
            return
        self.skipped += 1
        self.errors = [*self.errors[1 - LAST_ERRORS :], error]
        self._advance()
        warn(f"skipped: {error}", self._console)

    def watch(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records as they come. The bar moves on with each, and is away while one is dealt with."""
        self._bar.start()
        try:
            for record in records:
                self._advance()
                self._bar.stop()
                yield record
                self._bar.start()
        finally:
            self._bar.stop()

    def keep(self, outcomes: Iterable[Kept | SourceError]) -> Iterator[Kept]:
        """The outcomes that are no errors, as they come. The bar stays, and each skip is told above it."""
        with self._bar:
            for outcome in outcomes:
                if isinstance(outcome, SourceError):
                    self.skip(outcome)
                else:
                    self._advance()
                    yield outcome

    def _advance(self) -> None:
        task = self._bar.tasks[0]
        total = max(task.total or 0, task.completed + 1)  # a feed that was fetched may hold any number
        self._bar.update(self._task, advance=1, total=total, rate=f"{task.speed:.1f} a second" if task.speed else "")


def warn(message: str, console: Console | None = None) -> None:
    """Print a line on standard error; what could steer the terminal is left out of it."""
    console = console or Console(stderr=True)
    console.print(clean(message), style="yellow", markup=False, highlight=False, emoji=False, soft_wrap=True)


def count(number: int, what: str) -> str:
    """So many of something, in words: "1 article", "1,204 articles"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
