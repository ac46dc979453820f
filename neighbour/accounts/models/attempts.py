"""Wrong passwords and codes are slowed down, per account and per network address, and nobody is ever locked out."""

import hashlib
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, db, now

FREE = {"pair": 4, "account": 20, "address": 30}
LONGEST = {"pair": timedelta(minutes=1), "account": timedelta(seconds=20), "address": timedelta(minutes=1)}
FORGOTTEN_AFTER = timedelta(hours=1)


class Attempts(Model):
    """Failures, or uses, with one key: an account, a network address, or both together. Keys are digests, not names."""

    __tablename__ = "accounts_attempts"

    key: Mapped[str] = mapped_column(String(64), unique=True)
    failures: Mapped[int] = mapped_column(default=0)
    last_at: Mapped[datetime] = mapped_column(default=now, index=True)
    next_at: Mapped[datetime] = mapped_column(default=now)


def keys(account: str, address: str) -> dict[str, str]:
    """The three keys of one attempt by their kind. `@heinz` and `Heinz` are one account, as at the sign-in."""
    account, network = account.strip().lower().removeprefix("@"), network_of(address)
    words = {"pair": f"{account}|{network}", "account": account, "address": network}
    return {kind: hashlib.sha256(f"{kind}|{word}".encode()).hexdigest() for kind, word in words.items()}


def network_of(address: str) -> str:
    """The address, or for IPv6 its /64: one household owns that many addresses."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return parsed.exploded[:19]
    return str(parsed)


def seconds_to_wait(account: str, address: str) -> int:
    """How long until the next attempt is looked at; 0 when it may be made now."""
    rows = db.session.scalars(select(Attempts).where(Attempts.key.in_(keys(account, address).values())))
    latest = max((row.next_at for row in rows), default=now())
    return max(0, round((latest - now()).total_seconds()))


def count_failure(account: str, address: str) -> None:
    """Writes the failure down. The wait doubles after each free attempt, up to its longest."""
    for kind, key in keys(account, address).items():
        row = db.session.scalar(select(Attempts).where(Attempts.key == key).with_for_update())
        if row is None:
            row = Attempts(key=key, failures=0)
            db.session.add(row)
        elif now() - row.last_at > FORGOTTEN_AFTER:
            row.failures = 0
        row.failures += 1
        row.last_at = now()
        row.next_at = now() + wait_after(kind, row.failures)


def count_use(what: str, address: str) -> int:
    """How often `what` was done from this network, this time included; forgotten a day after the last time."""
    key = hashlib.sha256(f"use|{what}|{network_of(address)}".encode()).hexdigest()
    row = db.session.scalar(select(Attempts).where(Attempts.key == key).with_for_update())
    if row is None:
        row = Attempts(key=key, failures=0)
        db.session.add(row)
    row.failures += 1
    row.last_at = now()
    db.session.flush()
    return row.failures


def wait_after(kind: str, failures: int) -> timedelta:
    over = failures - FREE[kind]
    return min(timedelta(seconds=2 ** min(over, 10)), LONGEST[kind]) if over > 0 else timedelta()


def forget(account: str, address: str) -> None:
    """A right password clears the account and its pair; the address keeps its count."""
    found = keys(account, address)
    db.session.execute(delete(Attempts).where(Attempts.key.in_((found["pair"], found["account"]))))
