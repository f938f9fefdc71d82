"""The command line: one file for each command. The only room, with the server, that looks at what it runs in."""

import typer

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

app = typer.Typer(
    name="onrecord",
    help="Reads political news and writes down who says what happened, in which words, when, and how firmly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
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


@app.callback()
def onrecord() -> None:
    """Reads political news and writes down who says what happened, in which words, when, and how firmly."""


def main() -> None:
    """Run the command that was typed; the exit status is its answer."""
    app()
