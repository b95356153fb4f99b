"""Small functions of manimgl's utilities."""

import inspect
import itertools as it
import math
import random

from manim import *


def get_norm(vector):
    """The length of a vector."""
    return float(np.linalg.norm(vector))


def get_dist(first, second):
    return get_norm(np.array(second) - np.array(first))


def fdiv(a, b, zero_over_zero_value=None):
    """Division of floats; where both are zero, the value given."""
    if zero_over_zero_value is None:
        return np.true_divide(a, b)
    both = np.logical_and(np.equal(a, 0), np.equal(b, 0))
    return np.true_divide(a, b, out=np.full(np.broadcast(a, b).shape, float(zero_over_zero_value)), where=~both)


def gen_choose(n, r):
    """n (n-1) … (n-r+1) / r! for any real n."""
    return float(np.prod(np.arange(n, n - r, -1)) / math.factorial(r))


def arr_clip(arr, a, b):
    arr[arr < a], arr[arr > b] = a, b
    return arr


def cross(v1, v2):
    return np.cross(v1, v2)


def normalize_along_axis(array, axis, fall_back=None):
    norms = np.sqrt((np.array(array, dtype=float) ** 2).sum(axis))
    norms[norms == 0] = 1
    return array / np.expand_dims(norms, axis)


def norms_along_axis(array, axis=1):
    return np.linalg.norm(array, axis=axis)


def poly_line_length(points):
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def rotate_vector_2d(vector, angle):
    z = complex(*vector[:2]) * np.exp(1j * angle)
    return np.array([z.real, z.imag])


def rotation_matrix_transpose(angle, axis):
    return rotation_matrix(angle, axis).T


def rotation_between_vectors(v1, v2):
    """The matrix that turns the direction of v1 into that of v2."""
    axis = np.cross(v1, v2)
    if np.linalg.norm(axis) < 1e-8:
        return np.identity(3) if np.dot(v1, v2) >= 0 else rotation_matrix(PI, _perpendicular_to(v1))
    return rotation_matrix(angle_between_vectors(v1, v2), axis)


def _perpendicular_to(vector):
    other = OUT if abs(np.dot(vector, OUT)) < 0.9 * np.linalg.norm(vector) else RIGHT
    return np.cross(vector, other)


def project_along_vector(point, vector):
    matrix = np.identity(3) - np.outer(vector, vector)
    return np.dot(point, matrix.T)


def get_closest_point_on_line(a, b, p):
    a, b, p = (np.array(x, dtype=float) for x in (a, b, p))
    t = np.clip(np.dot(p - b, a - b) / np.dot(a - b, a - b), 0, 1)
    return t * a + (1 - t) * b


def line_intersects_path(start, end, path):
    return any(np.linalg.norm(a - b) > 0 and _segments_cross(start, end, a, b) for a, b in zip(path[:-1], path[1:]))


def _segments_cross(p, q, a, b):
    def side(u, v, w):
        return np.sign((v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0]))

    return side(p, q, a) != side(p, q, b) and side(a, b, p) != side(a, b, q)


def interpolate_color_by_hsl(color1, color2, alpha):
    hsl1, hsl2 = (np.array(ManimColor(color).to_hsl()) for color in (color1, color2))
    return ManimColor.from_hsl(tuple(interpolate(hsl1, hsl2, alpha)))


def outer_interpolate(start, end, alpha):
    return np.outer(1 - np.array(alpha), start) + np.outer(alpha, end)


def color_to_hex(color):
    return ManimColor(color).to_hex()


def hex_to_rgb(color):
    return ManimColor(color).to_rgb()


def rgb_to_hex(rgb):
    return ManimColor.from_rgb(np.clip(np.array(rgb, dtype=float), 0, 1)).to_hex()


def rgba_to_color(rgba):
    return ManimColor.from_rgb(np.clip(np.array(rgba[:3], dtype=float), 0, 1))


def int_to_hex(number):
    return f"#{number:06x}".upper()


def hex_to_int(color):
    return int(color.lstrip("#"), 16)


def get_colormap_list(map_name="viridis", n_colors=9):
    """Colours from dark blue to yellow, as numbers."""
    anchors = [ManimColor(c).to_rgb() for c in ("#440154", "#3B528B", "#21918C", "#5EC962", "#FDE725")]
    if map_name == "3b1b_colormap":
        anchors = [ManimColor(c).to_rgb() for c in (BLUE_E, GREEN, YELLOW, RED)]
    places = np.linspace(0, len(anchors) - 1, n_colors)
    return [list(_along(anchors, place)) for place in places]


