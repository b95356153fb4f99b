"""The storage against a real S3 interface (moto's server), and against one that is gone for a while."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import boto3
import httpx
import pytest

from api.storage.shelf import Shelf
from api.storage.storage import Storage, Stored
from core.errors import NotThere, SetupError, Unreachable
from core.settings import Settings

pytestmark = pytest.mark.service


class Bucket:
    """A bucket of a server in a process of its own (it is not written for warnings that are errors); can be stopped."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "moto.server", "-p", str(self.port)]
        self._server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _wait_for(self.port)
        secrets = {"aws_access_key_id": "k", "aws_secret_access_key": "s", "region_name": "x"}
        client = boto3.client("s3", endpoint_url=self.url, **secrets)
        client.create_bucket(Bucket="tulku", CreateBucketConfiguration={"LocationConstraint": "x"})
        client.close()

    def stop(self) -> None:
        if self._server:
            self._server.kill()
            self._server.wait(30)

    def __enter__(self) -> Bucket:
        self.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    with Bucket() as found:
        yield found.url


def _wait_for(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError


def storage(home: Path, endpoint: str, **more: object) -> Storage:
    return Storage(
        Settings(  # type: ignore[call-arg]
            home=home,
            storage_url="s3://tulku/videos",
            storage_endpoint=endpoint,
            storage_key="k",
            storage_secret="s",
            **more,
        )
    )


async def test_a_video_goes_into_the_bucket_and_comes_back(tmp_path: Path, bucket: str) -> None:
    source = tmp_path / "animation.mp4"
    source.write_bytes(b"video" * 1000)
    one = storage(tmp_path, bucket)
    files, size = await one.keep("task", {"animation.mp4": source})
    assert size == 5000 and files["animation.mp4"]["key"] == "task/animation.mp4"
    file = Stored(**files["animation.mp4"])
    assert (await one.local(file)).read_bytes() == source.read_bytes()
    await one.check()
    await one.delete([file.key])
    other = storage(tmp_path / "elsewhere", bucket)
    with pytest.raises(NotThere):
        await other.local(file)


async def test_viewers_can_be_sent_to_the_bucket(tmp_path: Path, bucket: str) -> None:
    source = tmp_path / "animation.mp4"
    source.write_bytes(b"video")
    one = storage(tmp_path, bucket, storage_presign=True)
    files, _ = await one.keep("task", {"animation.mp4": source})
    link = await one.link(Stored(**files["animation.mp4"]))
    assert link and "Signature" in link
    async with httpx.AsyncClient() as client:
        answer = await client.get(link)
    assert answer.content == b"video" and answer.headers["content-type"] == "video/mp4"


async def test_a_bucket_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        gone = storage(tmp_path, f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(Unreachable):
            await gone.check()


async def test_an_address_that_is_no_storage_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        await Storage(Settings(home=tmp_path, storage_url="ftp://x")).check()  # type: ignore[call-arg]


def test_copies_are_bounded_and_the_least_used_goes_first(tmp_path: Path) -> None:
    import os

    shelf = Shelf(tmp_path, most=10)
    for number, name in enumerate("abc"):
        path = shelf.fetch(name, lambda draft: draft.write_bytes(b"1234"))
        os.utime(path, (number, number))
    assert {path.name for path in tmp_path.iterdir()} == {"b", "c"}
    shelf.fetch("b", lambda draft: pytest.fail("it is there"))
    shelf.fetch("d", lambda draft: draft.write_bytes(b"1234"))
    assert {path.name for path in tmp_path.iterdir()} == {"b", "d"}
