"""`python3 app.py bench`."""

import click

LONG = {"topics": 1_000, "many_topics": 20_000, "requests": 400}
QUICK = {"topics": 30, "many_topics": 60, "requests": 20}


@click.command()
@click.option("--quick", is_flag=True, help="A few rows and requests: whether it runs, not how fast it is.")
@click.option("--many", default=LONG["many_topics"], show_default=True, help="Topics in the large room.")
def bench(quick: bool, many: int) -> None:
    """Measures a server of its own, with rows of its own, and says which goals it reaches."""
    from neighbour.bench.figures import table
    from neighbour.bench.house import open_house
    from neighbour.bench.measures import Bench
    from neighbour.bench.rows import Size

    numbers = QUICK if quick else {**LONG, "many_topics": many}
    size = Size(topics=numbers["topics"], many_topics=numbers["many_topics"])
    click.echo(f"{size.topics} topics of {size.posts} posts, and a room of {size.many_topics} topics …")
    with open_house(size) as house:
        click.echo(table(Bench(house, numbers["requests"]).figures()))
