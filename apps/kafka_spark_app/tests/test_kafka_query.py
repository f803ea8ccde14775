from __future__ import annotations

from types import SimpleNamespace

from command_line import parse_arguments
from kafka_queries import _records


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
    return _records(SimpleNamespace(readStream=Reader()), options)


def test_reads_one_topic_committed_records_only_and_stops_where_records_are_gone():
    assert source() == {
        "kafka.bootstrap.servers": "kafka1:19092",
        "kafka.isolation.level": "read_committed",
        "subscribe": "user_events",
        "startingoffsets": "earliest",
        "failondataloss": "true",
    }


def test_reads_in_the_way_that_further_options_say():
    given = source("--source-option", "minPartitions=6", "--max-offsets-per-trigger", "9")
    assert given["minpartitions"] == "6"
    assert given["maxoffsetspertrigger"] == 9


def test_no_option_changes_what_the_application_sets_itself():
    options = ["FailOnDataLoss=false", "kafka.isolation.level=read_uncommitted", "subscribe=others", "startingOffsets=latest"]
    assert source(*(word for option in options for word in ("--source-option", option))) == source()
