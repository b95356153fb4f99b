"""The camera frame of manimgl: a mobject that is moved, scaled and turned, in the plane and in space."""

from manim import *


class _Orientation(np.ndarray):
    """A rotation as its matrix, which answers as SciPy's rotations do."""

    def as_matrix(self):
        return np.array(self)

    def inv(self):
        return self.T

    def apply(self, vectors):
        return np.asarray(vectors) @ np.array(self).T


class CameraFrame(Mobject):
    """What the camera sees. Points give place and size; theta, phi and gamma the direction, as manimgl counts them."""

    def __init__(self, frame_shape=None, center_point=ORIGIN, **kwargs):
        self.euler_angles = np.zeros(3)
        self.default_angles = np.zeros(3)
        self.focal_distance_to_height = 2.0
        super().__init__()
        width, height = frame_shape or (config.frame_width, config.frame_height)
        self.points = np.array([[0, 0, 0], [-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]]) * [width / 2, height / 2, 0]
        self.shift(np.array(center_point, dtype=float))

    def interpolate(self, mobject1, mobject2, alpha, path_func=straight_path()):
        self.points = path_func(mobject1.points, mobject2.points, alpha)
        self.euler_angles = (1 - alpha) * mobject1.euler_angles + alpha * mobject2.euler_angles
        return self

    def interpolate_color(self, mobject1, mobject2, alpha):
        return self

    def become(self, mobject, **kwargs):
        self.points = np.array(mobject.points)
        if isinstance(mobject, CameraFrame):
            self.euler_angles = np.array(mobject.euler_angles)
        return self

    def align_points_with_larger(self, larger_mobject):
        pass

    def get_euler_angles(self):
        return np.array(self.euler_angles)

    def get_theta(self):
        return self.euler_angles[0]

    def get_phi(self):
        return self.euler_angles[1]

    def get_gamma(self):
        return self.euler_angles[2]

    def set_euler_angles(self, theta=None, phi=None, gamma=None, units=1, **kwargs):
        for index, angle in enumerate((theta, phi, gamma)):
            if angle is not None:
                self.euler_angles[index] = angle * units
        return self

    def set_theta(self, theta):
        return self.set_euler_angles(theta=theta)

    def set_phi(self, phi):
        return self.set_euler_angles(phi=phi)

    def set_gamma(self, gamma):
        return self.set_euler_angles(gamma=gamma)

    def increment_euler_angles(self, dtheta=0, dphi=0, dgamma=0, units=1):
        self.euler_angles = self.euler_angles + np.array([dtheta, dphi, dgamma]) * units
        return self

    def increment_theta(self, dtheta, units=1):
        return self.increment_euler_angles(dtheta=dtheta, units=units)

    def increment_phi(self, dphi, units=1):
        return self.increment_euler_angles(dphi=dphi, units=units)

    def increment_gamma(self, dgamma, units=1):
        return self.increment_euler_angles(dgamma=dgamma, units=units)

    def reorient(self, theta_degrees=None, phi_degrees=None, gamma_degrees=None, center=None, height=None):
        """Look from the angles given (degrees), at a point, with the frame of a height."""
        self.set_euler_angles(theta_degrees, phi_degrees, gamma_degrees, units=DEGREES)
        if center is not None:
            self.move_to(np.array(center, dtype=float))
        if height is not None:
            self.height = height
        return self

    def rotate(self, angle, axis=OUT, **kwargs):
        if abs(axis[2]) >= max(abs(axis[0]), abs(axis[1])):
            return self.increment_theta(angle * np.sign(axis[2]))
        if abs(axis[0]) >= abs(axis[1]):
            return self.increment_phi(angle * np.sign(axis[0]))
        return self.increment_gamma(angle * np.sign(axis[1]))

    def to_default_state(self):
        self.euler_angles = np.array(self.default_angles)
        self.points = CameraFrame().points
        return self

    def make_orientation_default(self):
        self.default_angles = np.array(self.euler_angles)
        return self

    def add_ambient_rotation(self, angular_speed=1 * DEGREES):
        self.add_updater(lambda frame, dt: frame.increment_theta(angular_speed * dt))
        return self

    def set_focal_distance(self, focal_distance):
        self.focal_distance_to_height = focal_distance / (self.height or 8)
        return self

    def set_field_of_view(self, field_of_view):
        self.focal_distance_to_height = max(0.3, 0.5 / np.tan(field_of_view / 2))
        return self

    def get_focal_distance(self):
        return self.focal_distance_to_height * self.height

    def get_field_of_view(self):
        return 2 * np.arctan(0.5 / self.focal_distance_to_height)

    def get_orientation(self):
        return self.get_inverse_camera_rotation_matrix().T.view(_Orientation)

    def set_orientation(self, rotation):
        return self

    def get_inverse_camera_rotation_matrix(self):
        theta, phi, gamma = self.euler_angles
        return rotation_matrix(-gamma, OUT) @ rotation_matrix(-phi, RIGHT) @ rotation_matrix(-theta, OUT)

    def get_implied_camera_location(self):
        to_camera = self.get_inverse_camera_rotation_matrix()[2]
        return self.get_center() + self.get_focal_distance() * to_camera

    def get_shape(self):
        return self.width, self.height

    def get_aspect_ratio(self):
        return self.width / self.height

    def get_scale(self):
        return self.height / config.frame_height

    def set_stroke(self, *args, **kwargs):
        return self

    set_fill = set_style = set_opacity = set_color = fade = set_background_stroke = set_stroke

    def fix_in_frame(self, *args):
        return self


