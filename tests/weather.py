"""What can happen to a request on its way: one method per kind of weather."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from tests.wire import Head, has_body, message, read_body, read_head

Mode = Literal["ok", "refuse", "hang", "cut", "half", "stall", "trickle", "portal-200", "portal-302", "error"]
PORTAL = (
    "<!doctype html><title>Willkommen im WLAN</title><h1>Willkommen</h1><p>Bitte stimmen Sie den Bedingungen zu.</p>"
)
A_TENTH = 0.1


class Broken(Exception):
    """The line is dead: the connection ends here."""


class Ended(Exception):
    """The connection is closed in order, and what was sent arrives."""


@dataclass
class Weather:
    """What becomes of the next `times` requests that match, until it has `passed`."""

    mode: Mode = "ok"
    to: str = "*"
    times: float = float("inf")
    octets: int = 50
    status: str = ""
    passed: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Visit:
    """One request that came by: what became of it, whether the server saw it, how many octets of answer went back."""

    request: str
    mode: Mode
    reached: bool = False
    octets: int = 0

    def matches(self, pattern: str) -> bool:
        return fnmatchcase(self.request, pattern)


class Passage:
    """One request on its way to the app on port `beyond`, and its answer on the way back."""

    def __init__(self, request: Head, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, beyond: int) -> None:
        self.request = request
        self.reader = reader
        self.writer = writer
        self.beyond = beyond
        self.visit = Visit(" ".join(request.words[:2]), "ok")

    async def through(self, weather: Weather) -> None:
        """Raises Broken where the connection does not survive it."""
        self.weather = weather
        self.visit.mode = weather.mode
        await getattr(self, weather.mode.replace("-", "_"))()

    async def give(self, piece: bytes) -> None:
        self.writer.write(piece)
        self.visit.octets += len(piece)
        await self.writer.drain()

    @asynccontextmanager
    async def answer(self) -> AsyncIterator[tuple[Head, AsyncIterator[bytes]]]:
        """The server's, over a connection of its own."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.beyond)
        try:
            writer.write(self.request.raw)
            async for piece in read_body(self.request, self.reader, ends_with_connection=False):
                writer.write(piece)
                await writer.drain()
            self.visit.reached = True
            head = await read_head(reader)
            if head is None:
                raise Broken
            body = read_body(head, reader, ends_with_connection=True)
            yield head, body if has_body(self.request, head) else nothing()
        finally:
            writer.close()

    async def whole_answer(self) -> tuple[bytes, bytes]:
        async with self.answer() as (head, body):
            return head.raw, b"".join([piece async for piece in body])

    async def dismissed(self) -> None:
        """The request is taken, and goes nowhere."""
        async for _piece in read_body(self.request, self.reader, ends_with_connection=False):
            pass

    async def ok(self) -> None:
        async with self.answer() as (head, body):
            await self.give(head.raw)
            async for piece in body:
                await self.give(piece)
        if has_body(self.request, head) and not head.field("Content-Length") and not head.field("Transfer-Encoding"):
            raise Ended

    async def refuse(self) -> None:
        raise Broken

    async def hang(self) -> None:
        await self.weather.passed.wait()
        raise Broken

    async def cut(self) -> None:
        await self.whole_answer()
        raise Broken

    async def half(self) -> None:
        head, body = await self.whole_answer()
        await self.give(head + body[: len(body) // 2] if body else head[: len(head) // 2])
        raise Ended

    async def stall(self) -> None:
        head, _body = await self.whole_answer()
        await self.give(head)
        await self.hang()

    async def trickle(self) -> None:
        head, body = await self.whole_answer()
        answer, step = head + body, max(1, round(self.weather.octets * A_TENTH))
        while answer and not self.weather.passed.is_set():
            await self.give(answer[:step])
            answer = answer[step:]
            await asyncio.sleep(step / self.weather.octets)
        await self.give(answer)

    async def portal_200(self) -> None:
        await self.dismissed()
        await self.give(message("200 OK", PORTAL, Content_Type="text/html; charset=utf-8"))

    async def portal_302(self) -> None:
        """To the portal's own host, where it answers like `portal_200`."""
        if self.request.words[1] == "/portal":
            return await self.portal_200()
        await self.dismissed()
        port = self.writer.get_extra_info("sockname")[1]
        await self.give(message("302 Found", "", Location=f"http://localhost:{port}/portal"))

    async def error(self) -> None:
        """The app's own, before it could do anything."""
        await self.dismissed()
        ours = {"X_Neighbour": "test", "X_Account": self.request.field("X-Account")}
        await self.give(message(self.weather.status, "{}", Content_Type="application/json", **ours))


async def nothing() -> AsyncIterator[bytes]:
    for piece in ():
        yield piece
