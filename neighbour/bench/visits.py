"""Somebody who is signed in and asks the server, and four of them at once."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from itertools import count
from urllib.parse import urlencode

from neighbour.bench.house import House
from neighbour.bench.rows import PASSWORD
from neighbour.db import uuid7

AT_ONCE = 4
# The last: pictures that are not left until somebody scrolls to them.
FETCHED = re.compile(
    r'<link rel="(?:stylesheet|icon|manifest)"[^>]*? href="([^"]+)"|<script[^>]*? src="([^"]+)"|<use href="([^"#]+)'
    r'|<img(?![^>]*loading)[^>]*? src="([^"]+)"'
)
SCRIPT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@dataclass
class Answer:
    """What came back, as it came over the wire."""

    status: int
    headers: dict
    body: bytes

    @property
    def octets(self) -> int:
        """The body, and about what its headers took."""
        return len(self.body) + sum(len(name) + len(words) + 4 for name, words in self.headers.items())


class Visit:
    """One connection of somebody who is signed in."""

    def __init__(self, house: House, cookie: str = ""):
        self.house = house
        self.origin = f"http://127.0.0.1:{house.port}"
        self.connection = HTTPConnection("127.0.0.1", house.port, timeout=30)
        self.cookie = cookie

    def ask(self, method: str, address: str, body: str = "", plain: bool = False, **headers: str) -> Answer:
        headers = {
            "Cookie": self.cookie,
            "Accept-Encoding": "identity" if plain else "br, gzip",
            "Accept-Language": "de",
            **headers,
        }
        if method == "POST":
            headers |= {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, address, body.encode() if method == "POST" else None, headers)
        response: HTTPResponse = self.connection.getresponse()
        return Answer(response.status, {name.lower(): words for name, words in response.getheaders()}, response.read())

    def sign_in(self, email: str) -> None:
        form = urlencode({"email": email, "password": PASSWORD, "device": "mine"})
        answer = self.ask("POST", "/sign-in", form)
        if answer.status != 303:
            raise RuntimeError(f"signing in answered {answer.status}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def reply(self, topic: str, number: int) -> Answer:
        form = urlencode({"body": f"Antwort {number}: wir treffen uns am Abend im Saal.", "operation_id": uuid7()})
        return self.ask("POST", f"/forum/topics/{topic}/posts", form, **SCRIPT)

    def page_with_its_files(self, address: str) -> dict[str, Answer]:
        """The page, and every file that a browser fetches for it at a first visit."""
        html = self.ask("GET", address, plain=True).body.decode()
        files = {name for found in FETCHED.findall(html) for name in found if name}
        return {at: self.ask("GET", at) for at in (address, *sorted(files))}


def cpu_per_request(house: House, cookie: str, act: Callable[[Visit, int], Answer], times: int) -> float:
    """CPU seconds that the server needs for one of `times` requests over four connections."""
    crowd(house, cookie, act, max(AT_ONCE, times // 10), count(times))
    before = house.cpu_seconds()
    crowd(house, cookie, act, times, count())
    return (house.cpu_seconds() - before) / times


def crowd(house: House, cookie: str, act: Callable[[Visit, int], Answer], times: int, numbers: count) -> None:
    """Raises RuntimeError when an answer is not a success."""
    wanted, failed = iter(range(times)), []

    def go() -> None:
        visit = Visit(house, cookie)
        for _turn in wanted:
            answer = act(visit, next(numbers))
            if answer.status >= 400:
                failed.append(answer.status)

    threads = [threading.Thread(target=go) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(f"{len(failed)} of {times} requests answered {sorted(set(failed))}")
