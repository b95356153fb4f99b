"""Each idiom of manimgl and its ancestors, and what becomes of it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from inline_snapshot import snapshot

from convert.context import ConversionContext
from convert.convert import convert
from tests.convert.snippets import OLD, classes, converted, scene


def test_names() -> None:
    lines = "self.play(ShowCreation(Circle(radius=2 * DEG)))\nself.add(Square().move_to(TOP))"
    assert converted(lines) == snapshot("""\
self.play(Create(Circle(radius=2 * DEGREES)))
self.add(Square().move_to(config.top))\
""")


def test_fades_of_all_ages() -> None:
    lines = """
        self.play(FadeInFrom(a, LEFT), FadeInFromDown(b), FadeOutAndShift(c, 2 * UP))
        self.play(FadeIn(a, UP), FadeOut(b, shift=DOWN), FadeInFromPoint(c, ORIGIN), FadeInFromLarge(d, 3))
    """
    assert converted(lines) == snapshot("""\
self.play(FadeIn(a, shift=RIGHT), FadeIn(b, shift=UP), FadeOut(c, shift=2 * UP))
self.play(FadeIn(a, shift=UP), FadeOut(b, shift=DOWN), FadeIn(c, target_position=ORIGIN), FadeIn(d, scale=3))\
""")


def test_methods_that_are_played() -> None:
    lines = """
        self.play(a.shift, UP, b.scale, 2, {"run_time": 3}, FadeIn(c))
        self.play(a.set_color, RED, a.shift, LEFT)
        self.play(ApplyMethod(a.move_to, ORIGIN, run_time=2))
        self.play(a.restore)
    """
    assert converted(lines, OLD) == snapshot("""\
self.play(a.animate.shift(UP), b.animate(run_time=3).scale(2), FadeIn(c))
self.play(a.animate.set_color(RED).shift(LEFT))
self.play(a.animate(run_time=2).move_to(ORIGIN))
self.play(a.animate.restore())\
""")


def test_an_animation_that_must_answer_questions_stays() -> None:
    assert converted("anim = ApplyMethod(a.shift, UP)\nself.play(anim)") == snapshot("""\
anim = ApplyMethod(a.shift, UP)
self.play(anim)\
""")


def test_sizes() -> None:
    lines = """
        a.set_width(FRAME_WIDTH - 1)
        a.set_height(2, stretch=True)
        b.shift(a.get_width() * RIGHT)
        self.play(a.animate.set_height(FRAME_Y_RADIUS))
    """
    assert converted(lines) == snapshot("""\
a.scale_to_fit_width(config.frame_width - 1)
a.stretch_to_fit_height(2)
b.shift(a.width * RIGHT)
self.play(a.animate.scale_to_fit_height(config.frame_y_radius))\
""")


def test_keywords() -> None:
    lines = """
        a = Circle(radius=2, flat_stroke=True, n_components=12)
        group.arrange_in_grid(n_rows=2, n_cols=3)
        a.set_fill(RED, 0.5, recurse=False)
        a.add_updater(lambda m: m.shift(UP), call=False)
        self.wait(2, note="look")
    """
    assert converted(lines) == snapshot("""\
a = Circle(radius=2, num_components=12)
group.arrange_in_grid(rows=2, cols=3)
a.set_fill(RED, 0.5, family=False)
a.add_updater(lambda m: m.shift(UP), call_updater=False)
self.wait(2)\
""")


def test_order_of_arguments() -> None:
    lines = """
        box = SurroundingRectangle(a, 0.2)
        arc = Arc(0, PI / 2)
        rect = Rectangle(4, 2)
        groups = VMobject(a, b)
    """
    assert converted(lines) == snapshot("""\
