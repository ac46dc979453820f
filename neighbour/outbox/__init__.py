"""An operation counts once, however often it arrives; whoever sent it gets a receipt."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.outbox import answering, receipts, routes, tidying, whose
from neighbour.outbox.asking import named_operation, operation_id
from neighbour.outbox.kinds import kind_words, name_kinds
from neighbour.outbox.models import Letter, OutboxKey, Receipt
from neighbour.outbox.receipts import receipt_words
from neighbour.outbox.words import understood

__all__ = [
    "Letter", "OutboxKey", "Receipt", "init_app", "kind_words", "name_kinds", "named_operation", "operation_id",
    "receipt_words", "understood",
]  # fmt: skip


def init_app(app: Flask) -> None:
    whose.init_app(app)
    receipts.init_app(app)
    answering.init_app(app)
    tidying.init_app(app)
    routes.init_app(app)
    name_kinds(app, **{"outbox.create_letter": _l("Brief an das Projektteam")})
