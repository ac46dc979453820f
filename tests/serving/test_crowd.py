"""Three people signing in at once and a hung upload do not make other people's writes wait."""

import http.client
import socket
import statistics
import threading
import time
from urllib.parse import urlencode

import pytest

from neighbour import create_app
from neighbour.config import Config
from neighbour.db import db, migrating
from tests import cast
from tests.serving.starts import Start

FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    home = tmp_path_factory.mktemp("crowd")
    app = create_app(Config(HOME=home, SECRET_KEY="only to fill the database"))
    with app.app_context():
        migrating.bring_up_to_date()
        cast.move_in()
        db.engine.dispose()
    start = Start(home).wait_until_up()
    yield start
    start.end()


def post(server: Start, path: str, form: dict, cookie: str = "") -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    line.request("POST", path, urlencode(form), {**FORM, "Cookie": cookie})
    answer = line.getresponse()
    answer.read()
    return answer


def sign_in(server: Start, handle: str, password: str = cast.PASSWORD) -> str:
    answer = post(server, "/sign-in", {"email": f"{handle}@example.org", "password": password, "device": "mine"})
    return (answer.getheader("Set-Cookie") or "").split(";")[0]


def write(server: Start, cookie: str, name: str) -> float:
    began = time.perf_counter()
    assert post(server, "/me", {"name": name}, cookie).status == 303
    return time.perf_counter() - began


def test_a_write_passes_uploads_that_hang(server):
    """More of them than there would be threads in a small pool; each holds its connection half sent."""
    cookie, hanging = sign_in(server, "ada"), []
    head = f"POST /me HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: 1000000\r\nCookie: {cookie}\r\n"
    for _ in range(8):
        line = socket.create_connection(("127.0.0.1", server.port))
        line.sendall((head + "Sec-Fetch-Site: same-origin\r\n\r\nname=").encode() + b"x" * 5000)
        hanging.append(line)

    try:
        assert write(server, cookie, "Ada meanwhile") > 0
    finally:
        for line in hanging:
            line.close()


def test_a_write_does_not_queue_behind_sign_ins(server):
    """Taking the lock before the password is checked makes writes as slow as the sign-ins beside them."""
    cookie, stop, sign_ins = sign_in(server, "ben"), threading.Event(), []

    def keep_signing_in(handle: str):
        while not stop.is_set():
            began = time.perf_counter()
            sign_in(server, handle)
            sign_ins.append(time.perf_counter() - began)

    crowd = [threading.Thread(target=keep_signing_in, args=(handle,)) for handle in ("cem", "dora", "eva")]
    for person in crowd:
        person.start()
    writes = [write(server, cookie, f"Ben {number}") for number in range(20)]
    stop.set()
    for person in crowd:
        person.join()

    assert statistics.median(writes) < statistics.median(sign_ins)
