from __future__ import annotations

import datetime as dt
import json

import pytest
from conftest import MINUTE, RECEIVED, KafkaRecord
from pyspark.sql import functions as F

from user_events import classify

AT = '"timestamp":"2024-05-01T10:00:00Z"'

# Bytes of a record, and why it cannot be used.
RECORDS = {
    "an event": (f'{{"name":"Ada","age":36,{AT}}}', None),
    "no name": (f'{{"age":36,{AT}}}', None),
    "a name that is no text": (f'{{"name":[1,{{"a":null}}],"age":36,{AT}}}', None),
    "unknown fields": (f'{{"x":1,"age":36,{AT},"y":{{"age":"none"}}}}', None),
    "white space around": (f' \t\r\n{{ "age" : 36 , {AT} }} \n', None),
    "text beyond ASCII": (f'{{"name":"Zoë 🦊","age":36,{AT}}}', None),
    "braces in a string": (f'{{"name":"}} {{","age":36,{AT}}}', None),
    "half a surrogate pair": (f'{{"name":"\\ud800","age":36,{AT}}}', None),
    "1 MB": (f'{{"name":"{"x" * 1_000_000}","age":36,{AT}}}', None),
    "nested 900 deep": (f'{{"x":{"[" * 900}{"]" * 900},"age":36,{AT}}}', None),
    "the same key twice": (f'{{"age":1,"age":36,{AT}}}', None),
    "no value": (None, "invalid_json"),
    "an empty value": ("", "invalid_json"),
    "white space": (" \n", "invalid_json"),
    "no JSON": ("hello", "invalid_json"),
    "an object that does not end": (f'{{"age":36,{AT}', "invalid_json"),
    "single quotes": ("{'age':36}", "invalid_json"),
    "a comma before the end": (f'{{"age":36,{AT},}}', "invalid_json"),
    "a line break in a string": (f'{{"name":"a\nb","age":36,{AT}}}', "invalid_json"),
    "a comment": (f'{{"age":36,{AT}}} // Ada', "invalid_json"),
    "an array": (f'[{{"age":36,{AT}}}]', "invalid_json"),
    "a number": ("36", "invalid_json"),
    "a string": ('"36"', "invalid_json"),
    "null": ("null", "invalid_json"),
    "text after the object": (f'{{"age":36,{AT}}} x', "invalid_json"),
    "white space that is not JSON's after the object": (f'{{"age":36,{AT}}}\f', "invalid_json"),
    "a second object": (f'{{"age":36,{AT}}}{{"age":36,{AT}}}', "invalid_json"),
    "a second object after a comma": (f'{{"age":36,{AT}}},{{"age":36,{AT}}}', "invalid_json"),
    "a brace too many": (f'{{"age":36,{AT}}}}}', "invalid_json"),
    "a bracket too many": (f'{{"age":36,{AT}}}]', "invalid_json"),
    "a bracket too many, and text": (f'{{"age":36,{AT}}},0] x', "invalid_json"),
    "a byte order mark": (f'\ufeff{{"age":36,{AT}}}', "invalid_json"),
    "bytes that are no UTF-8": (b'{"name":"\xff","age":36,%b}' % AT.encode(), "invalid_json"),
    "an encoded surrogate": (b'{"name":"\xed\xa0\x80","age":36,%b}' % AT.encode(), "invalid_json"),
    "nested 1,100 deep": (f'{{"x":{"[" * 1100}{"]" * 1100},"age":36,{AT}}}', "invalid_json"),
    "an empty object": ("{}", "missing_age"),
    "no age": (f"{{{AT}}}", "missing_age"),
    "an age of null": (f'{{"age":null,{AT}}}', "missing_age"),
    "another case": (f'{{"Age":36,{AT}}}', "missing_age"),
    "an age further down": (f'{{"user":{{"age":36}},{AT}}}', "missing_age"),
    "a fraction": (f'{{"age":36.5,{AT}}}', None),
    "an exponent": (f'{{"age":3.6E+1,{AT}}}', None),
    "zero": (f'{{"age":0,{AT}}}', None),
    "a negative age": (f'{{"age":-1,{AT}}}', None),
    "the largest age": (f'{{"age":1e288,{AT}}}', None),
    "a larger age": (f'{{"age":1.01e288,{AT}}}', "age_out_of_range"),
    "a large negative age": (f'{{"age":-1.01e288,{AT}}}', "age_out_of_range"),
    "an age no double holds": (f'{{"age":1e999,{AT}}}', "age_out_of_range"),
    "an age of 500 digits": (f'{{"age":{"9" * 500},{AT}}}', "age_out_of_range"),
    "an age in quotes": (f'{{"age":"36",{AT}}}', "non_numeric_age"),
    "an empty string as age": (f'{{"age":"",{AT}}}', "non_numeric_age"),
    "NaN in quotes": (f'{{"age":"NaN",{AT}}}', "non_numeric_age"),
    "infinity in quotes": (f'{{"age":"Infinity",{AT}}}', "non_numeric_age"),
    "an age of true": (f'{{"age":true,{AT}}}', "non_numeric_age"),
    "an array as age": (f'{{"age":[36],{AT}}}', "non_numeric_age"),
    "an object as age": (f'{{"age":{{"years":36}},{AT}}}', "non_numeric_age"),
    "two ages, one no number": (f'{{"age":36,"age":"x",{AT}}}', "non_numeric_age"),
    "NaN": (f'{{"age":NaN,{AT}}}', "invalid_json"),
    "a leading zero": (f'{{"age":036,{AT}}}', "invalid_json"),
    "a plus sign": (f'{{"age":+36,{AT}}}', "invalid_json"),
    "no timestamp": ('{"age":36}', "missing_timestamp"),
    "a timestamp of null": ('{"age":36,"timestamp":null}', "missing_timestamp"),
    "neither": ('{"name":"Ada"}', "missing_age"),
}

