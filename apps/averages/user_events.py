"""From Kafka records to averages and dead letters, in Spark SQL expressions only.

A user event is one JSON object, ``{"name": …, "age": …, "timestamp": …}``. The average needs ``age`` and ``timestamp``;
``name`` and any other field may be missing, and may hold anything.

age
    A finite JSON number; ``"30"`` and ``true`` are none.
timestamp
    A string in ISO 8601's extended format (``2024-05-01T10:15:30.250+02:00``; ``T`` or a space; seconds, fraction and
    offset may be left out; no offset means UTC) or a number: seconds since 1970, or milliseconds from 1e11 on.
    The year is 0001 to 9999.

No Python runs on the executors, and nothing here throws because of data, with ANSI mode on or off: a record that cannot
be used gets a reason. The session's time zone must be UTC.
"""

from __future__ import annotations

import datetime as dt

from pyspark.sql import Column, DataFrame, functions as F

# A dead letter too large for its topic would stop the query for good. One value and two keys of these sizes, in base64
# and with the envelope, stay below 1 MiB, which is Kafka's default for max.message.bytes and for max.request.size.
MAX_VALUE_BYTES = 600_000
MAX_KEY_BYTES = 60_000

# Fewer than 2^63 such ages have a finite sum, so that an average is always a JSON number.
MAX_AGE = 1e288

_ISO_8601 = r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?\z"
_ISO_MILLISECONDS = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"
_MILLISECONDS_FROM = 1e11
_MICROS_IN_10000_YEARS = 3.2e17

_STRICT = {"mode": "PERMISSIVE", "allowSingleQuotes": "false", "allowNonNumericNumbers": "false"}


def classify(records: DataFrame, max_clock_skew: dt.timedelta) -> DataFrame:
    """Adds ``age``, ``event_time`` and ``reason`` (null: usable) to the columns of a Kafka source.

    An event may be ahead of its record's own Kafka timestamp by `max_clock_skew` at most: one far in the future would
    drag the watermark along, and everything after it would be dropped as late. The record's timestamp, unlike the clock
    of this machine, gives every replay the same answer.
    """
    text = F.col("value").cast("string")
    return (
        records.withColumn("_strings", _parse(text, "age STRING, timestamp STRING"))
        .withColumn("_age", _parse(text, "age DOUBLE"))
        .withColumn("_is_iso_8601", F.col("_strings.timestamp").rlike(_ISO_8601))
        .withColumn("_timestamp", F.when(~F.col("_is_iso_8601"), _parse(text, "timestamp DOUBLE")))
        .withColumn("_is_event", F.coalesce(_is_utf8(F.col("value")) & _is_one_json_object(text), F.lit(False)))
        .withColumn("age", F.col("_age.age"))
        .withColumn("_time", _time())
        .withColumn("event_time", F.when(F.year("_time").between(1, 9999), F.col("_time")))
        .withColumn("reason", _reason(max_clock_skew))
        .drop("_strings", "_age", "_timestamp", "_is_event", "_is_iso_8601", "_time")
    )


def averages(classified: DataFrame, window: str, watermark: str) -> DataFrame:
    """The average age of the usable events in each window of event time, as Kafka records keyed by the window's start."""
    return (
        classified.where("reason IS NULL")
        .select("age", F.col("event_time").alias("timestamp"))
        .withWatermark("timestamp", watermark)
        .groupBy(F.window("timestamp", window))
        .agg(F.avg("age").alias("average_age"))
        .select(
            F.date_format("window.start", _ISO_MILLISECONDS).alias("key"),
            F.to_json(F.struct("window", "average_age"), {"timestampFormat": _ISO_MILLISECONDS}).alias("value"),
        )
    )


