"""The streaming query: what is read from Kafka, and what is written to it."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from typing import Any, Dict

from pyspark.sql import DataFrame, SparkSession, functions as F
from pyspark.sql.streaming import DataStreamWriter

from command_line import duration
from user_events import averages, classify, dead_letters

# Each would take the filter or the columns of one branch to the other side of the exchange that both branches share:
# they would need an exchange each, and every record would be read and parsed twice. A filter would even get a copy of
# all that a reason is made of, and parse each record anew at each of a hundred mentions.
_PARTING_RULES = ("PushDownPredicates", "PushPredicateThroughNonJoin", "ColumnPruning")

# By the major version of Spark.
_FILE_MANAGERS = {
    "3": "org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager",
    "4": "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager",
}

_RECORD = ("key", "value", "topic", "partition", "offset", "timestamp")


def kafka_query(spark: SparkSession, options: argparse.Namespace) -> DataStreamWriter:
    """The query ``user_events``, not yet started.

    It delivers at least once: after a restart the last batch may be written again.
    """
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    write_by_rename(spark, options.checkpoint_location)
    # What an idle query may take: it asks the brokers for new records as often as that.
    spark.conf.set("spark.sql.streaming.pollingDelay", "200ms")
    trigger = {"availableNow": True} if options.available_now else {"processingTime": "0 seconds"}
    return (
        results(spark, _records(spark, options), options)
        .writeStream.queryName("user_events")
        .outputMode(options.output_mode)
        .format("kafka")
        .options(**_security(options))
        .option("kafka.bootstrap.servers", options.bootstrap_servers)
        .option("checkpointLocation", f"{options.checkpoint_location.rstrip('/')}/user_events")
        .trigger(**trigger)
    )


def write_by_rename(spark: SparkSession, checkpoint_location: str) -> None:
    """Has files of a checkpoint written without a process for each, where that is in a local file system."""
    if re.match(r"file:|(?!\w+:)", checkpoint_location):
        # The other class that Spark has starts eight processes of `readlink` for each file, and there are five in a
        # batch. A rename in a local file system is atomic, which is all that this one asks for.
        manager = _FILE_MANAGERS[spark.version.split(".")[0]]
        spark.conf.set("spark.sql.streaming.checkpointFileManagerClass", manager)


def results(spark: SparkSession, records: DataFrame, options: argparse.Namespace) -> DataFrame:
    """The averages and the dead letters, as Kafka records that know their topic. Each record is parsed once for both."""
    parse_once(spark)
    classified = _shared(classify(records, duration(options.max_clock_skew)))
    average_ages = averages(classified, options.window, options.watermark)
    letters = dead_letters(classified)
    return _to(options.sink_topic, average_ages).unionByName(_to(options.dead_letter_topic, letters))


def parse_once(spark: SparkSession) -> None:
    """Keeps the optimizer from what makes a query parse a record more than once."""
    rules = (f"org.apache.spark.sql.catalyst.optimizer.{rule}" for rule in _PARTING_RULES)
    spark.conf.set("spark.sql.optimizer.excludedRules", ",".join(rules))


def _shared(classified: DataFrame) -> DataFrame:
    """Beyond an exchange, which is there once though two branches begin there.

    It has one partition: little is left of a usable record, and more tasks would take longer than that.
    """
    unusable = F.col("reason").isNotNull()
    record = (F.when(unusable, F.col(column)).alias(column) for column in _RECORD)
    return classified.select("age", "event_time", "reason", *record).repartition(1)


def _to(topic: str, output: DataFrame) -> DataFrame:
    written = F.count(F.lit(1)).alias("written")
    return output.select(F.lit(topic).alias("topic"), F.col("key").cast("binary"), "value").observe(topic, written)


def _records(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    reader = (
        spark.readStream.format("kafka")
        # Spark asks for the end of a partition after each fetch. The broker answers once it is done with the consumer's
        # next fetch on that connection, which waits that long for records that are not there.
        .option("kafka.fetch.max.wait.ms", "10")
        .options(**({} if options.available_now else _pace(options)))
        .options(**_security(options))
        # Before what they must not change.
        .options(**dict(options.source_options))
        .option("kafka.bootstrap.servers", options.bootstrap_servers)
        # What a producer took back must not count.
        .option("kafka.isolation.level", "read_committed")
        .option("subscribe", options.source_topic)
        .option("startingOffsets", options.starting_offsets)
        # Averages without the records that are gone would be wrong, and nobody would know.
        .option("failOnDataLoss", "true")
    )
    if options.max_offsets_per_trigger is not None:
        reader = reader.option("maxOffsetsPerTrigger", options.max_offsets_per_trigger)
    return reader.load()


def _security(options: argparse.Namespace) -> Dict[str, str]:
    return {f"kafka.{name}": value for name, value in options.client_properties.items()}


def _pace(options: argparse.Namespace) -> Dict[str, Any]:
    """A batch of records at each interval, or as soon as there is a whole one.

    A batch writes the windows that the one before it has closed. If the trigger had the interval, that batch would wait
    for it too; so the source has it.
    """
    return {
        "minOffsetsPerTrigger": options.max_offsets_per_trigger or 2**63 - 1,
        "maxTriggerDelay": f"{duration(options.trigger_interval) // dt.timedelta(milliseconds=1)}ms",
    }
