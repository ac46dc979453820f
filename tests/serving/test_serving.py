"""Server and worker start together and end together, however they end."""

import os
import signal
import socket
import time

import pytest

from tests.serving.starts import Start, free_port, is_running, wait_until


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def begin(home):
    """Starts that are gone when the test is over."""
    starts = []

    def begin(folder=home, port=None):
        starts.append(Start(folder, port))
        return starts[-1]

    yield begin
    for start in starts:
        start.process.kill()
        start.process.communicate()


def test_the_address_is_printed_once_it_answers(begin):
    start = begin()

    line = start.process.stdout.readline()

    assert start.address in line
    assert start.answers()
    assert start.end()[0] == 0


def test_a_second_start_names_the_first_and_is_refused(begin, home):
    first = begin().wait_until_up()

    code, printed = begin().result()

    assert code == 1
    assert first.address in printed
    assert str(first.process.pid) in printed
    assert first.answers()


def test_a_port_in_use_is_refused(begin, tmp_path):
    first = begin().wait_until_up()
    (tmp_path / "other").mkdir()

    code, printed = begin(tmp_path / "other", first.port).result()

    assert code == 1
    assert first.address in printed


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_server_and_worker_cleanly(begin, number):
    start = begin().wait_until_up()
    children = start.children()
    told = time.monotonic()

    code, _ = start.end(number)

    assert code == 0
    assert len(children) == 2
    assert not any(is_running(child) for child in children)
    assert time.monotonic() - told < 5


def test_an_upload_that_hangs_does_not_keep_the_server_from_ending(begin):
    start = begin().wait_until_up()
    with socket.create_connection(("127.0.0.1", start.port)) as line:
        line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nemail=")
        told = time.monotonic()

        code, _ = start.end()

    assert code == 0
    assert time.monotonic() - told < 5


def test_killing_the_parent_ends_server_and_worker(begin, home):
    start = begin().wait_until_up()
    children = start.children()

    start.end(signal.SIGKILL)

    assert len(children) == 2
    assert wait_until(lambda: not any(is_running(child) for child in children))
    assert begin(port=free_port()).wait_until_up().answers()


@pytest.mark.parametrize("which", [0, 1])
def test_a_child_that_dies_takes_the_other_along_and_the_exit_code_says_so(begin, which):
    start = begin().wait_until_up()
    children = start.children()

    os.kill(children[which], signal.SIGKILL)
    code, printed = start.result()

    assert code == 1
    assert "by itself" in printed or "Unexpected exit" in printed
    assert not any(is_running(child) for child in children)


def test_a_second_start_is_quick(begin, record_property):
    begin().wait_until_up().end()

    start = begin().wait_until_up()

    record_property("seconds_to_first_answer", round(time.monotonic() - start.began, 2))
    assert start.answers()
