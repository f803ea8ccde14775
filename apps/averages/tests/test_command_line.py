from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from command_line import duration, parse_arguments

REQUIRED = ["--bootstrap-servers", "kafka1:19092,kafka2:19093", "--checkpoint-location", "/checkpoints"]


def test_only_the_servers_and_the_checkpoint_location_must_be_given():
    options = vars(parse_arguments(REQUIRED))
    assert options == {
        "bootstrap_servers": "kafka1:19092,kafka2:19093",
        "source_topic": "user_events",
        "sink_topic": "aggregated_data",
        "dead_letter_topic": "user_events_dead_letter",
        "starting_offsets": "earliest",
        "max_offsets_per_trigger": None,
        "client_properties": {},
        "source_options": [],
        "window": "1 minute",
        "watermark": "1 minute",
        "max_clock_skew": "1 minute",
        "output_mode": "append",
        "checkpoint_location": "/checkpoints",
        "trigger_interval": "5 seconds",
        "available_now": False,
        "alive_file": Path("/tmp/kafka_spark_app.alive"),
    }


def test_how_brokers_want_to_be_spoken_to_is_in_the_environment(monkeypatch):
    login = 'ScramLoginModule required username="me" password="${file:/run/secrets/login:password}";'
    monkeypatch.setenv("KAFKA_CLIENT_PROPERTIES", f"security.protocol=SASL_SSL\nsasl.jaas.config={login}\n")
    assert parse_arguments(REQUIRED).client_properties == {
        "security.protocol": "SASL_SSL",
        "sasl.jaas.config": login,
    }


@pytest.mark.parametrize("text", ["security.protocol", "Security=SSL", "=SSL"])
def test_a_line_that_is_no_setting_of_a_client_is_refused(text, capsys):
    assert "is no setting of a client" in refusal(capsys, [*REQUIRED, "--client-properties", text])


@pytest.mark.parametrize("left_out", ["--bootstrap-servers", "--checkpoint-location"])
def test_names_a_required_option_that_is_missing(left_out, capsys):
    at = REQUIRED.index(left_out)
    assert left_out in refusal(capsys, REQUIRED[:at] + REQUIRED[at + 2 :])


@pytest.mark.parametrize(
    "option, value",
    [
        ("--bootstrap-servers", "localhost:1"),
        ("--bootstrap-servers", "[::1]:65535"),
        ("--source-topic", "a"),
        ("--source-topic", "A-b_c.9" + "x" * 242),
        ("--starting-offsets", "latest"),
        ("--starting-offsets", '{"user_events": {"0": 0, "1": -1, "2": -2}}'),
        ("--max-offsets-per-trigger", "1"),
        ("--window", "1 millisecond"),
        ("--window", "36500 days"),
        ("--watermark", "90 seconds"),
        ("--max-clock-skew", "0 seconds"),
        ("--trigger-interval", "0 seconds"),
        ("--output-mode", "update"),
        ("--output-mode", "complete"),
    ],
)
def test_accepts(option, value):
    given = vars(parse_arguments([*REQUIRED, option, value]))[option[2:].replace("-", "_")]
    assert str(given) == value


@pytest.mark.parametrize(
    "option, value, cure",
    [
        ("--bootstrap-servers", "", "host:port"),
        ("--bootstrap-servers", "kafka1", "host:port"),
        ("--bootstrap-servers", "kafka1:0", "1 to 65535"),
        ("--bootstrap-servers", "kafka1:65536", "1 to 65535"),
        ("--bootstrap-servers", "kafka1:9092,", "host:port"),
        ("--bootstrap-servers", "PLAINTEXT://kafka1:9092", "host:port"),
        ("--source-topic", "", "1 to 249"),
        ("--source-topic", "x" * 250, "1 to 249"),
        ("--sink-topic", "has space", "1 to 249"),
        ("--sink-topic", ".", "1 to 249"),
        ("--dead-letter-topic", "..", "1 to 249"),
        ("--sink-topic", "user_events", "three different topics"),
        ("--dead-letter-topic", "user_events", "three different topics"),
        ("--dead-letter-topic", "aggregated_data", "three different topics"),
        ("--starting-offsets", "newest", "earliest, latest, or JSON"),
        ("--starting-offsets", "{}", "earliest, latest, or JSON"),
        ("--starting-offsets", "[]", "earliest, latest, or JSON"),
        ("--starting-offsets", '{"user_events": {}}', "earliest, latest, or JSON"),
        ("--starting-offsets", '{"user_events": 5}', "earliest, latest, or JSON"),
        ("--starting-offsets", '{"user_events": {"0": -3}}', "earliest, latest, or JSON"),
        ("--starting-offsets", '{"user_events": {"0": "5"}}', "earliest, latest, or JSON"),
        ("--starting-offsets", '{"user_events": {"first": 5}}', "earliest, latest, or JSON"),
        ("--max-offsets-per-trigger", "0", "above zero"),
        ("--max-offsets-per-trigger", "1.5", "above zero"),
        ("--source-option", "minPartitions", "NAME=VALUE"),
        ("--source-option", "=6", "NAME=VALUE"),
        ("--source-option", "min partitions=6", "NAME=VALUE"),
        ("--window", "0 minutes", "more than zero"),
        ("--window", "-1 minute", "whole number and a unit"),
        ("--window", "1.5 minutes", "whole number and a unit"),
        ("--window", "60", "whole number and a unit"),
        ("--window", "1 month", "whole number and a unit"),
        ("--window", "36501 days", "36500 days or less"),
        ("--watermark", "0 seconds", "more than zero"),
        ("--max-clock-skew", "soon", "whole number and a unit"),
        ("--trigger-interval", "5", "whole number and a unit"),
        ("--output-mode", "replace", "'append', 'update', 'complete'"),
        ("--checkpoint-location", " ", "path"),
        ("--alive-file", "/no/such/folder/alive", "folder that is there"),
        ("--alive-file", "/tmp", "give a file"),
    ],
)
def test_refuses(option, value, cure, capsys):
    message = refusal(capsys, [*REQUIRED, f"{option}={value}"])
    assert option in message
    assert cure in message


def test_collects_options_of_the_source():
    given = ["--source-option", "minPartitions=6", "--source-option", "kafka.client.id=a=b", "--source-option", "groupIdPrefix="]
    options = parse_arguments([*REQUIRED, *given])
    assert options.source_options == [("minPartitions", "6"), ("kafka.client.id", "a=b"), ("groupIdPrefix", "")]


def test_refuses_a_trigger_interval_where_it_is_to_end_by_itself(capsys):
    assert "not allowed with" in refusal(capsys, [*REQUIRED, "--available-now", "--trigger-interval", "1 second"])


def test_refuses_an_option_it_does_not_know(capsys):
    assert "--windows" in refusal(capsys, [*REQUIRED, "--windows", "1 minute"])


@pytest.mark.parametrize(
    "interval, length",
    [
        ("1 millisecond", dt.timedelta(milliseconds=1)),
        ("90 seconds", dt.timedelta(seconds=90)),
        ("1 minute", dt.timedelta(minutes=1)),
        ("2 hours", dt.timedelta(hours=2)),
        ("3 days", dt.timedelta(days=3)),
    ],
)
def test_knows_how_long_an_interval_is(interval, length):
    assert duration(interval) == length


def refusal(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        parse_arguments(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err
