"""The command line for real: warm process, farm, video. Everything lies in the test's own folders."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.render


class Tulku:
    """Runs the command line with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {**os.environ, "TULKU_HOME": str(home / "data"), "TULKU_RUNTIME": str(home / "run")}

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "api.cli", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=240, check=False
        )

    def json(self, *arguments: str) -> Any:
        return json.loads(self(*arguments, "--json").stdout)

    def warm_processes(self) -> list[psutil.Process]:
        mark = str(self.home / "run")
        found = (p for p in psutil.process_iter(["cmdline"]) if "api.warm" in (p.info["cmdline"] or []))
        return [p for p in found if any(mark in part for part in p.info["cmdline"])]


@pytest.fixture(scope="module")
def tulku(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tulku]:
    runner = Tulku(tmp_path_factory.mktemp("tulku"))
    yield runner
    for process in runner.warm_processes():
        process.send_signal(signal.SIGTERM)


def seconds(video: Path) -> float:
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        frames = sum(1 for _ in container.decode(stream))
        assert stream.codec_context.name == "h264" and stream.codec_context.pix_fmt == "yuv420p"
        return frames / float(stream.average_rate or 1)


def test_a_wish_becomes_a_video_with_its_code(tulku: Tulku, tmp_path: Path) -> None:
    made = tulku.json("make", "Create a circle that transforms into a square", "--out", str(tmp_path))
    assert seconds(Path(made["video"])) == pytest.approx(made["duration"], abs=0.2)
    assert Path(made["poster"]).stat().st_size > 1000
    code = (tmp_path / "scene.py").read_text()
    assert "Circle(" in code and "Square(" in code and "import agent" not in code
    assert not made["findings"] and not made["missing"]


def test_the_code_runs_with_plain_manim(tulku: Tulku, tmp_path: Path) -> None:
    tulku("make", "draw a blue circle with a title", "--code-only", "--out", str(tmp_path))
    manim = [str(Path(sys.executable).with_name("manim")), "-ql", "--media_dir", str(tmp_path / "m"), "scene.py"]
    done = subprocess.run(manim, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.glob("m/videos/**/*.mp4"))


def test_what_was_made_is_served_again_in_other_words_too_unless_asked_for_anew(tulku: Tulku, tmp_path: Path) -> None:
    first = tulku.json("make", "three green dots", "--out", str(tmp_path / "a"))
    again = tulku.json("make", "Three green dots, please", "--out", str(tmp_path / "b"))
    other = tulku.json("make", "draw 3 green dots", "--out", str(tmp_path / "c"))
    fresh = tulku.json("make", "three green dots", "--fresh", "--out", str(tmp_path / "d"))
    assert [made["served"] for made in (first, again, other, fresh)] == ["made", "exact", "semantic", "made"]
    assert seconds(Path(other["video"])) == pytest.approx(first["duration"], abs=0.2)
    assert again["origin"]["wish"] == "three green dots"


def test_a_topic_of_two_parts_becomes_two_joined_scenes(tulku: Tulku, tmp_path: Path) -> None:
    made = tulku.json("make", "Doppler effect, then Snell's law", "--out", str(tmp_path))
    assert [Path(path).name for path in made["code"]] == ["scene_1.py", "scene_2.py"]
    assert seconds(Path(made["video"])) == pytest.approx(made["duration"], abs=0.3)


@pytest.mark.parametrize(
    ("wish", "code", "said"), [("recipe for banana bread", 3, "nearest topics"), ("   ", 2, "the wish is empty")]
)
def test_what_cannot_be_shown_is_said(tulku: Tulku, tmp_path: Path, wish: str, code: int, said: str) -> None:
    done = tulku("make", wish, "--out", str(tmp_path / "none"))
    assert done.returncode == code
    assert said in done.stderr
    assert not (tmp_path / "none").exists()


def test_probe_reports_boxes_findings_and_errors(tulku: Tulku, tmp_path: Path) -> None:
    file = tmp_path / "two.py"
    file.write_text(
        "from manim import *\n"
        "class Good(Scene):\n    def construct(self):\n        self.play(FadeIn(Text('hello')))\n"
        "class Bad(Scene):\n    def construct(self):\n        self.play(Create(Circel()))\n"
    )
    good = tulku.json("probe", str(file), "Good")
    assert good["status"] == "ok" and good["report"]["moments"][0]["boxes"][0]["text"] == "hello"
    bad = tulku.json("probe", str(file), "Bad")
    assert bad["status"] == "error" and bad["error"]["line"] == 7 and "Circel" in bad["error"]["message"]
    which = tulku("probe", str(file))
    assert which.returncode == 2 and "Good" in which.stdout and "Bad" in which.stdout


def test_a_killed_warm_process_is_said_and_replaced(tulku: Tulku, tmp_path: Path) -> None:
    assert tulku("make", "a red square", "--out", str(tmp_path)).returncode == 0
    processes = tulku.warm_processes()
    assert processes
    for process in processes:
        process.kill()
    assert tulku("make", "a red square", "--out", str(tmp_path)).returncode == 0


CROWDED = """from manim import *


class Crowded(Scene):
    def construct(self):
        dot = Dot(color=YELLOW)
        one = Text("momentum before the blow", font_size=40)
        two = Text("momentum after the blow", font_size=40).shift(0.1 * DOWN)
        self.play(Create(dot), Write(one))
        self.play(Write(two))
        self.play(dot.animate.shift(7.6 * RIGHT))
        self.wait()
"""


def test_a_script_that_runs_is_laid_out_where_it_is_asked_for(tulku: Tulku, tmp_path: Path) -> None:
    script, mended = tmp_path / "crowded.py", tmp_path / "mended.py"
    script.write_text(CROWDED)
    assert "works as it is" in tulku("fix", str(script)).stderr
    done = tulku("fix", str(script), "--layout", "-o", str(mended))
    assert done.returncode == 0 and "+++" in done.stdout, done.stdout + done.stderr
    assert script.read_text() == CROWDED
    code = mended.read_text()
    assert "# layout" in code and all(line in code for line in CROWDED.splitlines() if "self.play(" in line), code
    again = tulku.json("fix", str(mended), "--layout")
    assert again["status"] == "works" and again["code"] == code, again
