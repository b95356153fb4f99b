"""The seccomp filter: which system calls a job may make.

An allow-list: what is not named fails with EPERM (or ENOSYS where glibc has an older way to do the same). The filter is
compiled once in the zygote to BPF and loaded by each child with one `prctl`.
"""

from __future__ import annotations

import ctypes
import errno
import os
from typing import Any, Literal

Profile = Literal["scene", "tex"]

_ALLOWED = """
read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek _llseek sendfile copy_file_range splice
open openat openat2 close close_range creat access faccessat faccessat2 stat fstat lstat newfstatat statx fstatat64
statfs fstatfs readlink readlinkat getcwd chdir fchdir getdents getdents64 mkdir mkdirat rmdir unlink unlinkat rename
renameat renameat2 link linkat symlink symlinkat chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat umask
truncate ftruncate fallocate fsync fdatasync sync_file_range utime utimes utimensat futimesat flock fcntl fcntl64 dup
dup2 dup3 pipe pipe2 poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd
eventfd2 timerfd_create timerfd_settime timerfd_gettime memfd_create inotify_init1 ioctl fadvise64 readahead
mmap mmap2 munmap mprotect mremap madvise brk mlock munlock mincore msync membarrier get_mempolicy
exit exit_group wait4 waitid fork vfork getpid getppid gettid getpgid getpgrp setpgid getsid setsid getuid geteuid
getgid getegid getresuid getresgid getgroups capget set_tid_address set_robust_list get_robust_list rseq futex
futex_waitv futex_wait futex_wake arch_prctl prctl uname sysinfo times getrusage getrlimit prlimit64 getcpu
sched_yield sched_getaffinity sched_setaffinity sched_getparam sched_getscheduler sched_get_priority_max
sched_get_priority_min getpriority rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait
rt_sigsuspend sigaltstack restart_syscall tgkill tkill kill alarm setitimer getitimer timer_create timer_settime
timer_delete timer_gettime nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time getrandom
""".split()  # noqa: SIM905  # a table of names reads best as text

_CLONE_NEW = 0x7E020000 | 0x80  # every CLONE_NEW* flag: cgroup, user, pid, net, uts, ipc, mount, time


def compile_filter(profile: Profile) -> bytes:
    """BPF for a profile: `scene` may not start programs, `tex` may. OSError or ImportError without libseccomp."""
    import pyseccomp as seccomp

    rules: Any = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    for name in [*_ALLOWED, *(["execve", "execveat"] if profile == "tex" else [])]:
        _add(rules, seccomp, seccomp.ALLOW, name)
    # Threads and plain forks, but no new namespaces; clone3 hides its flags behind a pointer, so glibc must use clone.
    _add(rules, seccomp, seccomp.ALLOW, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, _CLONE_NEW, 0))
    _add(rules, seccomp, seccomp.ERRNO(errno.ENOSYS), "clone3")
    return _export(rules)


def _add(rules: Any, seccomp: Any, action: Any, name: str, *arguments: Any) -> None:
    try:
        rules.add_rule(action, name, *arguments)
    except (OSError, RuntimeError, ValueError) as problem:
        if name == "clone":
            raise OSError(str(problem)) from problem
        # a call that this processor does not have


def _export(rules: Any) -> bytes:
    with os.fdopen(os.memfd_create("filter"), "w+b") as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def load(filter_code: bytes) -> None:
    """Put this process, and all it starts, under a compiled filter for good. Raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(filter_code, len(filter_code))
    program = _Program(len(filter_code) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    if libc.prctl(22, 2, ctypes.byref(program), 0, 0) != 0:  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
