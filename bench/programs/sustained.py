"""Runs the application's queries over all that its source topic holds, and prints how many seconds that took.

The environment variable QUERIES says how many: 2 are all, 1 is the averages without the dead letters.
"""

import os
import sys
import time

from pyspark.sql import SparkSession

sys.path.insert(0, "/opt/app")

from command_line import parse_arguments
from kafka_queries import kafka_queries

options = parse_arguments()
spark = SparkSession.builder.appName("sustained").getOrCreate()
writers = kafka_queries(spark, options)[: int(os.environ["QUERIES"])]
start = time.monotonic()
for query in [writer.start() for writer in writers]:
    query.awaitTermination()
print("seconds:", time.monotonic() - start)
