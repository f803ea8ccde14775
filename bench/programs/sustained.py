"""Runs the application's query over all that its source topic holds, and prints how many seconds that took.

With the environment variable AVERAGES_ALONE it writes no dead letters.
"""

import os
import sys
import time

from pyspark.sql import SparkSession, functions as F

sys.path.insert(0, "/opt/app")

import kafka_query
from command_line import duration, parse_arguments
from user_events import averages, classify


def averages_alone(spark, records, options):
    kafka_query.parse_once(spark)
    classified = classify(records, duration(options.max_clock_skew))
    return averages(classified, options.window, options.watermark).withColumn("topic", F.lit(options.sink_topic))


if "AVERAGES_ALONE" in os.environ:
    kafka_query.results = averages_alone
options = parse_arguments()
spark = SparkSession.builder.appName("sustained").getOrCreate()
writer = kafka_query.kafka_query(spark, options)
start = time.monotonic()
writer.start().awaitTermination()
print("seconds:", time.monotonic() - start)