box = GlSurroundingRectangle(a, 0.2)
arc = Arc(start_angle=0, angle=PI / 2)
rect = Rectangle(width=4, height=2)
groups = VGroup(a, b)\
""")


def test_camera_in_the_plane() -> None:
    lines = "self.play(self.frame.animate.set_height(4))\nself.camera.frame.shift(UP)"
    assert converted(lines).splitlines() == snapshot(
        ["self.play(self.camera.frame.animate.scale_to_fit_height(4))", "self.camera.frame.shift(UP)"]
    )


def test_which_scene_a_camera_needs() -> None:
    flat = classes("class A(Scene):\n    def construct(self):\n        self.camera.frame.scale(2)")
    solid = classes("class A(Scene):\n    def construct(self):\n        self.frame.reorient(30, 70)")
    turned = classes(
        "class A(InteractiveScene):\n    def construct(self):\n        self.frame.reorient(0, 0, 0, UP, 3)"
    )
    still = classes("class A(InteractiveScene):\n    def construct(self):\n        pass")
    assert [each.splitlines()[0] for each in (flat, solid, turned, still)] == snapshot(
        ["class A(GlMovingCameraScene):", "class A(GlThreeDScene):", "class A(GlMovingCameraScene):", "class A(Scene):"]
    )


def test_config_of_scenes() -> None:
    code = """
        class A(Scene):
            CONFIG = {
                # how many
                "count": 3,
                "func": lambda x: x**2,
                "rate": smooth,
                "camera_config": {"background_color": WHITE},
            }

            def construct(self):
                self.wait(self.func(self.count))


        class B(A):
            CONFIG = {"count": 4}
    """
    assert classes(code) == snapshot("""\
class A(Scene):
    count = 3
    func = staticmethod(lambda x: x**2)
    rate = staticmethod(smooth)

    def construct(self):
        self.wait(self.func(self.count))


class B(A):
    count = 4\
""")


def test_config_of_mobjects_is_kept_for_the_shim() -> None:
    code = """
        class A(VGroup):
            CONFIG = {"side": 2}

            def __init__(self, **kwargs):
                digest_config(self, kwargs, locals())
    """
    assert classes(code, OLD) == snapshot("""\
class A(VGroup):
    CONFIG = {"side": 2}

    def __init__(self, **kwargs):
        digest_config(self, kwargs, {"kwargs": kwargs})\
""")


def test_python_2() -> None:
    lines = """
        print "hello", a
        names = map(str, xrange(3))
        if n <> 2: raise ValueError, "no"
        f = lambda (x, y): x + y
        letters = string.letters[:3]
        pairs = zip(a, b)[0]
    """
    assert converted(lines, OLD) == snapshot("""\
print("hello", a)
names = list(map(str, range(3)))
if n != 2: raise ValueError("no")
f = lambda x_y: x_y[0] + x_y[1]
letters = string.ascii_letters[:3]
pairs = list(zip(a, b))[0]\
""")


def test_whole_numbers_of_python_2() -> None:
    lines = """
        half = m.shape[1] / 2
        rows = m[:, half - n / 2:half]
        share = n / 2
        for a in np.linspace(0, 1, n / 2): pass
        colors = [RED, BLUE] * (n / 2)
    """
    assert converted(lines, OLD) == snapshot("""\
