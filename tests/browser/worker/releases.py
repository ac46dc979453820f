"""Another release of the site, before the same server: other octets of the worker, another name of the build."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASSED_ON = ("accept", "cookie", "user-agent", "accept-language", "hx-request", "hx-request-type", "hx-target")


class Release(ThreadingHTTPServer):
    """Passes every GET on; what the server says of its build is put in other words."""

    daemon_threads = True

    def __init__(self, beyond: int, build: str, worker: bytes | None = None) -> None:
        self.beyond, self.build, self.worker = beyond, build.encode(), worker
        super().__init__(("127.0.0.1", 0), Visit)

    def asked(self, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self.beyond, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        old = answer.getheader("X-Neighbour", "").encode()
        body = answer.read()
        if path == "/service-worker.js" and self.worker is not None:
            body = self.worker
        body = body.replace(old, self.build) if old else body
        kept = {name: words for name, words in answer.getheaders() if name.lower() not in ("content-length", "etag")}
        return answer.status, kept, body


class Visit(BaseHTTPRequestHandler):
    server: Release

    def do_GET(self) -> None:
        passed = {name: words for name, words in self.headers.items() if name.lower() in PASSED_ON}
        status, fields, body = self.server.asked(self.path, passed | {"Host": self.headers["Host"]})
        self.send_response(status)
        for name, words in fields.items():
            self.send_header(name, self.server.build.decode() if name.lower() == "x-neighbour" else words)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # whoever asked has gone on to another page
            self.wfile.write(body)

    def log_message(self, *_words) -> None:
        """Says nothing."""


@contextmanager
def released(beyond: int, build: str, worker: bytes | None = None) -> Iterator[int]:
    """The port of that release."""
    release = Release(beyond, build, worker)
    threading.Thread(target=release.serve_forever, daemon=True).start()
    yield release.server_port
    release.shutdown()
    release.server_close()
