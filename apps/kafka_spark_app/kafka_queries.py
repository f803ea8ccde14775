"""The two streaming queries: what is read from Kafka, and what is written to it."""

from __future__ import annotations

import argparse
from typing import List

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.streaming import DataStreamWriter

from command_line import duration
from user_events import averages, classify, dead_letters


def kafka_queries(spark: SparkSession, options: argparse.Namespace) -> List[DataStreamWriter]:
    """The queries ``aggregation`` and ``dead_letter``, not yet started.

    Each reads the source for itself and keeps its own checkpoint, so that neither loses a record when the other fails.
    Both deliver at least once: after a restart the last batch may be written again.
    """
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    records = classify(_records(spark, options), duration(options.max_clock_skew))
    average_ages = averages(records, options.window, options.watermark)
    return [
        _query("aggregation", average_ages, options.sink_topic, options).outputMode(options.output_mode),
        _query("dead_letter", dead_letters(records), options.dead_letter_topic, options).outputMode("append"),
    ]


def _records(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    reader = (
        spark.readStream.format("kafka")
        # First, so that they change nothing of what follows.
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


def _query(name: str, output: DataFrame, topic: str, options: argparse.Namespace) -> DataStreamWriter:
    trigger = {"availableNow": True} if options.available_now else {"processingTime": options.trigger_interval}
    return (
        output.writeStream.queryName(name)
        .format("kafka")
        .option("kafka.bootstrap.servers", options.bootstrap_servers)
        .option("topic", topic)
        .option("checkpointLocation", f"{options.checkpoint_location.rstrip('/')}/{name}")
        .trigger(**trigger)
    )
