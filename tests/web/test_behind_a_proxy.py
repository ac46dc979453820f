"""Behind a proxy everybody is who they are, and a forged host leads nowhere."""

import pytest
from flask import request

from neighbour import create_app
from neighbour.config import Config, Misconfigured, number
from neighbour.web.public import public

FORWARDED = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7", "X-Forwarded-Proto": "https"}


@pytest.fixture
def asked(tmp_path):
    """What the application takes for the visitor's address and scheme, with so many proxies before it."""

    def ask(headers: dict, **settings) -> str:
        app = create_app(Config(HOME=tmp_path, SECRET_KEY="x", DEMO=False, TESTING=True, **settings))
        app.add_url_rule("/seen", "seen", public(lambda: request.remote_addr))
        return app.test_client().get("/seen", headers=headers).text

    return ask


def test_without_a_proxy_nobody_is_believed(asked):
    assert asked(FORWARDED) == "127.0.0.1"


def test_with_one_proxy_only_what_it_added_is_believed(asked):
    assert asked(FORWARDED, PROXIES=1) == "203.0.113.7"


@pytest.mark.parametrize(
    ("host", "status"), [("neighbour.example.org", 200), ("localhost", 200), ("evil.example", 400)]
)
def test_with_a_public_address_other_hosts_are_refused(tmp_path, host, status):
    home = Config(HOME=tmp_path, SECRET_KEY="x", DEMO=False, TESTING=True, PUBLIC_URL="https://neighbour.example.org")

    assert create_app(home).test_client().get("/livez", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("value", ["many", "-1", "6", "1.5"])
def test_nonsense_in_a_setting_is_said_at_once(monkeypatch, value):
    monkeypatch.setenv("NEIGHBOUR_PROXIES", value)

    with pytest.raises(Misconfigured):
        number("NEIGHBOUR_PROXIES", default=0)
