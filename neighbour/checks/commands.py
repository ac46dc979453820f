"""`python3 app.py check` and `python3 app.py translations`."""

from collections.abc import Callable

import click

from neighbour.checks.tree import Tree


def every_check() -> dict[str, Callable[[Tree], list[str]]]:
    """All checks by name, the quickest first."""
    from neighbour.checks import contrast, linters, smells
    from neighbour.checks import translations as texts

    return {
        **{name: lambda tree, name=name: smells.findings(name, tree) for name in smells.SMELLS},
        "contrast": lambda _tree: contrast.violations(),
        "translations": texts.missing,
        **linters.LINTERS,
    }


@click.command()
@click.argument("names", nargs=-1)
def check(names: tuple[str, ...]) -> None:
    """Looks for what is against the rules of the house; prints where, or says that nothing was found."""
    checks = every_check()
    for unknown in set(names) - set(checks):
        raise click.ClickException(f"there is no check {unknown}; there are {', '.join(checks)}")
    found = 0
    for name in names or checks:
        for place in checks[name](Tree()):
            click.echo(f"{name}: {place}")
            found += 1
    if found:
        raise click.ClickException(f"{found} findings")
    click.echo("Nothing found.")


@click.command()
def translations() -> None:
    """Brings the file of English translations to what is marked in code and templates now."""
    from neighbour.checks import translations as texts

    left = texts.update()
    click.echo(f"{texts.po_file(Tree()).relative_to(Tree().root)}: {left} to translate")
