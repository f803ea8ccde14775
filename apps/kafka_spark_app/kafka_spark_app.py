"""KafkaSparkApp: the average age of users in windows of event time, from Kafka to Kafka. README.md says more."""

import logging
import signal
import sys

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from command_line import parse_arguments
from kafka_queries import kafka_queries
from supervision import supervise

DATA_LOSS = (
    "The source topic no longer holds what the checkpoint expects next: it was made anew, or its retention is shorter"
    " than the pause was. Averages without those records would be wrong. To accept that, give another"
    " --checkpoint-location."
)


def main() -> None:
    options = parse_arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("py4j").setLevel(logging.WARNING)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        spark = SparkSession.builder.appName("KafkaSparkApp").getOrCreate()
        supervise(spark, kafka_queries(spark, options), options.alive_file)
    except PySparkException as error:
        sys.exit(f"{error}\n{DATA_LOSS}" if "failOnDataLoss" in str(error) else str(error))
    except (Py4JError, OSError) as error:
        sys.exit(f"Spark has ended: {error}")


if __name__ == "__main__":
    main()
