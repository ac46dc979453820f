"""Who did what to whom: lines that are written with the effect and never changed."""

from neighbour.audit.models import LogLine, log

__all__ = ["LogLine", "log"]
