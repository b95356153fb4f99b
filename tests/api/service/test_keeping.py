"""What is kept and for how long: retention, videos that come back, other forms, opinions."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from sqlalchemy import update

from api import exports
from api.jobs import retention
from api.jobs.tables import Job
from api.routes import library
from api.topics import POPULAR, read
from core.times import now
from tests.agent.fakes import GOOD
from tests.api.service.bench import Bench


async def expire(bench: Bench) -> int:
    async with bench.service.database.session() as session:
        await session.execute(update(Job).values(expires=now() - timedelta(seconds=1)))
    return await retention.clean(bench.service)


async def test_a_video_is_deleted_in_time_and_its_code_stays(bench: Bench) -> None:
    made = await bench.made()
    assert await retention.clean(bench.service) == 0
    days = bench.service.settings.video_days
    async with bench.service.database.reading() as session:
        job = await session.get(Job, made["task_id"])
    assert job and job.expires and abs(job.expires - now() - timedelta(days=days)) < timedelta(minutes=5)
    assert await expire(bench) == 1 and await retention.clean(bench.service) == 0
    assert not list((bench.service.settings.home / "videos").rglob("*.mp4"))
    status = await bench.status(made["task_id"])
    assert (status["status"], status["code"], status["video_url"]) == ("completed", GOOD, None)


async def test_an_expired_video_comes_back_when_somebody_asks(bench: Bench) -> None:
    made = await bench.made()
    await expire(bench)
    url = made["video_url"]
    for _ in range(2):
        answer = await bench.client.get(url)
        assert (answer.status_code, answer.json()["code"]) == (503, "unreachable") and answer.headers["retry-after"]
    bench.workshop.model = lambda: pytest.fail("the code is known")  # type: ignore[assignment,return-value]
    await bench.worker.take()
    assert (await bench.client.get(url)).content == GOOD.encode()
    again = await bench.status(made["task_id"])
    for name in ("status", "code", "prompt", "title", "video_url", "usage", "components"):
        assert again[name] == made[name], name
    assert len(bench.farm.rendered) == 2


async def test_code_stays_where_a_video_cannot_be_made_again(bench: Bench) -> None:
    made = await bench.made()
    await expire(bench)
    await bench.client.get(made["video_url"])

    def fail() -> None:
        raise RuntimeError("no farm")

    bench.farm.on_render = fail
    await bench.worker.take()
    again = await bench.status(made["task_id"])
    assert (again["status"], again["code"]) == ("failed", GOOD)


async def test_code_project_and_notebook_run_without_us(bench: Bench) -> None:
    task = (await bench.made())["task_id"]
    code = await bench.client.get(f"/export/{task}.py")
    assert code.text == GOOD and "attachment" in code.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO((await bench.client.get(f"/export/{task}.zip")).content)) as archive:
        assert set(archive.namelist()) == {"scene.py", "README.md", "requirements.txt", "animation.mp4"}
        assert archive.read("scene.py").decode() == GOOD and b"manim -ql scene.py S" in archive.read("README.md")
    book = json.loads((await bench.client.get(f"/export/{task}.ipynb")).content)
    assert book["nbformat"] == 4 and book["cells"][-1]["source"].startswith("%%manim -ql -v WARNING S\n")
    assert (await bench.client.get(f"/export/{task}.exe")).status_code == 422


async def test_a_task_without_code_has_nothing_to_export(bench: Bench) -> None:
    task = await bench.ask()
    for form in ("py", "zip", "gif"):
        assert (await bench.client.get(f"/export/{task}.{form}")).status_code == 404


def test_a_video_becomes_a_gif_a_webm_and_a_still(tmp_path: Path) -> None:
    source = tmp_path / "video.mp4"
    with av.open(str(source), "w") as out:
        stream = out.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for level in range(0, 250, 50):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), level, np.uint8), format="rgb24")
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    assert exports.gif(source)[:6] == b"GIF89a"
    assert exports.still(source)[:8] == b"\x89PNG\r\n\x1a\n"
    webm = exports.webm(source, tmp_path / "video.webm")
    assert webm[:4] == b"\x1aE\xdf\xa3"
    with av.open(str(tmp_path / "video.webm")) as made:
        assert sum(1 for _ in made.decode(video=0)) == 5


async def test_code_is_converted_without_a_queue(bench: Bench) -> None:
    old = GOOD.replace("manim", "manimlib").replace("self.wait()", "self.play(ShowCreation(Circle()))")
    told = (await bench.client.post("/convert", json={"code": old})).json()
    assert "from manim import *" in told["code"] and "Create(Circle())" in told["code"]
    assert told["scenes"] == ["S"] and told["dialect"] == "gl"
    broken = await bench.client.post("/convert", json={"code": "def ("})
    assert (broken.status_code, broken.json()["code"]) == (422, "bad_input")


async def test_a_new_service_has_pictures_of_some_topics(bench: Bench, tmp_path: Path, monkeypatch: Any) -> None:
    shipped = Path(library.__file__).parents[1] / "web" / "public" / "posters"
    names = {path.stem for path in shipped.glob("*.webp")}
    known = {topic.folder for topic in read(POPULAR)[0]}
    assert len(names) >= 6 and names <= known, "a picture of no topic: its wish was changed"
    monkeypatch.setattr(library, "POSTERS", shipped)
    library._popular.cache_clear()
    topics = (await bench.client.get("/topics")).json()["topics"]
    library._popular.cache_clear()
    assert {topic["poster_url"] for topic in topics} == {f"/posters/{name}.webp" for name in names} | {None}


async def test_topics_are_told(bench: Bench) -> None:
    topics = (await bench.client.get("/topics", params={"level": "school"})).json()
    assert len(topics["topics"]) > 50 and {topic["level"] for topic in topics["topics"]} == {"school"}
    first = topics["topics"][0]["prompt"]
    made = await bench.made(prompt=first)
    again = (await bench.client.get("/topics")).json()["topics"][0]
    assert again["video_url"] == made["video_url"]
