"""An address as a code that a camera reads: a drawing in the page, no file, no style attribute."""

import segno
from markupsafe import Markup


def qr(address: str) -> Markup:
    """With its quiet zone, dark on white in every look; sized by the page."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None))