def _is_fixed(mobject):
    return _attributes(mobject).get("is_fixed_in_frame") is True


def _pass_on_fixed(mobjects):
    """Parts that were made after their whole was fixed in the frame are fixed too."""
    for mobject in mobjects:
        if _is_fixed(mobject):
            for part in mobject.get_family():
                part.is_fixed_in_frame = True


class _FramedCamera:
    """What cameras with a frame have in common, in the plane and in space."""

    def get_location(self):
        return self.frame.get_implied_camera_location()

    def capture_mobjects(self, mobjects, **kwargs):
        mobjects = list(mobjects)
        _pass_on_fixed(mobjects)
        super().capture_mobjects(mobjects, **kwargs)


class _FrameCamera(_FramedCamera, MovingCamera):
    """A camera in the plane; it may also turn about the line of sight."""

    def __init__(self, **kwargs):
        kwargs["frame"] = CameraFrame()
        super().__init__(**kwargs)
        self.light_source = Point(10 * OUT + 7 * LEFT + 9 * UP)

    def transform_points_pre_display(self, mobject, points):
        points = super().transform_points_pre_display(mobject, points)
        if _is_fixed(mobject):
            return points * self.frame.get_scale() + self.frame.get_center()
        turn = self.frame.euler_angles[0] + self.frame.euler_angles[2]
        if turn:
            center = self.frame.get_center()
            return (points - center) @ rotation_matrix(-turn, OUT).T + center
        return points


class _Center(np.ndarray):
    """The origin, as an array; shifted, moved or animated, it is the frame."""

    frame = None

    @property
    def animate(self):
        return self.frame.animate

    def shift(self, *vectors):
        return self.frame.shift(*vectors)

    def move_to(self, *args, **kwargs):
        return self.frame.move_to(*args, **kwargs)


class _SpaceCamera(_FramedCamera, ThreeDCamera):
    """A camera in space that looks where its frame says."""

    def __init__(self, **kwargs):
        self.frame = CameraFrame()
        self.distance_tracker = ValueTracker(20)  # until 2019; a frame tells how large things are
        super().__init__(**kwargs)

    def get_value_trackers(self):
        return [*super().get_value_trackers(), self.frame]

    def get_theta(self):
        return self.frame.euler_angles[0] + self.theta_tracker.get_value()

    def get_phi(self):
        return self.frame.euler_angles[1] + self.phi_tracker.get_value()

    def get_gamma(self):
        return self.gamma_tracker.get_value() - self.frame.euler_angles[2]

    def get_zoom(self):
        return config.frame_height / (self.frame.height or config.frame_height)

    def get_focal_distance(self):
        return max(2.0, 1.2 * self.frame.get_focal_distance())

    @property
    def frame_center(self):
        """Nothing for ManimCE's canvas, which would shift what `project_points` has shifted; to old code, the frame."""
        center = np.zeros(3).view(_Center)
        center.frame = self.frame
        return center

    @frame_center.setter
    def frame_center(self, point):
        self.frame.move_to(point)

    def project_points(self, points):
        return super().project_points(points - self.frame.get_center())

    def transform_points_pre_display(self, mobject, points):
        return points if _is_fixed(mobject) else super().transform_points_pre_display(mobject, points)


