"""The web server and the worker beside it: whichever ends first takes the other along."""

import os
import signal
import threading
from collections.abc import Callable

import click
from flask import Flask
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import MPServer

from neighbour.serving.address import Address
from neighbour.serving.children import Child, end_with

# A thread waits for the body of its request: with 4 threads, 4 hung uploads were seen to block every page.
# They are made when needed and cost about 130 kB each; more of them than this slowed down the rest.
THREADS = 64
SECONDS_FOR_REQUESTS_TO_END = 3
SECONDS_FOR_WORKER_TO_END = 1


class Server(MPServer):
    """granian in the foreground, with one process of threads."""

    def __init__(self, app: Flask, address: Address, worker: Child, announce: Callable[[str], object]) -> None:
        super().__init__(
            "app:app",
            address=address.host,
            port=address.port,
            interface=Interfaces.WSGI,
            blocking_threads=THREADS,
            http=HTTPModes.http1,
            websockets=False,
            workers_kill_timeout=SECONDS_FOR_REQUESTS_TO_END,
            log_level=LogLevels.error,
        )
        self.app = app
        self.address = address
        self.worker = worker
        self.announce = announce
        self.parent = os.getpid()
        self.worker_ended_first = False

    def run(self) -> None:
        self.serve(target_loader=self.load, wrap_loader=False)
        if self.worker_ended_first:
            raise click.ClickException("the worker process ended by itself, so the server was ended too")

    def load(self) -> Flask:
        end_with(self.parent)
        return self.app

    def startup(self, *spawning) -> None:
        """The threads come last: a process with threads must not be forked."""
        self.worker.start()
        super().startup(*spawning)
        signal.signal(signal.SIGHUP, self.signal_handler_interrupt)
        for watch in (self.watch_worker, self.announce_when_ready):
            threading.Thread(target=watch, daemon=True).start()

    def shutdown(self, exit_code: int = 0) -> None:
        try:
            super().shutdown(exit_code)
        finally:
            self.worker.end(SECONDS_FOR_WORKER_TO_END)

    def watch_worker(self) -> None:
        self.worker.wait()
        if not self.main_loop_interrupt.is_set():
            self.worker_ended_first = True
            self.signal_handler_interrupt()

    def announce_when_ready(self) -> None:
        pause = threading.Event()
        while not self.main_loop_interrupt.is_set():
            if self.address.answers():
                self.announce(self.address.url)
                return
            pause.wait(0.02)
