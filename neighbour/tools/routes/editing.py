"""Keeping the catalogue up, for the team."""

from flask import Blueprint


def add_to(bp: Blueprint) -> None:
    """Nothing yet."""
