"""Passwords: argon2id, two hashes at a time, and the same work for an account that does not exist."""

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from flask import current_app

SHORTEST = 10
AT_ONCE = threading.BoundedSemaphore(2)  # 19 MiB each: memory for two, the third waits


@cache
def hasher(memory_kib: int) -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)


def current_hasher() -> PasswordHasher:
    return hasher(current_app.config["ARGON2_MEMORY_KIB"])


@cache
def nobody(memory_kib: int) -> str:
    """A hash that no password fits, so that an unknown address costs what a known one costs."""
    return hasher(memory_kib).hash("no account has this password")


def hash_password(password: str) -> str:
    with AT_ONCE:
        return current_hasher().hash(password)


def fits(password: str, password_hash: str | None) -> bool:
    """Whether the password belongs to the hash; takes the same time without one."""
    expected = password_hash or nobody(current_app.config["ARGON2_MEMORY_KIB"])
    try:
        with AT_ONCE:
            return current_hasher().verify(expected, password) and password_hash is not None
    except (VerifyMismatchError, InvalidHashError):
        return False
