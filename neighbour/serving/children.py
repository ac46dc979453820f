"""Processes that live no longer than the one that started them."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def end_with(parent: int) -> None:
    """Called first in a child: from now on the kernel kills it when `parent` is gone, even killed.

    Its own session keeps Ctrl-C away from it: the parent hears it and ends its children in order.
    """
    os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    else:
        threading.Thread(target=wait_for_end_of, args=(parent,), daemon=True).start()
    if os.getppid() != parent:
        os._exit(1)


def wait_for_end_of(parent: int) -> None:
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(0.5)
    os.kill(os.getpid(), signal.SIGKILL)


class Child:
    """A forked process that runs `target(*arguments)`."""

    def __init__(self, name: str, target: Callable, *arguments: object) -> None:
        self.name = name
        self.process = multiprocessing.Process(name=name, target=run_in_child, args=(os.getpid(), target, *arguments))

    def start(self) -> None:
        self.process.start()

    def wait(self) -> int | None:
        self.process.join()
        return self.process.exitcode

    def end(self, patience: float) -> None:
        """SIGTERM, and SIGKILL for one that has not ended after `patience` seconds."""
        self.process.terminate()
        self.process.join(patience)
        self.process.kill()
        self.process.join()


def run_in_child(parent: int, target: Callable, *arguments: object) -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    end_with(parent)
    target(*arguments)


def call_in_child(name: str, target: Callable) -> None:
    """Runs `target` to its end beside this process, which so keeps no connection, thread or lock of it."""
    child = Child(name, target)
    child.start()
    if code := child.wait():
        sys.exit(abs(code))
