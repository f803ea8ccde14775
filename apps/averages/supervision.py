"""Runs a streaming query to its end, and keeps a file that tells that it is well."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from threading import Event
from typing import Callable, Iterator

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.streaming import DataStreamWriter, StreamingQueryListener
from pyspark.sql.streaming.listener import (
    QueryIdleEvent,
    QueryProgressEvent,
    QueryStartedEvent,
    QueryTerminatedEvent,
    StreamingQueryProgress,
)

log = logging.getLogger(__name__)


def supervise(spark: SparkSession, writer: DataStreamWriter, alive_file: Path, stop: Event) -> None:
    """Starts the query and waits until it has come to its end, or `stop` is set.

    :raises StreamingQueryException: as soon as it has failed
    """
    pulse = Pulse(alive_file)
    spark.streams.addListener(pulse)
    with _at_the_end(lambda: spark.streams.removeListener(pulse)):
        query = writer.start()
        with _at_the_end(query.stop):
            while not (stop.is_set() or query.awaitTermination(0.5)):
                pass


@contextlib.contextmanager
def _at_the_end(release: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    finally:
        # Where the JVM has been told to end, it is gone before Python.
        with contextlib.suppress(PySparkException, Py4JError, OSError):
            release()


class Pulse(StreamingQueryListener):
    """Logs what each batch did, and keeps a file whose modification time is the query's last sign of life.

    A batch done and an idle trigger are signs of life.
    """

    def __init__(self, alive_file: Path) -> None:
        self._alive_file = alive_file
        alive_file.unlink(missing_ok=True)

    def onQueryStarted(self, event: QueryStartedEvent) -> None:
        pass

    def onQueryProgress(self, event: QueryProgressEvent) -> None:
        if event.progress.numInputRows > 0:
            _log_batch(event.progress)
        self._alive_file.touch()

    def onQueryIdle(self, event: QueryIdleEvent) -> None:
        self._alive_file.touch()

    def onQueryTerminated(self, event: QueryTerminatedEvent) -> None:
        pass


def _log_batch(progress: StreamingQueryProgress) -> None:
    # Spark sums up records of one window and partition before it drops them, and then counts them as one.
    late = sum(operator.numRowsDroppedByWatermark for operator in progress.stateOperators)
    log.log(
        logging.WARNING if late > 0 else logging.INFO,
        "batch %d: read %d, wrote %s%s%s",
        progress.batchId,
        progress.numInputRows,
        " and ".join(f"{metrics.written} to {topic}" for topic, metrics in sorted(progress.observedMetrics.items())),
        f", watermark {progress.eventTime['watermark']}" if "watermark" in progress.eventTime else "",
        f", at least {late} too late and dropped" if late > 0 else "",
    )
