"""What a device has already is not sent again."""

from flask import Response, request


def sent_once(response: Response, etag: str | None = None) -> Response:
    """With its ETag; empty for who has this one. Compression writes its name behind an ETag: that is the same one."""
    response.set_etag(etag) if etag else response.add_etag()
    own = response.get_etag()[0]
    if any(known.partition(":")[0] == own for known in request.if_none_match.as_set(include_weak=True)):
        response.set_data(b"")
        response.status_code = 304
    return response
