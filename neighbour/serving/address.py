"""Where the server listens."""

import errno
import socket
from dataclasses import dataclass

import click


@dataclass(frozen=True)
class Address:
    """A numeric host, because the server takes no names, and a port."""

    host: str
    port: int

    @classmethod
    def of(cls, host: str, port: int) -> "Address":
        try:
            numeric = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0]
        except socket.gaierror as error:
            raise click.ClickException(f"--host {host}: {error.strerror}") from error
        return cls(str(numeric), port)

    @property
    def family(self) -> socket.AddressFamily:
        return socket.AF_INET6 if ":" in self.host else socket.AF_INET

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    def refuse_if_taken(self) -> None:
        """The server shares its port with others that share it: each of two would get half the requests."""
        with socket.socket(self.family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    reason = f"{self.url} is used by another program; choose another --port"
                else:
                    reason = f"{self.url} cannot be served: {error.strerror}"
                raise click.ClickException(reason) from error

    def answers(self) -> bool:
        anywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}
        try:
            socket.create_connection((anywhere.get(self.host, self.host), self.port), timeout=1).close()
        except OSError:
            return False
        return True
