"""The commands behind `congress`, by subject; data errors are one sentence on stderr and exit 2, never a traceback.

This module and `allocation` need neither the application nor a database, and start without loading them.
"""

from typing import Any

import click

from congress.shared.problems import RuleBroken


class Refusal(click.ClickException):
    """A command that cannot be carried out, in a sentence."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """The bare sentence, for people and for scripts."""
        click.echo(self.message, err=True)


class Plain(click.Group):
    """A group whose commands end with a sentence where a rule, the database or the printer says no."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(context)
        except Exception as error:
            sentence = _sentence(error)
            if sentence is None:
                raise
            raise Refusal(sentence) from error


# Named, not imported: a command that needs no database does not load what talks to one.
DATABASE_ERRORS = {"OperationalError", "ArgumentError"}


def _sentence(error: Exception) -> str | None:
    """What to say of an error that is nobody's mistake in the program; None of any other."""
    kinds = {(kind.__module__, kind.__name__) for kind in type(error).__mro__}
    if isinstance(error, RuleBroken):
        return str(error)
    if ("congress.printing.problems", "PrintFailed") in kinds:
        return str(getattr(error, "sentence", ""))
    if any(module == "sqlalchemy.exc" and name in DATABASE_ERRORS for module, name in kinds):
        sentence = "Không mở được cơ sở dữ liệu. Chạy `congress doctor` để biết vì sao."
        return f"{sentence} (The database cannot be opened: {_first_line(error)})"
    return None


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", error)).strip().split("\n")[0]
