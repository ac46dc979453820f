"""Bytes in an S3-compatible bucket."""

import os
from collections.abc import Iterator
from datetime import timedelta

from obstore.store import S3Store


class Bucket:
    """`s3://bucket/prefix`; keys, region and endpoint come from the usual AWS variables."""

    def __init__(self, url: str):
        plain = os.environ.get("AWS_ENDPOINT_URL", "").startswith("http:")
        self.store = S3Store.from_url(
            url,
            client_options={"allow_http": plain, "connect_timeout": "5s", "timeout": "30s"},
            retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=30)},
        )

    def write(self, key: str, octets: bytes) -> None:
        self.store.put(key, octets)

    def read(self, key: str) -> bytes:
        return bytes(self.store.get(key).bytes())

    def delete(self, key: str) -> None:
        try:
            self.store.delete(key)
        except FileNotFoundError:
            return

    def keys(self) -> Iterator[str]:
        for found in self.store.list():
            yield from (entry["path"] for entry in found)