def _keep_distance(self, *args, **kwargs):
    return self


def _get_spherical_coords(self, phi=None, theta=None, distance=None):
    phi, theta = (self.get_phi() if phi is None else phi), (self.get_theta() if theta is None else theta)
    return (distance or 20) * np.array([np.sin(phi) * np.cos(theta), np.sin(phi) * np.sin(theta), np.cos(phi)])


ThreeDCamera.set_distance = _keep_distance
ThreeDCamera.get_distance = lambda self: 20.0
ThreeDCamera.get_spherical_coords = _get_spherical_coords


class GlMovingCameraScene(MovingCameraScene):
    """A scene in the plane with `self.frame`."""

    forgiving = "@tolerant"

    def __init__(self, camera_class=_FrameCamera, **kwargs):
        super().__init__(camera_class=camera_class, **kwargs)
        self.frame = self.camera_frame = self.camera.frame
        self.add(self.frame)


class GlThreeDScene(ThreeDScene):
    """A scene in space with `self.frame`, and the camera methods of older scenes."""

    forgiving = "@tolerant"

    def __init__(self, camera_class=_SpaceCamera, **kwargs):
        super().__init__(camera_class=camera_class, **kwargs)
        self.frame = self.camera_frame = self.camera.frame
        self.add(self.frame)

    def set_camera_orientation(self, phi=None, theta=None, distance=None, gamma=None, frame_center=None, **kwargs):
        theta = None if theta is None else theta + 90 * DEGREES
        self.frame.set_euler_angles(theta, phi, None if gamma is None else -gamma)
        if frame_center is not None:
            self.frame.move_to(frame_center)

    set_camera_to_default_position = set_to_default_angled_camera_orientation = lambda self, **kwargs: (
        self.set_camera_orientation(70 * DEGREES, -135 * DEGREES)
    )

    def move_camera(self, phi=None, theta=None, distance=None, gamma=None, frame_center=None, added_anims=(), **kwargs):
        target = self.frame.generate_target()
        theta = None if theta is None else theta + 90 * DEGREES
        target.set_euler_angles(theta, phi, None if gamma is None else -gamma)
        if frame_center is not None:
            target.move_to(frame_center)
        turning = list(self.frame.updaters)
        target.clear_updaters()
        self.frame.clear_updaters()
        kwargs = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func")}
        self.play(MoveToTarget(self.frame), *added_anims, **kwargs)
        self.frame.updaters = turning

    def begin_ambient_camera_rotation(self, rate=0.02, about="theta"):
        index = ("theta", "phi", "gamma").index(about)
        turn = np.eye(3)[index] * rate
        self.frame.add_updater(lambda frame, dt: frame.increment_euler_angles(*(turn * dt)))
        if self.frame not in self.mobjects:
            self.add(self.frame)

    def stop_ambient_camera_rotation(self, about="theta"):
        self.frame.clear_updaters()

    def get_default_camera_position(self):
        return {"phi": 70 * DEGREES, "theta": -135 * DEGREES}

    def add_fixed_in_frame_mobjects(self, *mobjects):
        for mobject in mobjects:
            for part in mobject.get_family():
                part.is_fixed_in_frame = True
        self.add(*mobjects)


class GlSpecialThreeDScene(GlThreeDScene):
    """A scene in space with the axes and the sphere of the videos on waves and rotation."""

    three_d_axes_config = {
        "num_axis_pieces": 1,
        "axis_config": {"unit_size": 2, "tick_frequency": 1, "stroke_width": 2},
    }
    sphere_config = {"radius": 2, "resolution": (24, 48)}
    limit_camera_on_sphere = True
    default_angled_camera_position = {"phi": 70 * DEGREES, "theta": -110 * DEGREES}
    cut_axes_at_radius = True

    def get_axes(self):
        axes = ThreeDAxes()
        axes.set_stroke(width=2)
        return axes

    def get_sphere(self, **kwargs):
        return Sphere(radius=kwargs.get("radius", 1), resolution=(24, 12))

    def get_default_camera_position(self):
        return self.default_angled_camera_position

    def set_camera_to_default_position(self):
        self.set_camera_orientation(**self.default_angled_camera_position)
