"""Stands for progress bars, which a video does not show."""


def tqdm(iterable=(), *args, **kwargs):
    return iterable
