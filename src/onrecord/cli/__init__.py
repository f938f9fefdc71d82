"""The command line: one file for each command. The only room, with the server, that looks at what it runs in."""

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli.add import add
from onrecord.cli.ask import ask
from onrecord.cli.check import check
from onrecord.cli.different import different
from onrecord.cli.read import read
from onrecord.cli.same import same
from onrecord.cli.serve import serve
from onrecord.cli.undo import undo
from onrecord.cli.user import user
from onrecord.cli.why import why

__all__ = ["main"]


class Commands(TyperGroup):
    """The commands; a wrong value is told without the words of the library that checks it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


app = typer.Typer(
    cls=Commands,
    name="onrecord",
    help="Reads political news and writes down who says what happened, in which words, when, and how firmly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # else paragraphs keep the breaks of the source
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(add)
app.command()(ask)
app.command()(serve)
app.command()(user)
app.command()(check)
app.command()(why)
app.command()(same)
app.command()(different)
app.command()(undo)


def tell_version(is_asked: bool) -> None:
    """Print the version and stop, where it is asked for."""
    if is_asked:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Show the version and exit.")
]


@app.callback()
def onrecord(version: VersionOption = False) -> None:
    """Reads political news and writes down who says what happened, in which words, when, and how firmly."""


def main() -> None:
    """Run the command that was typed; the exit status is its answer."""
    app()
