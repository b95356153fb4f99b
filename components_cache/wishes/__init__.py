"""The cache of wishes: what was made once is found again, by its words or by its meaning, and never served damaged.

One entry: `cache.WishCache`. A wish is found `exact` under the key of its canonical form, its options and the version
of the code that decides the video, or `semantic`, by embedding and guards that let no different wish through. Records
are rows (`tables`), videos and code are files named by what they hold (`files`); Redis, where configured, is a hot
layer in front of the rows (`hot`). What is in flight is shared through leases (`leases`).
"""
