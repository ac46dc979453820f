"""What somebody has done before a story begins, written without a browser and as fast as it goes."""

from urllib.parse import urlsplit

from playwright.sync_api import APIRequestContext


class Hand:
    """One person, signed in; `write("/forum/topics", room="alle", …)` is where the form with these words leads."""

    def __init__(self, request: APIRequestContext):
        self.request = request

    def write(self, address: str, **words: str) -> str:
        answer = self.request.post(address, form=words, max_redirects=0)
        assert answer.status == 303, f"{address}: {answer.status}"
        return answer.headers["location"]

    def open_topic(self, title: str, body: str = "Wer weiß es?", *, room: str = "alle") -> str:
        return urlsplit(self.write("/forum/topics", room=room, title=title, body=body)).path

    def reply(self, topic: str, body: str) -> None:
        self.write(f"{topic}/posts", body=body)

    def close(self, topic: str, summary: str) -> None:
        self.write(f"{topic}/closure", summary=summary)
