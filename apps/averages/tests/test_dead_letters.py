from __future__ import annotations

import base64
import json

import pytest
from conftest import MINUTE, KafkaRecord, event

from user_events import MAX_KEY_BYTES, MAX_VALUE_BYTES, classify, dead_letters


@pytest.fixture
def letters(kafka):
    def collect(*records):
        rows = dead_letters(classify(kafka(list(records)), MINUTE)).collect()
        return [(row.key and bytes(row.key), json.loads(row.value)) for row in rows]

    return collect


def test_says_where_a_record_is_and_why_it_cannot_be_used(letters):
    assert letters(KafkaRecord(b"Ada", b'{"age": "old"}', "events", 2, 41)) == [
        (
            b"Ada",
            {
                "topic": "events",
                "partition": 2,
                "offset": 41,
                "timestamp": "2024-05-02T00:00:00.000Z",
                "reason": "non_numeric_age",
                "key": "Ada",
                "key_encoding": "utf-8",
                "value": '{"age": "old"}',
                "value_encoding": "utf-8",
            },
        )
    ]


def test_has_no_letter_for_a_record_that_counts(letters):
    assert letters(event(36, "2024-05-01T10:00:00Z")) == []


def test_keeps_a_missing_key_and_a_missing_value_apart_from_empty_ones(letters):
    [(no_key, missing), (empty_key, empty)] = letters(KafkaRecord(None, None), KafkaRecord(b"", b""))
    assert (no_key, empty_key) == (None, b"")
    carried = ("key", "key_encoding", "value", "value_encoding")
    assert [missing[field] for field in carried] == [None, None, None, None]
    assert [empty[field] for field in carried] == ["", "utf-8", "", "utf-8"]


@pytest.mark.parametrize(
    "data, encoding",
    [
        (b"plain", "utf-8"),
        ('Zoë 🦊 \u2028 "\\/'.encode(), "utf-8"),
        ("\ufffd".encode(), "utf-8"),
        (b"\x00\n\x1f", "utf-8"),
        (b"\xff", "base64"),
        (b"\xed\xa0\x80", "base64"),
        (b"\xc0\xaf", "base64"),
        (bytes(range(256)) * 40, "base64"),
    ],
)
def test_carries_every_byte(letters, data, encoding):
    [(key, letter)] = letters(KafkaRecord(data, data))
    assert key == data
    for field in ("key", "value"):
        assert letter[f"{field}_encoding"] == encoding
        assert original(letter, field) == data


@pytest.mark.parametrize(
    "value, encoding",
    [
        (b"x" * (MAX_VALUE_BYTES * 4 // 3 - len('{"text":""}')), "utf-8"),
        (b"x" * (MAX_VALUE_BYTES * 4 // 3 - len('{"text":""}') + 1), "base64-prefix"),
        (b"\x01" * MAX_VALUE_BYTES, "base64"),
        (b"\xff" * MAX_VALUE_BYTES, "base64"),
        (b"\xff" * (MAX_VALUE_BYTES + 1), "base64-prefix"),
        (b"\xff" * 10_000_000, "base64-prefix"),
    ],
    ids=["text", "longer text", "growing text", "bytes", "more bytes", "10 MB"],
)
def test_carries_the_first_bytes_of_what_is_too_large_for_a_letter(letters, value, encoding):
    [(_, letter)] = letters(KafkaRecord(b"k", value))
    assert letter["value_encoding"] == encoding
    assert original(letter, "value") == (value[:MAX_VALUE_BYTES] if encoding == "base64-prefix" else value)


def test_a_letter_is_never_too_large_for_a_topic_with_kafkas_default_limit(kafka):
    record = KafkaRecord(b"\xff" * 1_000_000, b"\xff" * 1_000_000, topic="t" * 249, partition=10**9, offset=10**18)
    [row] = dead_letters(classify(kafka([record]), MINUTE)).collect()
    assert bytes(row.key) == b"\xff" * MAX_KEY_BYTES
    assert len(row.key) + len(row.value.encode()) < 1_000_000


def original(letter, field):
    if letter[f"{field}_encoding"] == "utf-8":
        return letter[field].encode()
    return base64.b64decode(letter[field], validate=True)
