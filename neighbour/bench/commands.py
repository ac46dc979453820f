"""`python3 app.py bench`, and `bench-packs` for what devices take along."""

import subprocess
import sys
from importlib.util import find_spec

import click

from neighbour.config import ROOT

LONG = {"topics": 1_000, "many_topics": 20_000, "requests": 400}
QUICK = {"topics": 30, "many_topics": 60, "requests": 20}


@click.command()
@click.option("--quick", is_flag=True, help="A few rows and requests: whether it runs, not how fast it is.")
@click.option("--device", is_flag=True, help="What a phone does: taps, pages without a network, what waited, sizes.")
@click.option("--many", default=LONG["many_topics"], show_default=True, help="Topics in the large room.")
def bench(quick: bool, device: bool, many: int) -> None:
    """Measures a server of its own, with rows of its own, and says which goals it reaches."""
    if device:
        return measure_a_device()
    from neighbour.bench.figures import table
    from neighbour.bench.house import open_house
    from neighbour.bench.measures import Bench
    from neighbour.bench.rows import Size

    numbers = QUICK if quick else {**LONG, "many_topics": many}
    size = Size(topics=numbers["topics"], many_topics=numbers["many_topics"])
    click.echo(f"{size.topics} topics of {size.posts} posts, and a room of {size.many_topics} topics …")
    with open_house(size) as house:
        click.echo(table(Bench(house, numbers["requests"]).figures()))


def measure_a_device() -> None:
    """In a real browser, so with the tests' packages; the application itself knows none of them."""
    if not find_spec("playwright") or not find_spec("pytest"):
        raise click.ClickException("A browser is needed: python3 app.py test sets it up.")
    measuring = subprocess.run([sys.executable, "-m", "tests.browser.measuring"], cwd=ROOT)
    if measuring.returncode:
        raise click.ClickException("It could not be measured to the end.")


@click.command()
def bench_packs() -> None:
    """Measures how much a device fetches of the demo: all of a pack, what a day changes, that nothing has changed."""
    from neighbour.bench.figures import table
    from neighbour.bench.packs import figures

    click.echo(table(figures()))
