"""KafkaSparkApp: the average age of users in windows of event time, from Kafka to Kafka. README.md says more."""

import logging
import signal
import sys
from threading import Event

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from command_line import parse_arguments
from kafka_query import kafka_query
from source_identity import SourceProblem, refuse_another, topic_id
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
    told_to_end = Event()
    try:
        spark = SparkSession.builder.appName("KafkaSparkApp").getOrCreate()
        # Not by an exception: it would leave half an answer of the JVM in the connection to it.
        signal.signal(signal.SIGTERM, lambda *_: told_to_end.set())
        query = kafka_query(spark, options)
        identity = topic_id(spark, options.bootstrap_servers, options.source_topic, options.client_properties)
        refuse_another(spark, options.checkpoint_location, options.source_topic, identity)
        supervise(spark, query, options.alive_file, told_to_end)
    except SourceProblem as error:
        sys.exit(str(error))
    except PySparkException as error:
        sys.exit(f"{error}\n{DATA_LOSS}" if "failOnDataLoss" in str(error) else str(error))
    except (Py4JError, OSError) as error:
        sys.exit(f"Spark has ended: {error}")
    if told_to_end.is_set():
        sys.exit(128 + signal.SIGTERM)


if __name__ == "__main__":
    main()
