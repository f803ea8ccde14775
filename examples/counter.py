"""Counts the records of each minute: what examples/one-stack.ts runs on Spark."""

import os
import sys

from pyspark.sql import SparkSession, functions as F

brokers = {"kafka.bootstrap.servers": os.environ["KAFKA_BOOTSTRAP_SERVERS"]}
events, counts = os.environ["KAFKA_TOPIC_EVENTS"], os.environ["KAFKA_TOPIC_COUNTS"]
spark = SparkSession.builder.getOrCreate()

(
    spark.readStream.format("kafka")
    .options(**brokers, subscribe=events)
    .load()
    .withWatermark("timestamp", "1 minute")
    .groupBy(F.window("timestamp", "1 minute"))
    .count()
    .select(F.col("window.start").cast("string").alias("key"), F.col("count").cast("string").alias("value"))
    .writeStream.format("kafka")
    .options(**brokers, topic=counts, checkpointLocation=sys.argv[1])
    .start()
    .awaitTermination()
)
