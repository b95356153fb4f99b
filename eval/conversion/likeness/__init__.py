"""How many converted scenes end with the picture that manimgl draws. Entry: `python -m eval.conversion.likeness`.

The reference pictures are the user's own: manimgl draws them in an environment of its own, from the root of his clone,

    manimgl _2024/topic/file.py SceneName -w -s -l --video_dir FRAMES/_2024/topic/file

so that `FRAMES/<module path>/<scene>.png` is the last frame of that scene (manimgl's own `mirror_module_path` gives the
same tree). A machine without a screen needs Xvfb and Mesa's software OpenGL: `xvfb-run manimgl …`.
"""