# A timestamp in JSON, and the time it means; None where it means none.
TIMESTAMPS = {
    '"2024-05-01T10:15:30Z"': "2024-05-01T10:15:30",
    '"2024-05-01 10:15:30Z"': "2024-05-01T10:15:30",
    '"2024-05-01T10:15:30"': "2024-05-01T10:15:30",
    '"2024-05-01T10:15"': "2024-05-01T10:15:00",
    '"2024-05-01T10:15Z"': "2024-05-01T10:15:00",
    '"2024-05-01T10:15+02:00"': "2024-05-01T08:15:00",
    '"2024-05-01T10:15:30+02:00"': "2024-05-01T08:15:30",
    '"2024-05-01T10:15:30-0330"': "2024-05-01T13:45:30",
    '"2024-05-01T10:15:30+02"': "2024-05-01T08:15:30",
    '"2024-05-01T10:15:30-00:00"': "2024-05-01T10:15:30",
    '"2024-05-01T01:00:00+18:00"': "2024-04-30T07:00:00",
    '"2024-05-01T10:15:30.1Z"': "2024-05-01T10:15:30.100000",
    '"2024-05-01T10:15:30.123456789+00:00"': "2024-05-01T10:15:30.123456",
    '"2024-02-29T00:00:00Z"': "2024-02-29T00:00:00",
    '"2000-02-29T23:59:59.999Z"': "2000-02-29T23:59:59.999000",
    '"1969-12-31T23:59:59.999Z"': "1969-12-31T23:59:59.999000",
    '"1582-10-10T00:00:00Z"': "1582-10-10T00:00:00",
    '"0001-01-01T00:00:00Z"': "0001-01-01T00:00:00",
    "1714558530": "2024-05-01T10:15:30",
    "1714558530.25": "2024-05-01T10:15:30.250000",
    "1714558530.123456": "2024-05-01T10:15:30.123456",
    "1714558530000": "2024-05-01T10:15:30",
    "1714558530123": "2024-05-01T10:15:30.123000",
    "1.71455853e9": "2024-05-01T10:15:30",
    "0": "1970-01-01T00:00:00",
    "-1": "1969-12-31T23:59:59",
    "1e11": "1973-03-03T09:46:40",
    "-62135596800": "0001-01-01T00:00:00",
    '"2023-02-29T00:00:00Z"': None,
    '"1900-02-29T00:00:00Z"': None,
    '"2024-13-01T00:00:00Z"': None,
    '"2024-04-31T00:00:00Z"': None,
    '"2024-05-01T24:00:00Z"': None,
    '"2024-05-01T10:60:00Z"': None,
    '"2024-05-01T10:15:60Z"': None,
    '"2024-05-01T10:15:30+18:01"': None,
    '"2024-05-01T10:15:30+02:60"': None,
    '"2024-05-01T10:15:30 UTC"': None,
    '"2024-05-01T10:15:30.Z"': None,
    '"2024-05-01T10:15:30Z\\n"': None,
    '"2024-05-01"': None,
    '"2024-5-1T10:15:30Z"': None,
    '"20240501T101530Z"': None,
    '"10:15:30"': None,
    '"01.05.2024 10:15"': None,
    '"0000-12-31T23:59:59Z"': None,
    '"0001-01-01T00:00:00+01:00"': None,
    '"12024-05-01T10:15:30Z"': None,
    '"1714558530"': None,
    '"now"': None,
    '"NaN"': None,
    '""': None,
    "true": None,
    "[]": None,
    "{}": None,
    "-62135596801": None,
    "1e999": None,
    "-1e999": None,
    "9223372036854775807": None,
    "1" + "0" * 300: None,
}


