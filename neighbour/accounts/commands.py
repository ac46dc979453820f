"""`user …`: what an operator does to accounts from the command line."""

import click
from flask import Flask
from flask.cli import AppGroup

from neighbour import audit
from neighbour.accounts.handles import free_handle
from neighbour.accounts.models import Role, RoleName, User
from neighbour.accounts.passwords import hash_password
from neighbour.db import db

group = AppGroup("user", help="Accounts: add somebody, give a role, set a password, end an account.")


def init_app(app: Flask) -> None:
    app.cli.add_command(group)


def find(email: str) -> User:
    user = db.session.scalars(User.with_email(email)).unique().one_or_none()
    if user is None:
        raise click.ClickException(f"no account with the address {email}")
    return user


@group.command("add")
@click.argument("email")
@click.argument("name")
@click.option("--role", type=click.Choice(list(RoleName)), multiple=True)
@click.password_option()
def add(email: str, name: str, role: tuple[str, ...], password: str) -> None:
    """Adds an account with its roles."""
    user = User(email=email, name=name, handle=free_handle(name), password_hash=hash_password(password))
    user.roles = [Role(name=each) for each in role]
    db.session.add(user)
    audit.log("accounts.addition", f"{name}: {', '.join(role)}", by=None, subject=user.id)
    db.session.commit()
    click.echo(f"added {email}")


@group.command("role")
@click.argument("email")
@click.argument("role", type=click.Choice(list(RoleName)))
def role(email: str, role: str) -> None:
    """Gives somebody a role."""
    user = find(email)
    if role not in user.role_names:
        user.roles.append(Role(name=role))
        audit.log("accounts.role", f"{user.name}: {role}", by=None, subject=user.id)
    db.session.commit()


@group.command("password")
@click.argument("email")
@click.password_option()
def password(email: str, password: str) -> None:
    """Sets a new password."""
    find(email).password_hash = hash_password(password)
    db.session.commit()