half = m.shape[1] // 2
rows = m[:, half - n // 2:half]
share = n / 2
for a in np.linspace(0, 1, n // 2): pass
colors = [RED, BLUE] * (n // 2)\
""")


def test_what_one_string_once_was() -> None:
    lines = """
        self.play(Write("words"))
        left, right = brackets = OldTex("()")
        left, right = OldTex("(", ")")
        table = np.vectorize(Integer)(numbers)
    """
    assert converted(lines, OLD) == snapshot("""\
self.play(Write(GlOldTexText("words")))
left, right = brackets = GlOldTex("()")[0]
left, right = GlOldTex("(", ")")
table = np.vectorize(Integer, otypes=[object])(numbers)\
""")


def test_a_name_of_the_module_s_own_is_left_alone() -> None:
    code = """
        class ShowCreation(Animation):
            pass


        class Demo(Scene):
            def construct(self):
                self.play(ShowCreation(a))
    """
    assert "self.play(ShowCreation(a))" in classes(code)


def test_constructors_reached_through_a_class() -> None:
    code = """
        class Slice(Arc):
            def __init__(self, start, **kwargs):
                super().__init__(start, PI / 4, flat_stroke=True, **kwargs)


        class Other(Arc):
            def __init__(self, **kwargs):
                Arc.__init__(self, 0, PI, n_components=3, **kwargs)
    """
    assert classes(code) == snapshot("""\
class Slice(Arc):
    def __init__(self, start, **kwargs):
        super().__init__(start_angle=start, angle=PI / 4, flat_stroke=True, **kwargs)


class Other(Arc):
    def __init__(self, **kwargs):
        Arc.__init__(self, start_angle=0, angle=PI, num_components=3, **kwargs)\
""")


def test_groups_of_generators() -> None:
    assert converted("a = VGroup(Dot() for x in range(3))\nb = Group([a, b])") == snapshot("""\
a = VGroup(*(Dot() for x in range(3)))
b = Group(*[a, b])\
""")


def test_arrays_of_mobjects() -> None:
    lines = "rects = VGroup(a, b)\nm = np.array(rects)\nwords = np.array(title.split())\nv = np.array([1, 2])"
    assert converted(lines, OLD) == snapshot("""\
rects = VGroup(a, b)
m = gl_array(rects)
words = gl_array(title.split())
v = np.array([1, 2])\
""")


def test_scenes_made_by_scenes_are_run_through() -> None:
    code = """
        class Inner(Scene):
            CONFIG = {"side": 2}

            def construct(self):
                self.square = Square(self.side)


        class Outer(Scene):
            def construct(self):
                self.add(Inner(side=3).square)
    """
    assert "@nested_scenes" in convert(f"{OLD}\n\n\n{dedent(code).strip()}\n").approximated


def test_what_the_sandbox_refuses_is_written_otherwise() -> None:
    lines = """
        log.info(log(self.size))
        self.shift = self.__class__.__base__.shift
        np.save("grid.npy", np.load("old.npy"))
    """
    assert converted(lines) == snapshot("""\
logging.info(log(self.size))
self.shift = self.__class__.mro()[1].shift
gl_save("grid.npy", gl_load("old.npy"))\
""")


def test_what_python_and_numpy_no_longer_take() -> None:
    lines = """
        few = random.sample(dots, 3)
        same = random.sample(list(dots), 3)
        n = np.ceil(length / dr)
        alphas = np.linspace(0, 1, n + 1)
        matrix = Matrix(np.array([list(v.coords.copy().get_entries()), list(w.coords.get_entries())]).T)
        table = np.array([span[i].get_entries().split() for i in (2, 4)])
        xs = np.arange(*axes.x_range, dx)
        self.foreground_mobjects.remove(self.axes)
        mob.apply_function(f, maintain_smoothness=False)
    """
    assert converted(lines, OLD) == snapshot("""\
few = random.sample(list(dots), 3)
same = random.sample(list(dots), 3)
n = np.ceil(length / dr)
alphas = np.linspace(0, 1, int(n + 1))
matrix = GlMatrix(gl_array([list(v.coords.copy().get_entries()), list(w.coords.get_entries())]).T)
table = gl_array([span[i].get_entries().split() for i in (2, 4)])
xs = np.arange(*axes.x_range[:2], dx)
self.remove_foreground_mobjects(self.axes)
mob.apply_function(f)\
""")


def test_a_mobject_with_an_update_of_its_own() -> None:
    code = """
        class Charge(Group):
            def update(self, dt: float = 0, recurse: bool = True):
                super().update(dt, recurse)


        class Block(Square):
            def update(self, dt):
                self.shift(dt * RIGHT)
    """
    assert classes(code) == snapshot("""\
class Charge(Group):
    def update(self, dt: float = 0, recursive: bool = True):
        super().update(dt, recursive)


class Block(Square):
    def update(self, dt = 0, recursive = True):
        self.shift(dt * RIGHT)\
""")


def test_a_scene_of_creatures_with_a_frame() -> None:
    code = """
        class Talk(TeacherStudentsScene):
            def construct(self):
                self.frame.scale(1.2)
    """
    assert classes(code) == snapshot("""\
class Talk(TeacherStudentsScene, GlMovingCameraScene):
    def construct(self):
        self.camera.frame.scale(1.2)\
""")


def test_parts_since_2021() -> None:
    lines = "self.play(*map(FadeIn, square[0]))"
    assert "_parts_alone" in convert(scene(lines)).code
    assert "_parts_alone" not in convert(scene(lines, OLD)).code
    for folder, expected in (("_2022", True), ("_2019", False)):
        context = ConversionContext(file=Path(f"videos/{folder}/demo.py"))
        assert ("_parts_alone" in convert(scene(lines), context).code) is expected
