"""How many converted scenes end with the picture that manimgl draws. Entry: `python -m eval.conversion.likeness`.

The reference pictures are the user's own: manimgl draws them in an environment of its own, from the root of his clone,

    PYTHONPATH=. manimgl _2024/topic/file.py Name -w -s -l --config_file own.yml --video_dir FRAMES/_2024/topic/file

so that `FRAMES/<module path>/<scene>.png` is the last frame of that scene. A machine without a screen needs Xvfb and
Mesa's software OpenGL: `xvfb-run manimgl …`. `own.yml` undoes what the clone's configuration says of its author's
machine: `directories: {mirror_module_path: False, base: /some/folder}`.
"""
