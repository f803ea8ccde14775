"""Runs streaming queries together: all end when one fails, and a file tells that all of them are well."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from pathlib import Path
from threading import Event
from typing import Dict, List, Sequence

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.streaming import DataStreamWriter, StreamingQuery, StreamingQueryListener
from pyspark.sql.streaming.listener import (
    QueryIdleEvent,
    QueryProgressEvent,
    QueryStartedEvent,
    QueryTerminatedEvent,
    StreamingQueryProgress,
)

log = logging.getLogger(__name__)


def supervise(spark: SparkSession, writers: Sequence[DataStreamWriter], alive_file: Path, stop: Event) -> None:
    """Starts the queries and waits until all have come to their end, or `stop` is set.

    :raises StreamingQueryException: as soon as one has failed; the others are stopped
    """
    pulse = Pulse(alive_file, len(writers))
    spark.streams.addListener(pulse)
    queries: List[StreamingQuery] = []
    try:
        for writer in writers:
            queries.append(writer.start())
        while not (stop.is_set() or all([query.awaitTermination(0.5) for query in queries])):
            pass
    finally:
        # Where the JVM has been told to end, it is gone before Python.
        with contextlib.suppress(PySparkException, Py4JError, OSError):
            for query in queries:
                query.stop()
            spark.streams.removeListener(pulse)


class Pulse(StreamingQueryListener):
    """Logs what each batch did, and keeps a file whose modification time is the last sign of life of the slowest query.

    A batch done and an idle trigger are signs of life. The file appears when every query has given one.
    """

    def __init__(self, alive_file: Path, queries: int) -> None:
        self._alive_file = alive_file
        self._queries = queries
        self._last_seen: Dict[object, float] = {}
        alive_file.unlink(missing_ok=True)

    def onQueryStarted(self, event: QueryStartedEvent) -> None:
        pass

    def onQueryProgress(self, event: QueryProgressEvent) -> None:
        if event.progress.numInputRows > 0:
            _log_batch(event.progress)
        self._saw(event.progress.id)

    def onQueryIdle(self, event: QueryIdleEvent) -> None:
        self._saw(event.id)

    def onQueryTerminated(self, event: QueryTerminatedEvent) -> None:
        pass

    def _saw(self, query: object) -> None:
        self._last_seen[query] = time.time()
        if len(self._last_seen) == self._queries:
            slowest = min(self._last_seen.values())
            self._alive_file.touch()
            os.utime(self._alive_file, (slowest, slowest))


def _log_batch(progress: StreamingQueryProgress) -> None:
    # Spark sums up records of one window and partition before it drops them, and then counts them as one.
    late = sum(operator.numRowsDroppedByWatermark for operator in progress.stateOperators)
    log.log(
        logging.WARNING if late > 0 else logging.INFO,
        "%s, batch %d: read %d, wrote %d%s%s",
        progress.name,
        progress.batchId,
        progress.numInputRows,
        progress.sink.numOutputRows,
        f", watermark {progress.eventTime['watermark']}" if "watermark" in progress.eventTime else "",
        f", at least {late} too late and dropped" if late > 0 else "",
    )
