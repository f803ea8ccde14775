from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time

import pytest
from pyspark.errors import StreamingQueryException

import kafka_spark_app
from conftest import KAFKA_COLUMNS, MINUTE, KafkaRecord, event, write_file
from supervision import Pulse, supervise
from user_events import averages, classify, dead_letters


@pytest.fixture
def writer(spark, tmp_path):
    """Makes a query of the application that reads from files and gives its batches to `work`."""
    records = [event(36, "2024-05-01T10:00:00Z"), event("old", "2024-05-01T10:00:00Z")]
    source = tmp_path / "source"
    source.mkdir()
    write_file(source / "0.json", records)

    def make(name, work=lambda batch, _: batch.collect(), trigger={"processingTime": "100 milliseconds"}):
        records = classify(spark.readStream.schema(KAFKA_COLUMNS).json(str(source)), MINUTE)
        output = averages(records, "1 minute", "1 minute") if name == "aggregation" else dead_letters(records)
        query = output.writeStream.queryName(name).outputMode("update").foreachBatch(work).trigger(**trigger)
        return query.option("checkpointLocation", str(tmp_path / "checkpoint" / name))

    return make


@pytest.fixture
def alive(tmp_path):
    return tmp_path / "alive"


def fail(*_):
    raise RuntimeError("the sink is gone")


@pytest.mark.parametrize("failing", ["aggregation", "dead_letter"])
def test_the_failure_of_one_query_ends_both(spark, writer, alive, failing):
    writers = [writer(name, *([fail] if name == failing else [])) for name in ("aggregation", "dead_letter")]
    with pytest.raises(StreamingQueryException, match="the sink is gone"):
        supervise(spark, writers, alive, threading.Event())
    assert spark.streams.active == []


def test_comes_to_its_end_when_both_queries_have(spark, writer, alive):
    until_now = {"availableNow": True}
    names = ("aggregation", "dead_letter")
    supervise(spark, [writer(name, trigger=until_now) for name in names], alive, threading.Event())
    assert spark.streams.active == []


def test_gives_no_sign_of_life_before_both_queries_have_done_something(spark, writer, alive):
    alive.touch()
    go_on = threading.Event()

    def observe():
        wait_for(lambda: any(query.lastProgress for query in spark.streams.active))
        time.sleep(1)
        seen.append(alive.exists())
        go_on.set()
        wait_for(alive.exists)
        stop_all(spark)

    seen = []
    with in_background(observe):
        supervise(spark, [writer("aggregation"), writer("dead_letter", lambda *_: go_on.wait())], alive, threading.Event())
    assert seen == [False]


def test_the_sign_of_life_stays_fresh_while_both_are_idle_and_ages_with_the_one_that_is_not(spark, writer, alive):
    def observe():
        wait_for(alive.exists)
        first = alive.stat().st_mtime
        wait_for(lambda: alive.stat().st_mtime > first + 1)
        [dead_letter] = [query for query in spark.streams.active if query.name == "dead_letter"]
        dead_letter.stop()
        stopped = time.time()
        time.sleep(2)
        seen.append(alive.stat().st_mtime < stopped + 1)
        stop_all(spark)

    seen = []
    with in_background(observe):
        supervise(spark, [writer("aggregation"), writer("dead_letter")], alive, threading.Event())
    assert seen == [True]


def test_logs_a_line_for_each_batch_that_read_something_and_warns_of_late_records(spark, stream, alive, caplog):
    caplog.set_level(logging.INFO, "supervision")
    pulse = Pulse(alive, 1)
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
    assert "read 2," in first.getMessage()
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


def test_stops_both_queries_when_it_is_told_to_end(spark, writer, command_line, alive, monkeypatch):
    queries = [writer("aggregation"), writer("dead_letter")]
    monkeypatch.setattr(kafka_spark_app, "kafka_queries", lambda *_: queries)
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
