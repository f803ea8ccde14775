from __future__ import annotations

from types import SimpleNamespace

import pytest

import kafka_query
from command_line import parse_arguments


class Reader:
    """Remembers its options by the name in lower case, as Spark does."""

    def __init__(self):
        self.given = {}

    def format(self, _):
        return self

    def option(self, name, value):
        self.given[name.lower()] = value
        return self

    def options(self, **options):
        for name, value in options.items():
            self.option(name, value)
        return self

    def load(self):
        return self.given


def source(*arguments):
    options = parse_arguments(["--bootstrap-servers", "kafka1:19092", "--checkpoint-location", "/c", *arguments])
    return kafka_query._records(SimpleNamespace(readStream=Reader()), options)


def test_reads_one_topic_committed_records_only_and_stops_where_records_are_gone():
    assert source() == {
        "kafka.fetch.max.wait.ms": "10",
        "minoffsetspertrigger": 2**63 - 1,
        "maxtriggerdelay": "5000ms",
        "kafka.bootstrap.servers": "kafka1:19092",
        "kafka.isolation.level": "read_committed",
        "subscribe": "user_events",
        "startingoffsets": "earliest",
        "failondataloss": "true",
    }


def test_reads_as_brokers_want_to_be_spoken_to():
    secured = ("--client-properties", "security.protocol=SSL\nssl.truststore.type=PEM")
    assert source(*secured).items() >= {"kafka.security.protocol": "SSL", "kafka.ssl.truststore.type": "PEM"}.items()
    assert source(*secured, "--source-option", "kafka.security.protocol=PLAINTEXT")["kafka.security.protocol"] == "PLAINTEXT"


def test_reads_in_the_way_that_further_options_say():
    given = source("--source-option", "kafka.fetch.max.wait.ms=500", "--max-offsets-per-trigger", "9")
    assert given["kafka.fetch.max.wait.ms"] == "500"
    assert given["maxoffsetspertrigger"] == 9


@pytest.mark.parametrize("interval, delay", [("0 seconds", "0ms"), ("250 milliseconds", "250ms"), ("2 minutes", "120000ms")])
def test_reads_as_often_as_the_trigger_says(interval, delay):
    assert source("--trigger-interval", interval)["maxtriggerdelay"] == delay


@pytest.mark.parametrize(
    "options, least",
    [([], 2**63 - 1), (["--max-offsets-per-trigger", "9"], 9), (["--source-option", "minOffsetsPerTrigger=5"], "5")],
)
def test_a_batch_that_is_full_does_not_wait(options, least):
    assert source(*options)["minoffsetspertrigger"] == least


def test_reads_all_there_is_without_waiting_where_it_is_to_end_then():
    assert source("--available-now").keys().isdisjoint({"minoffsetspertrigger", "maxtriggerdelay"})


def test_no_option_changes_what_the_application_sets_itself():
    options = ["FailOnDataLoss=false", "kafka.isolation.level=read_uncommitted", "subscribe=others", "startingOffsets=latest"]
    assert source(*(word for option in options for word in ("--source-option", option))) == source()


@pytest.mark.parametrize(
    "location, is_local",
    [("/c", True), ("c/d", True), ("file:/c", True), ("file:///c", True), ("s3a://bucket/c", False), ("hdfs:/c", False)],
)
def test_renames_files_without_asking_about_links_where_the_checkpoint_is_local(monkeypatch, location, is_local):
    class Anything:
        def __getattr__(self, _):
            return lambda *_, **__: self

    settings = {}
    conf = SimpleNamespace(set=settings.__setitem__)
    spark = SimpleNamespace(version="4.2.0", readStream=Anything(), conf=conf)
    monkeypatch.setattr(kafka_query, "results", lambda *_: SimpleNamespace(writeStream=Anything()))
    arguments = ["--bootstrap-servers", "kafka1:19092", "--checkpoint-location", location]
    kafka_query.kafka_query(spark, parse_arguments(arguments))
    manager = settings.get("spark.sql.streaming.checkpointFileManagerClass", "")
    assert manager.endswith(".FileSystemBasedCheckpointFileManager") == is_local


def test_the_class_that_writes_checkpoints_is_in_this_spark(spark):
    kafka_query.write_by_rename(spark, "/c")
    name = spark.conf.get("spark.sql.streaming.checkpointFileManagerClass")
    spark.conf.unset("spark.sql.streaming.checkpointFileManagerClass")
    assert spark._jvm.org.apache.spark.util.Utils.classForName(name, True, False).getName() == name
