"""A bucket on a server of the tests' own that speaks S3 over a socket."""

from uuid import uuid4

import pytest

from neighbour.uploads.storage import Bucket

REGION = "eu-central-1"


@pytest.fixture(scope="session")
def s3_endpoint():
    moto = pytest.importorskip("moto.server", reason="moto[s3] and flask-cors are not installed")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(s3_endpoint, monkeypatch) -> Bucket:
    """Found as an installation finds it: by URL and the usual AWS variables."""
    import boto3

    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_endpoint)
    monkeypatch.setenv("AWS_REGION", REGION)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "for-tests")
    name = f"uploads-{uuid4().hex[:8]}"
    place = {"LocationConstraint": REGION}
    client = boto3.client("s3", endpoint_url=s3_endpoint, region_name=REGION)
    client.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    return Bucket(f"s3://{name}/programme/2026")
