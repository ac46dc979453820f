"""The line between browser and app does what it says: seen from a plain client, and from the server beyond."""

import threading
import time
from http.client import HTTPConnection, HTTPException, IncompleteRead
from http.server import ThreadingHTTPServer

import pytest

from tests.network import Line
from tests.serving.echo import PAGE, Echo
from tests.serving.starts import wait_until


@pytest.fixture(scope="module")
def beyond():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    server.posted = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def line(beyond):
    beyond.posted.clear()
    with Line(beyond.server_port) as line:
        yield line


@pytest.fixture
def ask(line):
    """Over one connection, which is kept as long as it lives."""
    connection = HTTPConnection("127.0.0.1", line.port, timeout=2)

    def asked(method: str = "GET", path: str = "/", body: bytes | None = None):
        try:
            connection.request(method, path, body)
            answer = connection.getresponse()
            return answer, answer.read()
        except (OSError, HTTPException):
            connection.close()
            raise

    yield asked
    connection.close()


@pytest.mark.parametrize("path", ["/page", "/chunks"])
def test_in_good_weather_everything_passes_over_one_connection(line, ask, beyond, path):
    assert ask(path=path)[1] == ask(path=path)[1] == PAGE
    assert ask("POST", "/words", b"Hallo")[0].status == 204

    assert beyond.posted == [b"Hallo"]
    assert (line.asked("GET *"), line.asked(f"GET {path}"), line.asked("POST *"), line.reached()) == (2, 2, 1, 3)
    assert line.octets("GET *") > 2 * len(PAGE)
    assert len(line.open) == 1


def test_a_refused_line_cuts_open_connections_too(line, ask, beyond):
    ask()
    line.becomes("refuse")

    for _time in range(2):
        with pytest.raises((OSError, HTTPException)):
            ask("POST", "/words", b"Hallo")
    assert beyond.posted == []

    line.becomes("ok")
    assert ask("POST", "/words", b"Hallo")[0].status == 204


def test_a_line_that_hangs_takes_the_request_and_never_answers(line, ask, beyond):
    line.becomes("hang")

    with pytest.raises(TimeoutError):
        ask("POST", "/words", b"Hallo")

    assert beyond.posted == []
    assert (line.asked(), line.reached()) == (1, 0)


def test_whoever_hangs_is_cut_off_when_the_weather_changes(line, beyond):
    line.becomes("hang")
    connection = HTTPConnection("127.0.0.1", line.port, timeout=20)
    connection.request("GET", "/")
    assert wait_until(lambda: line.asked() == 1)
    line.becomes("ok")

    with pytest.raises((OSError, HTTPException)):
        connection.getresponse()
    connection.close()


def test_a_cut_line_loses_the_answer_after_the_work_is_done(line, ask, beyond):
    line.becomes("cut")

    with pytest.raises((OSError, HTTPException)):
        ask("POST", "/words", b"Hallo")

    assert beyond.posted == [b"Hallo"]


@pytest.mark.parametrize("path", ["/page", "/chunks"])
def test_half_an_answer_breaks_off_in_its_body(line, ask, path):
    line.becomes("half")

    with pytest.raises(IncompleteRead) as broken:
        ask(path=path)

    assert 0 < len(broken.value.partial) < len(PAGE)


def test_a_stalled_answer_has_headers_and_nothing_else(line):
    line.becomes("stall")
    connection = HTTPConnection("127.0.0.1", line.port, timeout=0.3)
    connection.request("GET", "/")

    answer = connection.getresponse()

    assert answer.status == 200
    with pytest.raises(TimeoutError):
        answer.read()
    connection.close()


def test_a_trickle_lets_so_many_octets_through_a_second(line, ask):
    line.becomes("trickle", octets=4000)
    began = time.monotonic()

    assert ask()[1] == PAGE

    assert time.monotonic() - began >= len(PAGE) / 4000 * 0.8


def test_a_portal_answers_itself_or_sends_to_its_own_host(line, ask, beyond):
    line.becomes("portal-200")
    answer, page = ask("POST", "/words", b"Hallo")
    assert (answer.status, b"Willkommen" in page) == (200, True)

    line.becomes("portal-302")
    answer, _page = ask()
    assert (answer.status, answer.headers["Location"]) == (302, f"http://localhost:{line.port}/portal")
    assert b"Willkommen" in ask(path="/portal")[1]

    assert (beyond.posted, line.reached()) == ([], 0)


def test_an_error_is_the_apps_own_and_comes_as_often_as_it_should(line, ask, beyond):
    line.becomes("error", "POST *", times=2, status="503 Busy")

    statuses = [ask("POST", "/words", b"Hallo")[0].status for _time in range(3)]

    assert statuses == [503, 503, 204]
    assert beyond.posted == [b"Hallo"]


def test_only_what_matches_meets_the_weather(line, ask):
    line.becomes("refuse", "POST /words*")

    assert ask("POST", "/other", b"Hallo")[0].status == 204
    assert ask(path="/words")[0].status == 200
    with pytest.raises((OSError, HTTPException)):
        ask("POST", "/words?again", b"Hallo")


def test_latency_costs_a_round_trip_for_the_connection_and_one_for_each_request(line, ask):
    line.latency = 0.1
    taken = []
    for _time in range(2):
        began = time.monotonic()
        ask()
        taken.append(time.monotonic() - began)

    assert taken[0] >= 0.2
    assert taken[1] >= 0.1
