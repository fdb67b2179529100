"""How the web process and a render process talk: a JSON header and a body of bytes behind their lengths. No pickle."""

import json
import struct
from typing import Any, BinaryIO

LENGTHS = struct.Struct(">II")


def send(stream: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    """Write one message and flush it; BrokenPipeError when the other side is gone."""
    head = json.dumps(header, ensure_ascii=False).encode()
    stream.write(LENGTHS.pack(len(head), len(body)))
    stream.write(head)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read one message; EOFError when the other side is gone."""
    head_length, body_length = LENGTHS.unpack(_exactly(stream, LENGTHS.size))
    return json.loads(_exactly(stream, head_length)), _exactly(stream, body_length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("the other side has closed the line")
    return data
