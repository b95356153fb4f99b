"""What a render gives back: files, durations, errors, events."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from core.errors import BadInput
from core.run import RunResult
from core.settings import Settings
from core.wish import Quality
from render.encode import CRF, Encoder, options
from render.farm import Farm
from tests.render.conftest import scene, zygote_pid

pytestmark = pytest.mark.render

CIRCLE = scene("c = Circle(color=BLUE)\nself.play(Create(c))\nself.play(c.animate.shift(RIGHT))\nself.wait(0.5)")


def test_mp4_is_playable_and_complete(farm: Farm, out: Path) -> None:
    result = farm.render(CIRCLE, "S", out=out)
    assert result.ok, result.error
    assert result.video == out / "S.mp4"
    assert result.duration == pytest.approx(37 / 15)
    with av.open(str(result.video)) as video:
        stream = video.streams.video[0]
        frames = [frame.to_ndarray(format="rgb24") for frame in video.decode(stream)]
    assert stream.codec_context.name == "h264"
    assert stream.codec_context.pix_fmt == "yuv420p"
    assert (stream.width, stream.height, stream.average_rate) == (854, 480, 15)
    assert len(frames) == 37
    data = result.video.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat"), "not faststart"
    assert frames[-1][:, 520:].max() > 100, "the circle did not arrive on the right"
    assert frames[0].max() < 60, "the first frame of Create is empty"


def test_poster_and_contact_sheet(farm: Farm, out: Path) -> None:
    result = farm.render(CIRCLE, "S", out=out)
    assert result.poster is not None
    assert result.contact_sheet is not None
    poster, sheet = _picture(result.poster), _picture(result.contact_sheet)
    assert poster.shape == (480, 854, 3)
    assert poster.max() > 100
    assert sheet.shape[1] > 500, "two pictures side by side"


@pytest.mark.parametrize(("form", "codec"), [("gif", "gif"), ("webm", "vp9")])
def test_other_moving_formats(farm: Farm, out: Path, form: str, codec: str) -> None:
    result = farm.render(CIRCLE, "S", out=out / f"name.{form}", format=form)  # type: ignore[arg-type]
    assert result.ok, result.error
    assert result.video == out / f"name.{form}"
    with av.open(str(result.video)) as video:
        assert video.streams.video[0].codec_context.name == codec
        frames = [frame.to_ndarray(format="rgb24") for frame in video.decode(video.streams.video[0])]
    assert len(frames) == 37
    assert frames[-1].max() > 100


def test_png_is_the_last_frame(farm: Farm, out: Path) -> None:
    code = scene("c = Square(fill_opacity=1)\nself.play(FadeIn(c))\nself.play(c.animate.shift(5 * RIGHT))")
    result = farm.render(code, "S", out=out, format="png")
    assert result.ok, result.error
    assert result.video is not None
    picture = _picture(result.video)
    assert picture[240, 727].max() > 200
    assert picture[240, 427].max() < 30


def test_final_is_smaller_and_complete(farm: Farm, out: Path) -> None:
    quick, final = (farm.render(CIRCLE, "S", out=out / str(f), final=f) for f in (False, True))
    assert quick.video is not None
    assert final.video is not None
    assert final.video.stat().st_size < quick.video.stat().st_size
    with av.open(str(final.video)) as video:
        assert sum(1 for _ in video.decode(video.streams.video[0])) == 37


@pytest.mark.parametrize(("quality", "rate"), [("low", "20.0"), ("high", "18.0")])
def test_the_rate_factor_of_a_quality_reaches_x264(farm: Farm, out: Path, quality: Quality, rate: str) -> None:
    """x264 writes its settings into the video."""
    result = farm.render(CIRCLE, "S", out=out, quality=quality, final=quality != "low")
    assert result.video is not None
    settings = result.video.read_bytes().split(b"x264 - core", 1)[1].split(b"\0", 1)[0].decode("ascii", "ignore")
    assert f"crf={rate}" in settings and "rc=crf" in settings
    assert ("subme=0" in settings) == (quality == "low")  # ultrafast looks least closely


def test_a_better_quality_takes_more_bits_for_the_same_frames(tmp_path: Path) -> None:
    """The same frames, encoded as each quality is: only the options differ."""
    noise = np.random.default_rng(1).integers(0, 255, (15, 144, 256, 1), dtype=np.uint8)
    frames = np.ascontiguousarray(np.broadcast_to(noise, (15, 144, 256, 4)))
    sizes: list[int] = []
    for quality in ("low", "medium", "high", "4k"):
        encoder = Encoder(tmp_path / quality, 256, 144, 15, options(CRF[quality], final=True))
        for frame in frames:
            encoder.add(frame, 1)
        encoder.close({})
        sizes.append((tmp_path / quality).stat().st_size)
    assert sizes == sorted(sizes) and sizes[-1] > 1.1 * sizes[0]


def test_same_pictures_as_manim_itself(farm: Farm, out: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    code = scene(
        "c = Circle(color=BLUE, fill_opacity=0.5)\nt = Text('Aa').to_edge(UP)\nself.add(t)\n"
        "d = Dot(color=RED).add_updater(lambda m, dt: m.shift(RIGHT * dt))\nself.add(d)\n"
        "self.play(Create(c))\nself.play(LaggedStart(*[FadeIn(Dot([x, 2, 0])) for x in range(3)]), run_time=0.6)\n"
        "self.wait(0.4)\nself.play(Transform(c, Square()), Rotate(t), run_time=0.8)"
    )
    file = tmp_path / "s.py"
    file.write_text(code)
    command = [sys.executable, "-m", "manim", "-ql", "--media_dir", str(tmp_path / "media"), str(file), "S"]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    theirs = _frames(next((tmp_path / "media").rglob("S.mp4")))
    ours = _frames(farm.render(code, "S", out=out).video)
    assert len(ours) == len(theirs)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        gap = np.abs(one.astype(int) - other.astype(int)).mean()
        assert gap < 1.5, f"frame {number} differs by {gap} on average"


def _picture(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image)


def _frames(path: Path | None) -> list[np.ndarray]:
    with av.open(str(path)) as video:
        return [frame.to_ndarray(format="rgb24") for frame in video.decode(video.streams.video[0])]


def test_events_count_up(farm: Farm, out: Path) -> None:
    events: list[dict] = []
    farm.render(CIRCLE, "S", out=out, on_event=events.append)
    run = [event["animation"] for event in events if event["stage"] == "run"]
    drawn = [event for event in events if event["stage"] == "draw"]
    assert run == [1, 2, 3]
    assert sorted(event["animation"] for event in drawn) == [1, 2, 3]
    assert drawn[-1]["of"] == 3
    assert max(event["time"] for event in events) == pytest.approx(37 / 15)


def test_timings_and_guards_are_reported(farm: Farm, out: Path) -> None:
    result = farm.render(CIRCLE, "S", out=out)
    assert [round(timing.run_time, 3) for timing in result.timings] == [1.0, 1.0, 0.467]
    assert result.cpu > 0
    assert result.wall > 0
    assert {"rlimits"} <= set(result.guards)
    assert not set(result.guards) & set(result.missing_guards)


@pytest.mark.parametrize(
    ("body", "kind", "line"),
    [
        ("x = 1\nself.play(Create(Circle())\n", "syntax", 7),
        ("self.nothing()", "runtime", 6),
        ("x = 1\nCirkle()", "import", 7),
        ("MathTex(r'\\badcommand')", "latex", 6),
        ("def helper():\n    raise ValueError('why')\nhelper()", "runtime", 7),
        ("self.wait()", "output", 0),
        ("self.add(Circle())", "output", 0),
    ],
)
def test_errors_are_data_with_a_line(farm: Farm, out: Path, body: str, kind: str, line: int) -> None:
    result = farm.render(scene(body), "S", out=out)
    assert not result.ok
    assert result.error is not None
    assert (result.error.kind, result.error.line) == (kind, line), result.error


def test_latex_error_carries_the_log(farm: Farm) -> None:
    result = farm.probe(scene(r"MathTex(r'x \undefinedthing y')"), "S")
    assert result.error is not None
    assert result.error.kind == "latex"
    assert "Undefined control sequence" in result.error.latex_log
    assert "undefinedthing" in result.error.message
    assert "dvisvgm" not in result.error.message


def test_traceback_shows_user_frames_only(farm: Farm) -> None:
    result = farm.probe(scene("def f():\n    self.play(Create(3))\nf()"), "S")
    assert result.error is not None
    assert "self.play(Create(3))" in result.error.traceback
    assert "site-packages" not in result.error.traceback


def test_scene_choice(farm: Farm) -> None:
    two = CIRCLE + "\n" + CIRCLE.replace("class S", "class T")
    assert farm.probe(CIRCLE, None).scene == "S"
    assert farm.probe(two, "T").scene == "T"
    for code, name in ((two, None), (CIRCLE, "Absent"), ("x = 1\n", None)):
        error = farm.probe(code, name).error
        assert error is not None
        assert error.kind == "no_scene"
    assert "S, T" in str(farm.probe(two, None).error)


def test_bad_options_raise_before_any_work(farm: Farm, out: Path) -> None:
    with pytest.raises(BadInput):
        farm.render(CIRCLE, "S", out=out, quality="huge")  # type: ignore[arg-type]
    with pytest.raises(BadInput):
        farm.render(CIRCLE, "S", out=out, format="avi")  # type: ignore[arg-type]


def test_assets_can_be_shown(farm: Farm, out: Path, tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    square = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0H9V9H0Z' fill='#ff0000'/></svg>"
    (assets / "red.svg").write_text(square)
    (assets / "secret").symlink_to("/etc/passwd")
    result = farm.render(scene("self.add(SVGMobject('red.svg'))\nself.wait(0.2)"), "S", out=out, assets=assets)
    assert result.ok, result.error
    assert result.poster is not None
    assert tuple(_picture(result.poster)[240, 427]) == (255, 0, 0)


def test_seed_changes_and_repeats_random_scenes(farm: Farm) -> None:
    code = scene(
        "self.add(Dot([random.uniform(-5, 5), np.random.uniform(-3, 3), 0]))\nself.wait(0.2)", head="import random"
    )
    first, again, other = (farm.probe(code, "S", seed=seed).report for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_several_clients_at_once(farm: Farm, out: Path) -> None:
    def one(number: int) -> RunResult:
        return farm.render(CIRCLE.replace("RIGHT", f"{number % 3} * RIGHT"), "S", out=out / str(number))

    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(one, range(6)))
    assert all(result.ok for result in results), [result.error for result in results]
    assert len({result.video for result in results}) == 6


def test_killed_zygote_gives_a_clear_result_and_the_next_job_works(
    farm: Farm, farm_settings: Settings, out: Path
) -> None:
    pid = zygote_pid(farm_settings)
    results: list[RunResult] = []
    started = threading.Event()
    long = scene("c = Circle()\nself.add(c)\nfor i in range(200):\n    self.play(c.animate.shift(0.01 * RIGHT))")
    worker = threading.Thread(
        target=lambda: results.append(farm.render(long, "S", out=out, on_event=lambda _: started.set()))
    )
    worker.start()
    assert started.wait(20)
    os.kill(pid, signal.SIGKILL)
    worker.join(20)
    assert results[0].error is not None
    assert results[0].error.kind == "farm"
    assert farm.render(CIRCLE, "S", out=out).ok
    assert zygote_pid(farm_settings) != pid


def _left(folder: Path, *, patience: float = 5.0) -> list[Path]:
    """Folders of jobs that are still there after a while."""
    deadline = time.monotonic() + patience
    while list(folder.glob("job-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    return list(folder.glob("job-*"))


def test_client_that_leaves_ends_its_job(farm: Farm, farm_settings: Settings) -> None:
    from render import launch, wire

    folder = launch.farm_folder(farm_settings) / "jobs"
    assert not _left(folder)  # the job of the test before is cleaned up after its answer
    request = farm._request(scene("while True: pass"), "S", {"width": 854, "height": 480, "fps": 15}, 60, None, 0)
    with launch.reach(farm_settings) as link:
        link.sendall(wire.line(request))
        time.sleep(0.5)
        assert len(list(folder.glob("job-*"))) == 1
    assert not _left(folder)


def test_idle_zygote_ends(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "h", runtime=tmp_path / "r", idle_timeout=0.3)  # pyright: ignore[reportCallIssue]
    farm = Farm.connect(settings=settings)
    assert farm.probe(CIRCLE, "S").ok
    pid = zygote_pid(settings)
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not Path(f"/proc/{pid}").exists()
    assert farm.probe(CIRCLE, "S").ok, "a new one starts"
