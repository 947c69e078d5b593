"""Work on many inputs, in this process or in several, with the results in the order of the inputs."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from onrecord.cli.interrupt import Interrupt

__all__ = ["ordered"]

Job = TypeVar("Job")
Result = TypeVar("Result")

# Inputs under way per worker: enough that a long document does not leave the others idle, few enough that
# memory does not grow with the number of inputs.
AHEAD = 4


def ordered(
    work: Callable[[Job], Result],
    jobs: Iterator[Job],
    *,
    workers: int,
    interrupt: Interrupt,
    lost: Callable[[Job], Result],
) -> Iterator[Result]:
    """``work`` of each job, in the order of ``jobs``, until they end or ``interrupt`` has heard Ctrl-C.

    With more than one worker the work is done in fresh processes, so ``work``, jobs and results must be
    picklable. Where a process dies, the job at fault is found by doing it alone, and gives ``lost(job)``.
    """
    if workers > 1:
        yield from _Pool(work, workers, lost).run(jobs, interrupt)
        return
    while (job := interrupt.pull(jobs)) is not None:
        yield work(job)


class _Pool(Generic[Job, Result]):
    def __init__(self, work: Callable[[Job], Result], workers: int, lost: Callable[[Job], Result]) -> None:
        self._work, self._workers, self._lost = work, workers, lost
        self._pool = _executor(workers)
        self._waiting: deque[tuple[Job, Future[Result]]] = deque()

    def run(self, jobs: Iterator[Job], interrupt: Interrupt) -> Iterator[Result]:
        try:
            while True:
                self._fill(jobs, interrupt)
                if interrupt.heard:
                    self._cancel()
                if not self._waiting:
                    return
                job, future = self._waiting.popleft()
                try:
                    result = future.result()
                except CancelledError:
                    return
                except BrokenProcessPool:
                    result = self._recover(job)
                yield result
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _fill(self, jobs: Iterator[Job], interrupt: Interrupt) -> None:
        while len(self._waiting) < AHEAD * self._workers:
            job = interrupt.pull(jobs)
            if job is None:
                return
            self._waiting.append((job, self._submit(job)))

    def _submit(self, job: Job) -> Future[Result]:
        # The processes start here; until each ignores SIGINT itself, it inherits that it is ignored.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            return self._pool.submit(self._work, job)
        except BrokenProcessPool as error:
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken
        finally:
            signal.signal(signal.SIGINT, before)

    def _cancel(self) -> None:
        for _, future in reversed(self._waiting):
            future.cancel()

    def _recover(self, job: Job) -> Result:
        self._pool.shutdown(cancel_futures=True)
        with _executor(1) as alone:
            try:
                result = alone.submit(self._work, job).result()
            except BrokenProcessPool:
                result = self._lost(job)
        self._pool = _executor(self._workers)
        self._waiting = deque((j, f if _good(f) else self._submit(j)) for j, f in self._waiting)
        return result


def _good(future: Future[Result]) -> bool:
    return future.done() and not future.cancelled() and not isinstance(future.exception(), BrokenProcessPool)


def _executor(workers: int) -> ProcessPoolExecutor:
    # Spawn: a forked child would inherit locks and threads of onnxruntime in an unknown state.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
