"""What comes out of a printer, and what a camera then reads on it."""

import io
import re

import zxingcpp
from PIL import Image

A4 = (595, 842)


def printed_pages(page) -> list[tuple[int, int]]:
    """Width and height of every page that comes out of the printer, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def codes_on(page, place: str) -> list[str]:
    """What a camera reads on the printed page."""
    page.emulate_media(media="print")
    pictures = [Image.open(io.BytesIO(code.screenshot(scale="css"))) for code in page.locator(place).all()]
    page.emulate_media(media="null")
    larger = [picture.resize((picture.width * 3, picture.height * 3)) for picture in pictures]
    return [code.text for picture in larger for code in zxingcpp.read_barcodes(picture)]
