"""Files as office programs write them, cut down to what makes them recognisable."""

import zipfile
from io import BytesIO

ODF = "application/vnd.oasis.opendocument."
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def package(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, octets in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            written.writestr(name, octets, compress_type=how)
    return file.getvalue()


def libreoffice(kind: str) -> bytes:
    return package({"mimetype": f"{ODF}{kind}".encode(), "content.xml": b"<office/>"})


def microsoft(part: str, **more: bytes) -> bytes:
    return package({"[Content_Types].xml": b"<Types/>", part: b"<w/>", **more})


def swelling() -> bytes:
    """Small on the way, 400 MB when opened."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("[Content_Types].xml", b"<Types/>")
        with written.open("word/document.xml", "w") as part:
            for _ in range(400):
                part.write(bytes(1024 * 1024))
    return file.getvalue()


def crowded() -> bytes:
    """A directory of 9,000 parts with long names and nothing in them."""
    return microsoft("word/document.xml", **{f"{number:050}": b"" for number in range(9_000)})
