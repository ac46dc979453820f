"""The network as a fixture: a line between any browser and the app that fails in the ways halls and trains do.

`line.becomes("cut", "POST /forum/*")` loses the answers to these requests after the server has done its work, until
`line.becomes("ok")`; with `times=2` only the next two. `line.asked("POST /forum/*")` counts what came by. It knows
HTTP/1.1 and no browser: a page, its worker and a connection that was kept open meet the same.

ok · refuse (reset) · hang (taken, never answered) · cut (the server does the work, its answer is lost) · half (the answer
breaks off) · stall (headers, then nothing) · trickle (`octets` a second) · portal-200, portal-302 (a captive portal) ·
error (the app's own `status`). `latency` is a round trip: one for a new connection, one for every request.
"""

import asyncio
import threading
from types import TracebackType

from tests.weather import Broken, Ended, Mode, Passage, Visit, Weather
from tests.wire import read_head

PATIENCE = 20
FOR_EVER = float("inf")


class Line:
    """A port of its own before the app's: the address to give a browser, and the weather on the way."""

    def __init__(self, port: int) -> None:
        self.beyond = port
        self.latency = 0.0
        self.visits: list[Visit] = []
        self.weather = Weather()
        self.open: set[asyncio.StreamWriter] = set()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.server: asyncio.Server = self.within(asyncio.start_server(self.meet, "127.0.0.1", 0))
        self.port: int = self.server.sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def within(self, coroutine):
        """What the line's own thread makes of it."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(PATIENCE)

    def becomes(
        self, mode: Mode, to: str = "*", *, times: float = FOR_EVER, octets: int = 50, status: str = "500 Oh"
    ) -> None:
        """In force when this returns. Whoever was left hanging by the weather before is cut off now."""
        self.within(self.turn(Weather(mode, to, times, octets, status)))

    async def turn(self, weather: Weather) -> None:
        before, self.weather = self.weather, weather
        before.passed.set()
        if weather.mode == "refuse" and weather.to == "*":
            for writer in self.open:
                writer.transport.abort()

    def asked(self, pattern: str = "*") -> int:
        """How many requests like `"POST /forum/*"` came by; a query belongs to the address."""
        return sum(visit.matches(pattern) for visit in list(self.visits))

    def reached(self, pattern: str = "*") -> int:
        """How many of them the server saw."""
        return sum(visit.reached and visit.matches(pattern) for visit in list(self.visits))

    def octets(self, pattern: str = "*") -> int:
        """How much came back in answers, headers included."""
        return sum(visit.octets for visit in list(self.visits) if visit.matches(pattern))

    def forget(self) -> None:
        """Counts from here."""
        self.visits.clear()

    def weather_for(self, visit: Visit) -> Weather:
        if not visit.matches(self.weather.to) or not self.weather.times:
            return Weather()
        self.weather.times -= 1
        return self.weather

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open.add(writer)
        try:
            await asyncio.sleep(self.latency)
            while request := await read_head(reader):
                passage = Passage(request, reader, writer, self.beyond)
                self.visits.append(passage.visit)
                await asyncio.sleep(self.latency)
                await passage.through(self.weather_for(passage.visit))
        except Ended:
            pass
        except (OSError, EOFError, Broken, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            self.open.discard(writer)
            writer.close()

    async def end(self) -> None:
        self.server.close()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def close(self) -> None:
        self.within(self.end())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(PATIENCE)

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
