from __future__ import annotations

import base64
import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Optional

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.streaming import StreamingQuery

from command_line import parse_arguments
from kafka_query import results

KAFKA_COLUMNS = "key BINARY, value BINARY, topic STRING, partition INT, offset BIGINT, timestamp TIMESTAMP"
MINUTE = dt.timedelta(minutes=1)
RECEIVED = dt.datetime(2024, 5, 2, tzinfo=dt.timezone.utc)


class KafkaRecord(NamedTuple):
    key: Optional[bytes]
    value: Optional[bytes]
    topic: str = "user_events"
    partition: int = 0
    offset: int = 0
    timestamp: dt.datetime = RECEIVED


def event(age: Any, timestamp: Any, received: dt.datetime = RECEIVED) -> KafkaRecord:
    value = {"name": "Ada", "age": age, "timestamp": timestamp}
    return KafkaRecord(b"Ada", json.dumps(value).encode(), timestamp=received)


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.streaming.noDataProgressEventInterval", "100ms")
        # A short life on a small machine: what counts is how soon it starts.
        .config("spark.driver.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def kafka(spark: SparkSession) -> Callable[[List[KafkaRecord]], DataFrame]:
    """Records as Spark's Kafka source gives them."""
    return lambda records: spark.createDataFrame(records, KAFKA_COLUMNS)


def write_file(file: Path, records: Iterable[KafkaRecord]) -> None:
    """Records as Spark's JSON source reads them, in a file that appears at once."""

    def as_json(value: Any) -> Any:
        return base64.b64encode(value).decode() if isinstance(value, bytes) else value.isoformat()

    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text("".join(json.dumps(record._asdict(), default=as_json) + "\n" for record in records))
    unfinished.rename(file)


class Stream:
    """The real query, fed a batch at a time from files instead of a topic."""

    def __init__(self, spark: SparkSession, folder: Path) -> None:
        self._spark = spark
        self._source, self._checkpoint = folder / "source", folder / "checkpoint"
        self._source.mkdir()
        self._files = itertools.count()
        self.query: StreamingQuery
        self.written: List[Dict[str, Any]] = []
        self.letters: List[Dict[str, Any]] = []
        self.before_commit: Callable[[], None] = lambda: None

    def start(self, output_mode: str) -> None:
        records = self._spark.readStream.schema(KAFKA_COLUMNS).json(str(self._source))
        options = parse_arguments(["--bootstrap-servers", "kafka1:19092", "--checkpoint-location", "unused"])

        def write(batch: DataFrame, _: int) -> None:
            for row in batch.collect():
                topic = {options.sink_topic: self.written, options.dead_letter_topic: self.letters}[row.topic]
                topic.append({"key": row.key and row.key.decode(), **json.loads(row.value)})
            self.before_commit()

        self.query = (
            results(self._spark, records, options)
            .writeStream.outputMode(output_mode)
            .option("checkpointLocation", str(self._checkpoint))
            .foreachBatch(write)
            .start()
        )

    def add(self, *records: KafkaRecord) -> None:
        write_file(self._source / f"{next(self._files)}.json", records)

    def process(self, *records: KafkaRecord) -> Dict[str, float]:
        """The averages by the start of their window (`HH:MM`) that this batch, and the watermark after it, wrote."""
        before = len(self.written)
        self.add(*records)
        self.query.processAllAvailable()
        return {row["key"][11:16]: row["average_age"] for row in self.written[before:]}

    def late(self) -> int:
        return sum(
            operator["numRowsDroppedByWatermark"]
            for progress in self.query.recentProgress
            for operator in progress["stateOperators"]
        )


@pytest.fixture
def stream(spark: SparkSession, tmp_path: Path) -> Iterator[Stream]:
    made = Stream(spark, tmp_path)
    yield made
    made.query.stop()
