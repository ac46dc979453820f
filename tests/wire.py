"""HTTP/1.1 as it lies on the wire: where a message begins and ends (RFC 9112), its bytes untouched."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

PIECE = 65_536
WITHOUT_BODY = (204, 304)


@dataclass(frozen=True)
class Head:
    """The first line and the headers of a message."""

    raw: bytes

    @property
    def words(self) -> list[str]:
        """`["POST", "/forum/topics", "HTTP/1.1"]` of a request, `["HTTP/1.1", "201", …]` of an answer."""
        return self.raw.partition(b"\r\n")[0].decode("latin-1").split(" ", 2)

    @property
    def status(self) -> int:
        return int(self.words[1])

    def field(self, name: str) -> str:
        for line in self.raw.decode("latin-1").split("\r\n")[1:]:
            key, _, words = line.partition(":")
            if key.lower() == name.lower():
                return words.strip()
        return ""


async def read_head(reader: asyncio.StreamReader) -> Head | None:
    """None where the other side has closed the connection instead."""
    try:
        return Head(await reader.readuntil(b"\r\n\r\n"))
    except asyncio.IncompleteReadError:
        return None


async def read_body(head: Head, reader: asyncio.StreamReader, *, ends_with_connection: bool) -> AsyncIterator[bytes]:
    """The body in pieces as they come, chunks with their sizes. Only an answer may end with its connection."""
    if "chunked" in head.field("Transfer-Encoding").lower():
        async for piece in read_chunks(reader):
            yield piece
        return
    length = head.field("Content-Length")
    left = int(length) if length else -1 if ends_with_connection else 0
    while left and (piece := await reader.read(PIECE if left < 0 else min(PIECE, left))):
        left = left - len(piece) if left > 0 else left
        yield piece


async def read_chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    size = -1
    while size:
        line = await reader.readuntil(b"\r\n")
        size = int(line.partition(b";")[0], 16)
        yield line + await reader.readexactly(size + 2)


def has_body(request: Head, answer: Head) -> bool:
    return request.words[0] != "HEAD" and answer.status not in WITHOUT_BODY


def message(status: str, body: str, **fields: str) -> bytes:
    """An answer somebody else than the app gives; `Content_Type="text/html"` is a header of it."""
    raw = body.encode()
    fields = {"Content_Length": str(len(raw)), "Cache_Control": "no-store", **fields}
    head = "".join(f"{name.replace('_', '-')}: {words}\r\n" for name, words in fields.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + raw
