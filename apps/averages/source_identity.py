"""Tells a topic from another that was made under its name: a checkpoint's offsets mean other records there."""

from __future__ import annotations

from typing import Mapping

from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession


class SourceProblem(Exception):
    """Reading on would give wrong averages."""


def topic_id(spark: SparkSession, bootstrap_servers: str, topic: str, client_properties: Mapping[str, str]) -> str:
    """The id that the brokers gave the topic when it was made.

    :raises SourceProblem: if they do not know it
    """
    jvm = spark._jvm
    settings = jvm.java.util.Properties()
    for name, value in {**client_properties, "bootstrap.servers": bootstrap_servers}.items():
        settings.setProperty(name, value)
    admin = jvm.org.apache.kafka.clients.admin.AdminClient.create(settings)
    try:
        described = admin.describeTopics(jvm.java.util.Collections.singleton(topic)).allTopicNames().get()
        return described.get(topic).topicId().toString()
    except Py4JJavaError as error:
        raise SourceProblem(f"The source topic {topic} could not be looked up: {error.java_exception}") from error
    finally:
        admin.close()


def refuse_another(spark: SparkSession, checkpoint_location: str, topic: str, identity: str) -> None:
    """Keeps the topic's identity beside the checkpoint, from the first start on, and compares at every later one.

    Where the new topic holds fewer records than were read of the old one, Spark notices by itself. Where it holds more,
    it would read on in the middle.

    :raises SourceProblem: if the checkpoint is of another topic of this name
    """
    path = spark._jvm.org.apache.hadoop.fs.Path
    folder = path(f"{checkpoint_location.rstrip('/')}/source-topic-id")
    files = folder.getFileSystem(spark._jsc.hadoopConfiguration())
    known = [entry.getPath().getName() for entry in files.listStatus(folder)] if files.exists(folder) else []
    if not known:
        # A folder is there or not there, never half written.
        files.mkdirs(path(folder, identity))
    elif identity not in known:
        raise SourceProblem(
            f"The source topic {topic} was made anew: it has the id {identity}, and the checkpoint at"
            f" {checkpoint_location} is of {', '.join(known)}. Its offsets mean other records now, and averages would"
            " be wrong. To begin with the new topic, give another --checkpoint-location, or remove this one."
        )
