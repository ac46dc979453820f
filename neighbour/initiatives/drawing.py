"""What is drawn into pages: the map of the state."""

import re
from functools import cache

from markupsafe import Markup

from neighbour.config import ROOT
from neighbour.initiatives.models import Region

# Where each name stands on the map, beside its marks, in the units of the drawing.
NAMES_AT = {
    Region.HOLLERLAND: (30, 19),
    Region.BRAMMER_LAND: (67, 40),
    Region.BERGLAND: (65, 67),
    Region.REVIER: (38, 75),
    Region.GRENZLAND: (12, 32),
}


@cache
def land() -> Markup:
    """Regions and rivers as the inner part of an SVG, so that the colours of the page reach them."""
    return Markup(re.sub(r"</?svg[^>]*>", "", (ROOT / "static" / "map.svg").read_text()))
