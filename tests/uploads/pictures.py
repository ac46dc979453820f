"""Pictures as phones, strangers and attackers send them, made for the tests."""

import random
import re
import struct
import zlib
from io import BytesIO

from PIL import Image


def sent(name: str, octets: bytes) -> tuple[BytesIO, str]:
    """A file as a test client sends it."""
    return BytesIO(octets), name


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Many colours, as a camera sees them."""
    noise = random.Random(7).randbytes(48 * 48 * len(mode))
    return Image.frombytes(mode, (48, 48), noise).resize((width, height), Image.Resampling.BICUBIC)


def written(image: Image.Image, kind: str, **options) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(width: int = 300, height: int = 200, **options) -> bytes:
    return written(photo(width, height), "JPEG", **options)


def bomb(width: int = 9000, height: int = 9000) -> bytes:
    """A PNG of a few kilobytes that decodes to hundreds of megabytes."""
    rows = zlib.compressobj(9)
    packed = b"".join(rows.compress(bytes(1 + width * 3)) for _ in range(height)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def webp_bomb() -> bytes:
    """A WebP of two small frames on a ground of 16,383 pixels square."""
    frames = [photo(40, 40), photo(40, 40).rotate(90)]
    octets = bytearray(written(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    octets[24:30] = (16_382).to_bytes(3, "little") * 2  # the size in its VP8X header
    return bytes(octets)


def chunk(name: bytes, octets: bytes) -> bytes:
    return struct.pack(">I", len(octets)) + name + octets + struct.pack(">I", zlib.crc32(name + octets))


def opened(octets: bytes) -> Image.Image:
    return Image.open(BytesIO(octets))


def size(octets: bytes) -> tuple[int, int]:
    return opened(octets).size


def own_address(browser) -> str:
    """Where one's own page shows one's photo."""
    return re.search(r'src="(/uploads/[^"]+)"', browser.get("/me").text)[1]
