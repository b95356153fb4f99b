"""Folders of manimgl's configuration: names that can be joined to a path; nothing lies in them."""

from __future__ import annotations


class _Directories(dict):
    """Any key gives a relative folder of that name."""

    def __missing__(self, key):
        return f"assets/{key}"


def get_directories():
    return _Directories()


def get_output_dir():
    return "assets/output"


def get_raster_image_dir():
    return "assets/raster_images"


def get_vector_image_dir():
    return "assets/vector_images"


def get_sound_dir():
    return "assets/sounds"


def get_downloads_dir():
    return "assets/downloads"


def get_three_d_model_dir():
    return "assets/models"


def get_temp_dir():
    return "assets/temp"


def get_cache_dir():
    return "assets/cache"


def get_shader_dir():
    return "assets/shaders"