@pytest.fixture(scope="module", params=["false", "true"], ids=["lenient", "ANSI"])
def classified(spark, kafka, request):
    """What each value became, with the casts of Spark 3 (lenient) and of Spark 4 (ANSI)."""
    values = [value if value is None or isinstance(value, bytes) else value.encode() for value, _ in RECORDS.values()]
    values += [f'{{"age":36,"timestamp":{timestamp}}}'.encode() for timestamp in TIMESTAMPS]
    records = [KafkaRecord(None, value, offset=offset) for offset, value in enumerate(values)]
    spark.conf.set("spark.sql.ansi.enabled", request.param)
    rows = classify(kafka(records), MINUTE).select(
        "offset", "reason", "age", F.date_format("event_time", "yyyy-MM-dd'T'HH:mm:ss.SSSSSS").alias("event_time")
    )
    yield dict(zip([*RECORDS, *TIMESTAMPS], sorted(rows.collect())))
    spark.conf.unset("spark.sql.ansi.enabled")


@pytest.mark.parametrize("record", RECORDS)
def test_gives_a_reason_to_what_is_no_user_event(classified, record):
    assert classified[record].reason == RECORDS[record][1]


@pytest.mark.parametrize("timestamp", TIMESTAMPS, ids=lambda timestamp: timestamp[:30])
def test_reads_the_time_of(classified, timestamp):
    expected = TIMESTAMPS[timestamp]
    if expected is None:
        assert classified[timestamp].reason == "invalid_timestamp"
    else:
        assert classified[timestamp].reason is None
        assert classified[timestamp].event_time == (expected if "." in expected else f"{expected}.000000")


@pytest.mark.parametrize("record, age", [("a fraction", 36.5), ("an exponent", 36), ("a negative age", -1)])
def test_takes_the_age_as_it_is(classified, record, age):
    assert classified[record].age == age


@pytest.mark.parametrize(
    "skew, ahead, reason",
    [
        (MINUTE, MINUTE, None),
        (MINUTE, MINUTE + dt.timedelta(milliseconds=1), "timestamp_in_future"),
        (dt.timedelta(0), dt.timedelta(0), None),
        (dt.timedelta(0), dt.timedelta(milliseconds=1), "timestamp_in_future"),
        (MINUTE, dt.timedelta(days=365_000), "timestamp_in_future"),
        (MINUTE, dt.timedelta(days=-700_000), None),
    ],
)
def test_takes_an_event_ahead_of_its_record_by_the_clock_skew_and_no_more(kafka, skew, ahead, reason):
    value = json.dumps({"age": 36, "timestamp": (RECEIVED + ahead).isoformat()})
    [row] = classify(kafka([KafkaRecord(None, value.encode())]), skew).select("reason").collect()
    assert row.reason == reason


def test_finds_one_reason_only_the_first(kafka):
    [row] = classify(kafka([KafkaRecord(None, b'{"age":"x","timestamp":"y"}')]), MINUTE).collect()
    assert row.reason == "non_numeric_age"
