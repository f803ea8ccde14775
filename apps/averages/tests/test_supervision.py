from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time

import pytest
from conftest import KAFKA_COLUMNS, KafkaRecord, event, write_file
from pyspark.errors import StreamingQueryException

import kafka_spark_app
from supervision import Pulse, supervise


@pytest.fixture
def writer(spark, tmp_path):
    """Makes a query that reads from files and gives its batches to `work`."""
    source = tmp_path / "source"
    source.mkdir()
    write_file(source / "0.json", [event(36, "2024-05-01T10:00:00Z")])

    def make(work=lambda batch, _: batch.collect(), trigger={"processingTime": "100 milliseconds"}):
        records = spark.readStream.schema(KAFKA_COLUMNS).json(str(source))
        query = records.writeStream.foreachBatch(work).trigger(**trigger)
        return query.option("checkpointLocation", str(tmp_path / "checkpoint"))

    return make


@pytest.fixture
def alive(tmp_path):
    return tmp_path / "alive"


def fail(*_):
    raise RuntimeError("the sink is gone")


def test_ends_when_the_query_has_failed(spark, writer, alive):
    with pytest.raises(StreamingQueryException, match="the sink is gone"):
        supervise(spark, writer(fail), alive, threading.Event())
    assert spark.streams.active == []


def test_comes_to_its_end_when_the_query_has(spark, writer, alive):
    supervise(spark, writer(trigger={"availableNow": True}), alive, threading.Event())
    assert spark.streams.active == []


def test_gives_no_sign_of_life_before_a_batch_is_done(spark, writer, alive):
    def work(*_):
        started.set()
        go_on.wait()

    def observe():
        started.wait()
        time.sleep(1)
        seen.append(alive.exists())
        go_on.set()
        wait_for(alive.exists)
        stop_all(spark)

    alive.touch()
    started, go_on = threading.Event(), threading.Event()
    seen = []
    with in_background(observe):
        supervise(spark, writer(work), alive, threading.Event())
    assert seen == [False]


def test_the_sign_of_life_stays_fresh_while_the_query_is_idle(spark, writer, alive):
    def observe():
        wait_for(alive.exists)
        first = alive.stat().st_mtime
        wait_for(lambda: alive.stat().st_mtime > first + 1)
        stop_all(spark)

    with in_background(observe):
        supervise(spark, writer(), alive, threading.Event())


def test_logs_a_line_for_each_batch_that_read_something_and_warns_of_late_records(spark, stream, alive, caplog):
    caplog.set_level(logging.INFO, "supervision")
    pulse = Pulse(alive)
    spark.streams.addListener(pulse)
    try:
        stream.start("update")
        stream.process(event(36, "2024-05-01T10:00:00Z"), KafkaRecord(None, b"no event"))
        stream.process(event(36, "2024-05-01T09:00:00Z"))
        wait_for(lambda: len(caplog.records) >= 2)
    finally:
        spark.streams.removeListener(pulse)
    (first, late) = caplog.records
    assert (first.levelname, late.levelname) == ("INFO", "WARNING")
    assert "read 2, wrote 1 to aggregated_data and 1 to user_events_dead_letter," in first.getMessage()
    assert "at least 1 too late and dropped" in late.getMessage()
    assert "watermark 2024-05-01T09:59:00.000Z" in late.getMessage()


@pytest.fixture
def command_line(monkeypatch, tmp_path, alive):
    arguments = ["--bootstrap-servers", "localhost:1", "--checkpoint-location", str(tmp_path / "checkpoint")]
    monkeypatch.setattr(sys, "argv", ["kafka_spark_app.py", *arguments, "--alive-file", str(alive)])
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def test_says_in_one_sentence_why_it_cannot_run(spark, command_line):
    with pytest.raises(SystemExit, match="Failed to find data source: kafka"):
        kafka_spark_app.main()


def test_stops_the_query_when_it_is_told_to_end(spark, writer, command_line, alive, monkeypatch):
    query = writer()
    monkeypatch.setattr(kafka_spark_app, "kafka_query", lambda *_: query)
    # Spark brings no Kafka here that could be asked.
    monkeypatch.setattr(kafka_spark_app, "topic_id", lambda *_: "an-id")

    def end():
        wait_for(alive.exists)
        os.kill(os.getpid(), signal.SIGTERM)

    with in_background(end), pytest.raises(SystemExit) as ended:
        kafka_spark_app.main()
    assert ended.value.code == 143
    assert spark.streams.active == []


def wait_for(condition):
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def stop_all(spark):
    for query in spark.streams.active:
        query.stop()


class in_background:
    def __init__(self, work):
        self._thread = threading.Thread(target=work)

    def __enter__(self):
        self._thread.start()

    def __exit__(self, *_):
        self._thread.join()