def _along(values, place):
    index = min(int(place), len(values) - 2)
    return interpolate(np.array(values[index]), np.array(values[index + 1]), place - index)


def get_rgb_gradient_function(min_value=0, max_value=1, colors=(BLUE_E, GREEN, YELLOW, RED), flip_alphas=False):
    rgbs = [ManimColor(color).to_rgb() for color in colors]

    def rgb_of(value):
        alpha = float(np.clip((value - min_value) / ((max_value - min_value) or 1), 0, 1))
        return _along(rgbs, (1 - alpha if flip_alphas else alpha) * (len(rgbs) - 1))

    return rgb_of


def get_color_map(map_name="viridis"):
    colors = get_colormap_list(map_name)
    return lambda values: np.array(
        [[*_along(colors, v * (len(colors) - 1)), 1] for v in np.ravel(np.clip(values, 0, 1))]
    )


def color_map(value, *args, **kwargs):
    return rgba_to_color(_along(get_colormap_list(), float(np.clip(value, 0, 1)) * 8))


def shuffled(iterable):
    values = list(iterable)
    return random.sample(values, len(values))


def cartesian_product(*arrays):
    return np.array(list(it.product(*arrays)))


def vectorize(pyfunc):
    return np.vectorize(pyfunc)


def array_is_constant(array):
    return len(array) > 0 and bool((np.array(array) == array[0]).all())


def arrays_match(first, second):
    return np.shape(first) == np.shape(second) and bool(np.all(np.equal(first, second)))


def resize_preserving_order(array, length):
    if len(array) == 0:
        return np.zeros((length, *np.shape(array)[1:]))
    return np.array(array)[np.arange(length) * len(array) // max(1, length)]


def resize_array(array, length):
    return np.resize(array, (length, *np.shape(array)[1:]))


def resize_with_interpolation(array, length):
    return np.array([_along(array, place) for place in np.linspace(0, len(array) - 1, length)])


def batch_by_comparison(items, comparison):
    batches = [[items[0]]] if len(items) else []
    for before, item in zip(items, items[1:]):
        if comparison(before, item):
            batches[-1].append(item)
        else:
            batches.append([item])
    return batches


def roots_to_coefficients(roots):
    return list(np.polynomial.polynomial.polyfromroots(roots))


def coefficients_to_roots(coefs):
    return [] if len(coefs) == 0 else np.polynomial.polynomial.polyroots(coefs)


def ode_solution_points(function, state0, time, dt=0.01):
    """Points of a solution, by small Euler steps."""
    points = [np.array(state0, dtype=float)]
    for _ in np.arange(0, time, dt):
        points.append(points[-1] + dt * np.array(function(points[-1])))
    return np.array(points)


def get_num_args(function):
    return len(inspect.signature(function).parameters)


def get_parameters(function):
    return dict(inspect.signature(function).parameters)


def hash_string(string):
    return f"{sum(ord(c) * 31**i for i, c in enumerate(string)) % 10**16:016d}"


def diag_to_matrix(l_and_u, diag):
    lower, upper = l_and_u
    size = diag.shape[1]
    return sum(np.diag(diag[upper - k, max(0, k) : size + min(0, k)], k) for k in range(-lower, upper + 1))


def overshoot(t, pull_factor=-0.5):
    return running_start(t, pull_factor)


def reverse_smooth(t):
    return 1 - smooth(t)


def get_smooth_quadratic_bezier_path_through(points):
    return VMobject().set_points_smoothly(points).points


def cmp(a, b):
    """Python 2's comparison."""
    return (a > b) - (a < b)


def extract_mobject_family_members(mobject_list, exclude_pointless=False):
    family = list(dict.fromkeys(mob for each in mobject_list for mob in each.get_family()))
    return [mob for mob in family if mob.has_points()] if exclude_pointless else family


def recursive_mobject_remove(mobjects, to_remove):
    kept = [mob for mob in mobjects if mob not in to_remove]
    return kept, len(kept) != len(mobjects)


def instantiate(obj):
    """An instance, of a class or as it is."""
    return obj() if isinstance(obj, type) else obj


def rotation_matrix_from_quaternion(quaternion):
    """Of a quaternion whose real part comes first."""
    w, x, y, z = quaternion
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    )
