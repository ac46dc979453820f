"""That a device has taken something along: once its storage is empty all the same, its browser has cleared it."""

from flask_login import current_user
from sqlalchemy import update

from neighbour.accounts.models.device import Device
from neighbour.db import db, now
from neighbour.web.transaction import remember


def has_taken() -> bool:
    device = current_user.device
    return device is not None and device.took_along_at is not None


def remember_taking() -> None:
    device = current_user.device
    if device is not None and device.took_along_at is None:
        mine = update(Device).where(Device.id == device.id).values(took_along_at=now())
        remember(lambda: db.session.execute(mine))
