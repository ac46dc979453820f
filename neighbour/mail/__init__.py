"""Mails are rows first, written with their cause and sent by the worker."""

from neighbour.mail.models import Mail, write

__all__ = ["Mail", "write"]
