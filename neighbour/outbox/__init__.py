"""An operation counts once, however often it arrives; whoever sent it gets a receipt."""

from flask import Flask

from neighbour.outbox import answering, page, receipts, tidying, whose
from neighbour.outbox.asking import named_operation, operation_id
from neighbour.outbox.models import Receipt
from neighbour.outbox.receipts import receipt_words

__all__ = ["Receipt", "init_app", "named_operation", "operation_id", "receipt_words"]


def init_app(app: Flask) -> None:
    whose.init_app(app)
    receipts.init_app(app)
    answering.init_app(app)
    tidying.init_app(app)
    app.register_blueprint(page.bp)
