"""The application's options, checked before Spark starts."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import re
from pathlib import Path
from typing import Dict, Optional, Sequence, Tuple

_UNITS = {unit: dt.timedelta(**{f"{unit}s": 1}) for unit in ("millisecond", "second", "minute", "hour", "day")}
_LONGEST = dt.timedelta(days=36_500)


def parse_arguments(arguments: Optional[Sequence[str]] = None) -> argparse.Namespace:
    """Ends the process with status 2, and a sentence about the option, if one cannot be used."""
    parser = _parser()
    options = parser.parse_args(arguments)
    topics = {
        "--source-topic": options.source_topic,
        "--sink-topic": options.sink_topic,
        "--dead-letter-topic": options.dead_letter_topic,
    }
    if len(set(topics.values())) < len(topics):
        named = ", ".join(f"{option} {topic}" for option, topic in topics.items())
        parser.error(f"the application must not read what it writes: give three different topics, got {named}")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kafka_spark_app.py",
        description="Averages the age of user events in windows of event time, from Kafka to Kafka.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
        allow_abbrev=False,
    )
    kafka = parser.add_argument_group("Kafka")
    kafka.add_argument(
        "--bootstrap-servers",
        required=True,
        type=_servers,
        metavar="HOST:PORT[,HOST:PORT]",
        default=argparse.SUPPRESS,
        help="brokers to ask for the others",
    )
    kafka.add_argument("--source-topic", type=_topic, default="user_events", metavar="TOPIC", help="user events as JSON")
    kafka.add_argument(
        "--sink-topic", type=_topic, default="aggregated_data", metavar="TOPIC", help="averages, keyed by window start"
    )
    kafka.add_argument(
        "--dead-letter-topic",
        type=_topic,
        default="user_events_dead_letter",
        metavar="TOPIC",
        help="records that cannot be used, each with the reason",
    )
    kafka.add_argument(
        "--starting-offsets",
        type=_offsets,
        default="earliest",
        metavar="earliest|latest|JSON",
        help='where to begin without a checkpoint; JSON: {"topic": {"partition": offset}}, -2 earliest, -1 latest',
    )
    kafka.add_argument(
        "--max-offsets-per-trigger",
        type=_positive_integer,
        metavar="RECORDS",
        help="largest batch; without it, all there is",
    )
    kafka.add_argument(
        "--client-properties",
        type=_properties,
        metavar="NAME=VALUE",
        default=os.environ.get("KAFKA_CLIENT_PROPERTIES", ""),
        help="how brokers want to be spoken to, such as by TLS and a login: settings of a client, one a line",
    )
    kafka.add_argument(
        "--source-option",
        dest="source_options",
        type=_source_option,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="further option of Spark's Kafka source; what the application sets itself stays as it is",
    )

    averages = parser.add_argument_group("averages")
    averages.add_argument("--window", type=_interval, default="1 minute", metavar="INTERVAL", help="length of a window")
    averages.add_argument(
        "--watermark",
        type=_interval,
        default="1 minute",
        metavar="INTERVAL",
        help="how far behind the latest event one may be and still count for certain",
    )
    averages.add_argument(
        "--max-clock-skew",
        type=_interval_or_zero,
        default="1 minute",
        metavar="INTERVAL",
        help="how far an event may be ahead of its record's Kafka timestamp",
    )
    averages.add_argument(
        "--output-mode",
        choices=("append", "update", "complete"),
        default="append",
        help="append: a window once, when closed; update: each window that changed; complete: all windows, for ever",
    )

    running = parser.add_argument_group("running")
    running.add_argument(
        "--checkpoint-location",
        required=True,
        type=_location,
        metavar="DIRECTORY",
        default=argparse.SUPPRESS,
        help="where the state is kept that a restart resumes from; driver and executors must both reach it",
    )
    trigger = running.add_mutually_exclusive_group()
    trigger.add_argument(
        "--trigger-interval",
        type=_interval_or_zero,
        default="5 seconds",
        metavar="INTERVAL",
        help="time from one batch of records to the next, unless that is the largest; 0 seconds: at once",
    )
    trigger.add_argument("--available-now", action="store_true", help="process what is there, then end")
    running.add_argument(
        "--alive-file",
        type=_file,
        default=Path("/tmp/kafka_spark_app.alive"),
        metavar="FILE",
        help="its modification time is when the query was last seen at work or idle",
    )
    return parser


def duration(interval: str) -> dt.timedelta:
    """The length of an interval that the options accepted."""
    amount, unit = interval.split()
    return int(amount) * _UNITS[unit.rstrip("s")]


def _interval_or_zero(text: str) -> str:
    if re.fullmatch(rf"[0-9]{{1,12}} ({'|'.join(_UNITS)})s?", text) is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no interval: give a whole number and a unit ({', '.join(_UNITS)}), as in '1 minute'"
        )
    amount, unit = text.split()
    if int(amount) > _LONGEST // _UNITS[unit.rstrip("s")]:
        raise argparse.ArgumentTypeError(f"{text!r} is too long: give {_LONGEST.days} days or less")
    return text


def _interval(text: str) -> str:
    if not duration(_interval_or_zero(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is too short: give more than zero, as in '1 minute'")
    return text


def _topic(name: str) -> str:
    # source: org.apache.kafka.common.internals.Topic
    if name in (".", "..") or not re.fullmatch(r"[a-zA-Z0-9._-]{1,249}", name):
        raise argparse.ArgumentTypeError(
            f"{name!r} is no topic name: give 1 to 249 of the characters a-z, A-Z, 0-9, '.', '_' and '-', not '.' or '..'"
        )
    return name


def _servers(text: str) -> str:
    for server in text.split(","):
        match = re.fullmatch(r"(?:[^\s:,/\[\]]+|\[[0-9a-fA-F:.]+\]):([0-9]{1,5})", server)
        if match is None or not 1 <= int(match.group(1)) <= 65535:
            raise argparse.ArgumentTypeError(
                f"{server!r} is no broker: give host:port with a port from 1 to 65535, several with commas between"
            )
    return text


def _offsets(text: str) -> str:
    if text in ("earliest", "latest") or _are_offsets(text):
        return text
    raise argparse.ArgumentTypeError(
        f"{text!r} are no starting offsets: give earliest, latest, or JSON such as"
        ' {"user_events": {"0": 23, "1": -2}} (-2: earliest, -1: latest)'
    )


def _are_offsets(text: str) -> bool:
    try:
        topics = json.loads(text)
    except ValueError:
        return False
    return (
        isinstance(topics, dict)
        and len(topics) > 0
        and all(isinstance(partitions, dict) and len(partitions) > 0 for partitions in topics.values())
        and all(
            re.fullmatch(r"[0-9]{1,9}", partition) and type(offset) is int and -2 <= offset < 2**63
            for partitions in topics.values()
            for partition, offset in partitions.items()
        )
    )


def _properties(text: str) -> Dict[str, str]:
    pairs = [line.partition("=") for line in text.splitlines()]
    for name, separator, _ in pairs:
        if not separator or re.fullmatch(r"[a-z][a-z.]*", name) is None:
            raise argparse.ArgumentTypeError(f"{name!r} is no setting of a client: give NAME=VALUE, one a line")
    return {name: value for name, _, value in pairs}


def _source_option(text: str) -> Tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator or not re.fullmatch(r"[A-Za-z][A-Za-z.]*", name):
        raise argparse.ArgumentTypeError(f"{text!r} is no option of the source: give NAME=VALUE, as in minPartitions=6")
    return name, value


def _positive_integer(text: str) -> int:
    if not re.fullmatch(r"0*[1-9][0-9]{0,17}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not allowed: give a whole number above zero")
    return int(text)


def _location(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is no location: give a path or a URL")
    return text


def _file(text: str) -> Path:
    path = Path(text)
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise argparse.ArgumentTypeError(f"{text!r} cannot be written: give a file in a folder that is there and writable")
    return path
