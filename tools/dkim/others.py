"""Signs and verifies by dkimpy: reads a list of tasks in JSON, writes what came of each."""

import base64
import json
import sys

import dkim


def done(task):
    message = base64.b64decode(task["message"])
    if task["act"] == "verify":
        record = task["record"].encode()
        return dkim.verify(message, dnsfunc=lambda name, timeout=5: record)
    ways = tuple(way.encode() for way in task["c"].split("/"))
    key = task["key"].encode()
    field = dkim.sign(message, b"rsa", b"elsewhere.test", key, canonicalize=ways, length=task["length"])
    return base64.b64encode(field).decode()


json.dump([done(task) for task in json.load(sys.stdin)], sys.stdout)