def dead_letters(classified: DataFrame) -> DataFrame:
    """Every record that cannot be used, as a Kafka record with the key of the original.

    ``key`` and ``value`` are exact, as text (``utf-8``) or, where the bytes are no UTF-8 or would grow more as a JSON
    string, as ``base64``. Of one that does not fit into a dead letter the first bytes are carried (``base64-prefix``);
    all of it is at its topic, partition and offset.
    """
    key, key_encoding = _carried(F.col("key"), MAX_KEY_BYTES)
    value, value_encoding = _carried(F.col("value"), MAX_VALUE_BYTES)
    letter = F.struct(
        "topic",
        "partition",
        "offset",
        "timestamp",
        "reason",
        key.alias("key"),
        key_encoding.alias("key_encoding"),
        value.alias("value"),
        value_encoding.alias("value_encoding"),
    )
    return classified.where("reason IS NOT NULL").select(
        F.substring("key", 1, MAX_KEY_BYTES).alias("key"),
        F.to_json(letter, {"timestampFormat": _ISO_MILLISECONDS, "ignoreNullFields": "false"}).alias("value"),
    )


def _parse(text: Column, fields: str) -> Column:
    """``_corrupt_record`` is set where the text is no JSON object, or where a field has another type."""
    return F.from_json(text, f"{fields}, _corrupt_record STRING", _STRICT)


def _is_utf8(data: Column) -> Column:
    if hasattr(F, "is_valid_utf8"):  # Spark 4, whose decode() throws where that of Spark 3 puts U+FFFD
        return F.is_valid_utf8(data.cast("string"))
    return F.encode(F.decode(data, "UTF-8"), "UTF-8") == data


def _is_one_json_object(text: Column) -> Column:
    """from_json() stops at the object's end. What follows it is found by making it part of an array.

    Text that closes the array itself (``{}] x``) hides the element after it, so the two lengths are right together only
    if there is nothing but one value. Nothing can follow the only brace that closes, where it is the last character.
    """
    is_flat = text.rlike(r"^[ \t\r\n]*\{[^{}]*\}[ \t\r\n]*\z")
    alone = F.json_array_length(F.concat(F.lit("["), text, F.lit("]"))) == 1
    followed = F.json_array_length(F.concat(F.lit("["), text, F.lit(",0]"))) == 2
    return F.col("_strings._corrupt_record").isNull() & (is_flat | (alone & followed))


def _time() -> Column:
    with_seconds = F.regexp_replace("_strings.timestamp", "^(.{16})(?!:)", "$1:00")
    number = F.col("_timestamp.timestamp")
    micros = F.round(number * F.when(F.abs(number) < _MILLISECONDS_FROM, F.lit(1e6)).otherwise(F.lit(1e3)))
    is_number = F.col("_timestamp._corrupt_record").isNull() & (F.abs(micros) < _MICROS_IN_10000_YEARS)
    return F.when(F.col("_is_iso_8601"), F.try_to_timestamp(with_seconds)).when(
        is_number, F.timestamp_micros(micros.cast("bigint"))
    )


def _reason(max_clock_skew: dt.timedelta) -> Column:
    age, event_time = F.col("age"), F.col("event_time")
    return (
        F.when(~F.col("_is_event"), "invalid_json")
        .when(F.col("_strings.age").isNull(), "missing_age")
        .when(age.isNull() | F.col("_age._corrupt_record").isNotNull(), "non_numeric_age")
        .when(F.abs(age) > MAX_AGE, "age_out_of_range")
        .when(F.col("_strings.timestamp").isNull(), "missing_timestamp")
        .when(event_time.isNull(), "invalid_timestamp")
        .when(event_time > F.col("timestamp") + F.lit(max_clock_skew), "timestamp_in_future")
    )


def _carried(data: Column, max_bytes: int) -> tuple[Column, Column]:
    text = data.cast("string")
    base64_bytes = 4 * max_bytes // 3
    is_text = _is_utf8(data) & (F.octet_length(F.to_json(F.struct(text.alias("text")))) <= base64_bytes)
    # Some releases of Spark break base64 into lines.
    base64 = F.translate(F.base64(F.substring(data, 1, max_bytes)), "\r\n", "")
    encoding = (
        F.when(data.isNull(), None)
        .when(is_text, "utf-8")
        .when(F.octet_length(data) <= max_bytes, "base64")
        .otherwise("base64-prefix")
    )
    return F.when(is_text, text).otherwise(base64), encoding
