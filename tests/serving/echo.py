"""A server with one page, beyond the line that is tried."""

from http.server import BaseHTTPRequestHandler

PAGE = b"Gut angekommen. " * 100


class Echo(BaseHTTPRequestHandler):
    """Answers with a page, and writes down what was posted."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):  # noqa: N802
        self.send_response(200)
        if self.path == "/chunks":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for at in range(0, len(PAGE), 500):
                piece = PAGE[at : at + 500]
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE)

    def do_POST(self):  # noqa: N802
        self.server.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_words):
        pass
