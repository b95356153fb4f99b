"""Tasks: records in SQL are the truth, Taskiq on Redis streams wakes the workers. Public entry: `queue.Queue`."""
