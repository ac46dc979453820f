"""What is kept of what devices send."""

from neighbour.outbox.models.key import OutboxKey
from neighbour.outbox.models.letter import Letter
from neighbour.outbox.models.receipt import LONGEST_LOCATION, Receipt

__all__ = ["LONGEST_LOCATION", "Letter", "OutboxKey", "Receipt"]
