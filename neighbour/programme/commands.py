"""`init`: begins a programme of one's own in an empty database."""

from collections.abc import Callable

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo, with_appcontext
from sqlalchemy import select

from neighbour import audit
from neighbour.accounts import Role, User
from neighbour.accounts.handles import free_handle
from neighbour.accounts.models import RoleName
from neighbour.accounts.passwords import SHORTEST, hash_password
from neighbour.db import db, migrating
from neighbour.programme.models import Programme

DAY = click.DateTime(["%Y-%m-%d"])
MAY_BE_EMPTY = {
    "land": "State or region",
    "promise": "What the team promises whoever asks, in one sentence (shown on pages)",
    "phone_hour": "When the team is sure to answer the phone (shown on pages)",
    "operator_name": "Operator: name of the institution (imprint)",
    "operator_address": "Operator: postal address (imprint)",
    "operator_email": "Operator: e-mail for everybody (imprint, help)",
    "operator_phone": "Operator: telephone for everybody (imprint, help)",
    "responsible": "Responsible for the content: name and address (imprint)",
    "privacy_officer": "Data protection officer: name and address (privacy)",
    "supervisory_authority": "Data protection authority: name and address (privacy)",
    "ombuds_office": "Ombuds office for accessibility: name and address (accessibility)",
}


def init_app(app: Flask) -> None:
    app.cli.add_command(init)


def at_init(app: Flask, step: Callable[[], object]) -> None:
    """Registers what a feature puts into every new programme, in the transaction of `init`."""
    app.extensions.setdefault("at_init", []).append(step)


def bounded(_context: click.Context, option: click.Parameter, text: str) -> str:
    longest = {"lead_name": 80, "lead_email": 254}.get(option.name) or Programme.__table__.c[option.name].type.length
    if len(text.strip()) > longest:
        raise click.BadParameter(f"at most {longest} characters")
    return text.strip()


def where_nobody_is(context: click.Context, option: click.Parameter, text: str) -> str:
    """Looks whether anything may begin here before fifteen more questions are asked."""
    with context.ensure_object(ScriptInfo).load_app().app_context():
        migrating.bring_up_to_date()
        refuse_unless_empty()
    return bounded(context, option, text)


def address(context: click.Context, option: click.Parameter, text: str) -> str:
    name, _, host = bounded(context, option, text).partition("@")
    if not name or not host or " " in text.strip():
        raise click.BadParameter("this is not an e-mail address")
    return f"{name}@{host}"


def long_enough(_context: click.Context, _option: click.Parameter, password: str) -> str:
    if len(password) < SHORTEST:
        raise click.BadParameter(f"at least {SHORTEST} characters")
    return password


def asking_for_facts(command: Callable) -> Callable:
    """An option and a question for each fact; an empty answer is said on the page it belongs to."""
    for name, question in reversed(MAY_BE_EMPTY.items()):
        flag = f"--{name.replace('_', '-')}"
        ask = click.option(flag, prompt=f"{question}, may be empty", default="", show_default=False, callback=bounded)
        command = ask(command)
    return command


@click.command("init")
@click.option("--name", prompt="Name of the programme", callback=where_nobody_is, is_eager=True)
@click.option("--starts-on", prompt="First day (YYYY-MM-DD)", type=DAY)
@click.option("--ends-on", prompt="Last day (YYYY-MM-DD)", type=DAY)
@asking_for_facts
@click.option("--lead-name", prompt="First account, programme lead: name", callback=bounded)
@click.option("--lead-email", prompt="First account: e-mail", callback=address)
@click.password_option("--lead-password", prompt="First account: password", callback=long_enough)
@with_appcontext
def init(lead_name: str, lead_email: str, lead_password: str, **frame) -> None:
    """Begins a programme of your own: its frame, its rooms, the tool catalogue, the first account."""
    refuse_unless_empty()
    begin(frame)
    lead = first_account(lead_name, lead_email, lead_password)
    for step in current_app.extensions.get("at_init", []):
        step()
    audit.log("programme.beginning", frame["name"], by=lead.id)
    db.session.commit()
    current_app.extensions.pop("programme", None)
    click.echo(f"{frame['name']} is ready. Start it with `python3 app.py` and sign in as {lead_email}.")


def refuse_unless_empty() -> None:
    if db.session.scalar(select(User.id).limit(1)) or db.session.scalar(select(Programme.id).limit(1)):
        home = current_app.config["HOME"]
        raise click.ClickException(f"there is a programme already in {home}; name an empty folder in NEIGHBOUR_HOME")


def begin(frame: dict) -> None:
    starts, ends = (frame[name].date() for name in ("starts_on", "ends_on"))
    if ends < starts:
        raise click.BadParameter("it is before the first day", param_hint="--ends-on")
    db.session.add(Programme(**{**frame, "starts_on": starts, "ends_on": ends}))


def first_account(name: str, email: str, password: str) -> User:
    """On the team and leading it: from here on everybody else is invited on the web."""
    roles = [Role(name=RoleName.TEAM), Role(name=RoleName.LEAD)]
    user = User(name=name, handle=free_handle(name), email=email, password_hash=hash_password(password), roles=roles)
    db.session.add(user)
    db.session.flush()
    return user
