"""The render farm: a warm process that runs Manim scenes, each in its own sandboxed child.

The one public entry is `render.farm.Farm`: `Farm.connect().render(code, scene, out=…)` and `.probe(code, scene)`, which
return a `RunResult` and never raise for what generated code does. Beside it stand `render.policy.check` (early,
friendly refusals) and `render.guards.survey` (which sandbox layers this machine has).

Layers, outermost first, and what each is for:

1. **bubblewrap** around the zygote: no network, a read-only view of the system that holds only what Manim needs,
   a private /tmp, an empty environment; only the farm's own folder can be written.
2. **a PID namespace** per job: killing its first process kills every process the job ever started; none is orphaned.
3. **another user** per job, when the farm runs as root: an unprivileged id of its own, without capabilities.
4. **Landlock** per job: system and fonts readable, the job's folder writable, nothing else, no signals to outside.
5. **seccomp** per job: an allow-list of system calls: no sockets, no new programs, no ptrace, mount, keyctl, bpf, …
6. **resource limits** per job: address space, processor time, file size, open files, processes; wall clock, total
   memory and disk are watched by the zygote, which kills.

LaTeX does not run in the job. The zygote runs it in a child of its own, with its own folder and the same layers,
without shell escape, and answers with the SVG. So a job needs no right to start programs, and cannot place a false
picture in the formula cache that all jobs share.

Not covered:

- A hole in the Linux kernel, bubblewrap, cairo, Pango, FFmpeg or LaTeX itself. Use a virtual machine against that.
- Side channels: timing, processor caches, how full the disk is.
- Fairness within the limits: a job may use all processor time and memory that it was given.
- What a video shows. A scene may draw anything it can compute.
- Lies of a job about itself: it writes its own report and pictures. The result is data from a stranger.
- Segment caches within one scope (by default: one output path): an earlier version of the same scene may have lied.
- Code that reads fonts or the Python installation: both are readable by design.
- On a machine where a layer is missing (`RunResult.missing_guards`), what that layer would have stopped.
"""
